import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Vejviser

// A dialog over the window; what lies behind it is dimmed. Its title is for screen readers.
Dialog {
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    header: null
    modal: true
    focus: true

    background: VCard { border.color: Theme.edge }
    T.Overlay.modal: Rectangle { color: Theme.dim }
}
