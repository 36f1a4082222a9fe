pragma Singleton
import QtQuick

// Colours, sizes and icons. Contrast of text on its ground is at least 4.5:1, of edges and signs
// 3:1, in both themes.
QtObject {
    property bool dark: false
    property real textScale: 1.0
    property bool leftHanded: false

    readonly property color paper: dark ? "#12191b" : "#f6f5f1"
    readonly property color card: dark ? "#1b2528" : "#ffffff"
    readonly property color cardPressed: dark ? "#26343a" : "#e9efec"
    readonly property color ink: dark ? "#e8efee" : "#1b2a2f"
    readonly property color quiet: dark ? "#a5b4b5" : "#55656b"
    readonly property color line: dark ? "#34434a" : "#d9dcd6"
    readonly property color edge: dark ? "#6a7b82" : "#808b89"  // of what can be tapped
    readonly property color dim: dark ? "#b3000000" : "#80000000"  // over what lies behind a dialog
    readonly property color primary: dark ? "#4fb3ad" : "#0f6b6b"
    readonly property color primaryInk: dark ? "#0b1617" : "#ffffff"
    readonly property color primarySoft: dark ? "#1f3d3e" : "#dcecea"
    readonly property color accent: dark ? "#f0955a" : "#a84a14"
    readonly property color fault: dark ? "#ffb3a8" : "#a3251b"
    readonly property color faultSoft: dark ? "#4a1f1a" : "#fdecea"
    readonly property color library: primary
    readonly property color citizenService: accent
    readonly property var heat: dark ? ["#233034", "#23494a", "#2b6466", "#469c9a", "#6bb8b2", "#a5e0da"]
                                     : ["#f1f1ec", "#d3e8e4", "#a5d2cb", "#6bb5ad", "#2b8280", "#0c5252"]

    // Of rows of what is tapped. Text goes the same way in both.
    readonly property int tapOrder: leftHanded ? Qt.RightToLeft : Qt.LeftToRight

    readonly property int touch: 48  // the smallest thing a finger should have to hit
    readonly property int radius: 14
    readonly property int gap: 12

    readonly property int small: Math.round(14 * textScale)
    readonly property int body: Math.round(16 * textScale)
    readonly property int strong: Math.round(18 * textScale)
    readonly property int title: Math.round(26 * textScale)
    readonly property int figure: Math.round(38 * textScale)

    readonly property string family: "Inter"  // the program's, for what one writes in, too
    readonly property string iconFamily: "Material Icons"

    readonly property var groupIcons: ({
            "digital-id": "fingerprint", "digital-guidance": "computer", "digital-post": "mail",
            "identity-papers": "badge", "civil-registration": "home", "health": "local_hospital",
            "benefits": "account_balance", "family": "child_care", "tax-and-home": "receipt",
            "other-authority": "gavel", "orientation": "signpost", "loans": "swap_horiz",
            "reference": "menu_book", "digital-library": "tablet_android", "equipment": "print",
            "it-help": "build", "events": "event"
        })

    function iconOf(group: string): string {
        return groupIcons[group] ?? "help_outline";
    }

    // What can be read on a heat colour.
    function heatInk(level: int): color {
        return level >= (dark ? 3 : 4) ? card : ink;
    }

    // The lightest to the darkest of the heat colours, by share of the highest value.
    function heatLevel(value: real, highest: real): int {
        return value <= 0 ? 0 : Math.min(5, 1 + Math.floor((value * 5 - 1) / Math.max(1, highest)));
    }
}
