pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Layouts
import Vejviser
import Vejviser.Model

// What was set aside: records that are not in the shared figures. To look at, to try again, and to
// save as a file.
VDialog {
    id: dialog

    required property SetAsideModel aside
    required property ExportController exports

    objectName: "asideDialog"
    // The card tried again is about to go: the keyboard moves on to the next.
    function focusAfter(index: int, reason: int): void {
        const next = rows.itemAt(index + 1) as AsideCard;
        if (next?.here)
            next.takeFocus(reason);
        else
            close.forceActiveFocus(reason);
    }

    title: heading.text
    padding: Math.min(20, (parent?.width ?? 400) / 28)
    width: Math.min(860, (parent?.width ?? 860) - 16)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 16)
    onAboutToShow: {
        exports.dismiss();
        aside.shown = true;
    }
    onOpened: close.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: aside.shown = false

    contentItem: ColumnLayout {
        spacing: 10

        KeyboardSight {
            id: sight

            pages: sheet
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8
            layoutDirection: Theme.tapOrder

            VHeading {
                id: heading

                objectName: "asideTitle"
                Layout.fillWidth: true
                text: qsTr("What was set aside")
            }
            VButton {
                id: close

                objectName: "closeAside"
                sign: "close"
                Accessible.name: qsTr("Close")
                onClicked: dialog.close()
            }
        }
        // What came of it stays in sight wherever one has scrolled to.
        VText {
            objectName: "asideNotice"
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.aside.notice
            font.weight: Font.DemiBold
            Accessible.role: Accessible.AlertMessage
        }
        VText {
            objectName: "savedTo"
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.exports.savedTo
            color: Theme.primary
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        VText {
            objectName: "exportFault"
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.exports.fault
            color: Theme.fault
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        Flickable {
            id: sheet

            objectName: "asideSheet"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: content.implicitHeight
            contentHeight: content.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            T.ScrollBar.vertical: VScrollBar {}

            Column {
                id: content

                x: 4  // room for the frame of what has the focus
                width: sheet.width - 8
                spacing: 8

                AsideHeader {
                    width: parent.width
                    aside: dialog.aside
                    exports: dialog.exports
                }
                Column {
                    width: parent.width
                    spacing: 8
                    Accessible.role: Accessible.List
                    Accessible.name: heading.text

                    Repeater {
                        id: rows

                        model: dialog.aside
                        delegate: AsideCard {
                            id: card

                            width: content.width
                            onRetry: reason => {
                                dialog.aside.retry(card.entry);
                                dialog.focusAfter(card.index, reason);
                            }
                        }
                    }
                }
            }
        }
    }
}
