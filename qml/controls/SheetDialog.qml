import QtQuick
import QtQuick.Templates as T
import Vejviser

// A dialog over the window: one column that scrolls when there is no room for all of it.
VDialog {
    id: dialog

    property alias sheet: sheet
    default property alias content: column.data

    function reveal(item: Item): void {
        sight.reveal(item);
    }

    padding: Math.min(20, (parent?.width ?? 400) / 28)
    width: Math.min(680, (parent?.width ?? 680) - 16)
    height: Math.min(implicitHeight, (parent?.height ?? 700) - 16)

    contentItem: Flickable {
        id: sheet

        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: VScrollBar {}

        KeyboardSight {
            id: sight

            pages: sheet
        }
        Column {
            id: column

            x: 4  // room for the frame of what has the focus
            width: sheet.width - 8
            spacing: 14
        }
    }
}
