import QtQuick
import Vejviser
import Vejviser.Model

// The language, the colours, the hand and the size of the text.
SettingsSection {
    id: section

    required property AppContext app

    title: qsTr("Language and look")

    VText {
        width: parent.width
        text: qsTr("Language")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "language"
        width: parent.width
        label: qsTr("Language")
        options: [{ code: "da", label: "Dansk" }, { code: "en", label: "English" }]
        value: section.app.language
        onChosen: code => section.app.language = code
    }
    VText {
        width: parent.width
        text: qsTr("Colours")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "theme"
        width: parent.width
        label: qsTr("Colours")
        options: [{ code: "light", label: qsTr("Light") }, { code: "dark", label: qsTr("Dark") }]
        value: section.app.settings.dark ? "dark" : "light"
        onChosen: code => section.app.settings.dark = code === "dark"
    }
    VText {
        width: parent.width
        text: qsTr("Operated with")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "hand"
        width: parent.width
        label: qsTr("Operated with")
        options: [{ code: "right", label: qsTr("The right hand") }, { code: "left", label: qsTr("The left hand") }]
        value: section.app.settings.leftHanded ? "left" : "right"
        onChosen: code => section.app.settings.leftHanded = code === "left"
    }
    VText {
        width: parent.width
        text: qsTr("Text size")
        font.weight: Font.DemiBold
    }
    VChoice {
        objectName: "textSize"
        width: parent.width
        label: qsTr("Text size")
        options: [{ code: "1", label: "100 %" }, { code: "1.25", label: "125 %" },
            { code: "1.5", label: "150 %" }, { code: "2", label: "200 %" }]
        value: String(section.app.settings.textScale)
        onChosen: code => section.app.settings.textScale = Number(code)
    }
}
