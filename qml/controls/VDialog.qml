import QtQuick
import QtQuick.Templates as T
import Vejviser

// A dialog over the window; what lies behind it is dimmed. Its title is for screen readers.
T.Dialog {
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: 12
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true

    background: VCard { border.color: Theme.edge }
    T.Overlay.modal: Rectangle { color: Theme.dim }
}
