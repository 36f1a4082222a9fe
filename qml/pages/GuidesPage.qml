pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser
import Vejviser.Model

// Guides: find a topic, refresh in a minute how it goes and who can do it now. List and card stand
// side by side where there is room; else the card takes the list's place.
FocusScope {
    id: page

    required property GuidesModel guides
    readonly property bool wide: width >= 760 * Theme.textScale
    readonly property bool listed: wide || !guides.card.active

    function open(topic: string): void {
        guides.open(topic);
    }

    // From the list. Whoever came by keyboard goes on by keyboard.
    function openRow(row: var): void {
        const byKey = row.visualFocus;
        guides.open(row.topicId);
        if (byKey)
            sheet.takeFocus(Qt.TabFocusReason);
        else if (!wide)
            sheet.takeFocus(Qt.MouseFocusReason);
    }

    // Back to where one was in the list.
    function close(reason: int): void {
        const place = guides.placeOf(guides.card.topicId);
        guides.close();
        if (place < 0)
            return;
        list.positionViewAtIndex(place, ListView.Contain);
        list.itemAtIndex(place).forceActiveFocus(reason);
    }

    Binding {
        target: page.guides
        property: "shown"
        value: page.visible
    }

    Item {
        id: finder

        visible: page.listed
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        width: page.wide ? Math.max(300 * Theme.textScale, page.width * 0.38) : page.width

        VSearchField {
            id: field

            objectName: "guideSearch"
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            placeholderText: qsTr("Search for a topic")
            onTextChanged: page.guides.search = text
            onAccepted: {
                if (text !== "" && list.count > 0)
                    page.openRow(list.itemAtIndex(0));
            }
        }
        VChoice {
            id: filter

            objectName: "guideFilter"
            anchors.top: field.bottom
            anchors.topMargin: Theme.gap
            anchors.left: parent.left
            anchors.right: parent.right
            label: qsTr("Topics")
            value: page.guides.gapsOnly ? "gaps" : "all"
            options: [
                { code: "all", label: qsTr("All") },
                { code: "gaps", label: qsTr("Not lately") }
            ]
            onChosen: code => page.guides.gapsOnly = code === "gaps"
        }
        ListView {
            id: list

            objectName: "guideList"
            anchors.top: filter.bottom
            anchors.topMargin: Theme.gap
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            clip: true
            spacing: 8
            model: page.guides
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Guides")

            T.ScrollBar.vertical: VScrollBar {}

            // Arrow keys go from row to row.
            function go(place: int): void {
                if (place < 0 || place >= count)
                    return;
                positionViewAtIndex(place, ListView.Contain);
                itemAtIndex(place).forceActiveFocus(Qt.TabFocusReason);
            }

            delegate: GuideRow {
                id: row

                required property int index
                required property string topicId

                objectName: "guide-" + topicId
                width: ListView.view.width
                current: page.guides.card.topicId === topicId
                Keys.onUpPressed: list.go(row.index - 1)
                Keys.onDownPressed: list.go(row.index + 1)
                onClicked: page.openRow(row)
            }
        }
        VText {
            objectName: "noGuides"
            visible: list.count === 0
            anchors.top: filter.bottom
            anchors.topMargin: 40
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 420)
            horizontalAlignment: Text.AlignHCenter
            color: Theme.quiet
            text: field.text !== "" ? qsTr("No topic matches. Try another word.")
                : page.guides.gapsOnly ? qsTr("Every topic with a guide was done here within the last four weeks.")
                : qsTr("There are no guides yet.")
        }
    }
    GuideSheet {
        id: sheet

        objectName: "guideSheet"
        visible: page.guides.card.active
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: page.wide ? page.width - finder.width - Theme.gap - 4 : page.width
        card: page.guides.card
        alone: !page.wide
        onClosed: reason => page.close(reason)
    }
    VText {
        objectName: "chooseGuide"
        visible: page.wide && !page.guides.card.active
        anchors.centerIn: sheet
        width: Math.min(sheet.width - 40, 420)
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
        text: qsTr("Choose a topic to see how it goes and who can do it now.")
    }
}
