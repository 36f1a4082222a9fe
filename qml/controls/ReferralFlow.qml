import QtQuick
import Vejviser

// How many citizens the two units sent to each other: the referral matrix of two.
Column {
    id: flow

    required property var toCitizenService  ///< from the library, as shown_words.h says it
    required property var toLibrary         ///< from citizen service
    readonly property real most: Math.max(1, toCitizenService.n, toLibrary.n)

    spacing: 8
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Referrals between the units")

    component Arrow: Column {
        id: arrow

        required property string from
        required property string to
        required property var count
        required property color tint
        required property real most

        readonly property real numberWidth: (arrow.count.text.length > 6 ? 170 : 110) * Theme.textScale

        spacing: 4
        Accessible.role: Accessible.Row
        Accessible.name: qsTr("From %1 to %2: %3").arg(from).arg(to).arg(count.spoken)

        VText {
            width: parent.width
            text: qsTr("From %1 to %2").arg(arrow.from).arg(arrow.to)
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
        Row {
            spacing: 10

            Rectangle {
                width: Math.max(6, (arrow.width - arrow.numberWidth) * arrow.count.n / arrow.most)
                height: Math.round(26 * Theme.textScale)
                radius: 4
                color: arrow.tint
            }
            VIcon {
                sign: "arrow_forward"
                color: arrow.tint
                height: Math.round(26 * Theme.textScale)
            }
            VText {
                height: Math.round(26 * Theme.textScale)
                text: arrow.count.text
                font.weight: Font.Bold
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
        }
    }

    Arrow {
        from: qsTr("Library")
        to: qsTr("Citizen service")
        count: flow.toCitizenService
        tint: Theme.library
        most: flow.most
        width: flow.width
    }
    Arrow {
        from: qsTr("Citizen service")
        to: qsTr("Library")
        count: flow.toLibrary
        tint: Theme.citizenService
        most: flow.most
        width: flow.width
    }
}
