pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vejviser

// One of a few: buttons side by side that wrap when there is no room.
Flow {
    id: choice

    required property string label  ///< what is being chosen, for screen readers
    required property var options   ///< of {code, label}
    property string value           ///< the code that is chosen now

    /// The width at which nothing wraps.
    readonly property real fullWidth: {
        let sum = made > 0 ? -spacing : 0;
        for (let i = 0; i < made; ++i)
            sum += (buttons.itemAt(i)?.implicitWidth ?? 0) + spacing;
        return sum;
    }
    property int made: 0

    signal chosen(string code)

    spacing: 6
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        id: buttons

        model: choice.options
        onItemAdded: choice.made += 1
        onItemRemoved: choice.made -= 1

        // What kind of control it is decides what screen readers call it: Qt overrules Accessible.role.
        delegate: T.RadioButton {
            id: option

            required property var modelData
            readonly property bool current: modelData.code === choice.value

            objectName: "choice-" + modelData.code
            text: modelData.label
            checked: current
            width: Math.min(implicitWidth, Math.max(choice.width, Theme.touch))
            autoExclusive: false
            padding: 0
            horizontalPadding: 10  // words that fill the line do not touch the frame
            indicator: null
            implicitHeight: Math.max(Theme.touch, words.implicitHeight + 16)
            // Not the words' own: it changes with the width when they are wrapped.
            implicitWidth: Math.max(Theme.touch, Math.ceil(metrics.advanceWidth) + 30)
            focusPolicy: Qt.StrongFocus
            Accessible.name: choice.label + ": " + text
            Accessible.onPressAction: option.clicked()
            Accessible.onToggleAction: option.clicked()
            // A tap alone checks nothing: the value does.
            onToggled: checked = Qt.binding(() => current)
            onClicked: choice.chosen(modelData.code)

            TextMetrics {
                id: metrics

                font: words.font
                text: words.text
            }
            background: Rectangle {
                radius: Theme.radius
                color: option.current ? Theme.primary : (option.down ? Theme.cardPressed : Theme.card)
                border.width: 1
                border.color: option.current ? Theme.primary : Theme.edge

                FocusFrame { shown: option.visualFocus }
            }
            contentItem: Text {
                id: words

                text: (option.current ? "✓ " : "") + option.text
                wrapMode: Text.Wrap  // a word that is too long for its line goes on in the next
                font.pixelSize: Theme.body
                font.weight: option.current ? Font.DemiBold : Font.Normal
                color: option.current ? Theme.primaryInk : Theme.ink
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
        }
    }
}
