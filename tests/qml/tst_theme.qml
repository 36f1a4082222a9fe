import QtQuick
import QtTest
import Vejviser

// Every colour can be told from the ground it stands on, in both themes. The formula is WCAG 2.1's
// ("relative luminance" and "contrast ratio").
TestCase {
    name: "Theme"

    readonly property real forText: 4.5   // success criterion 1.4.3
    readonly property real forShapes: 3   // success criterion 1.4.11: borders, signs, bars
    // What words are written in, and on which grounds.
    readonly property var words: ({
            ink: ["paper", "card", "cardPressed", "primarySoft", "faultSoft"],
            quiet: ["paper", "card", "cardPressed"],
            primary: ["paper", "card", "cardPressed", "primarySoft"],
            primaryInk: ["primary", "fault"],
            accent: ["paper", "card", "cardPressed"],
            fault: ["paper", "card", "cardPressed", "faultSoft"],
            library: ["card"],
            citizenService: ["card"]
        })
    // What is drawn: edges of what can be tapped, the frame of the keyboard's focus, signs, bars.
    readonly property var shapes: ({
            edge: ["paper", "card"],
            quiet: ["paper", "card"],
            primary: ["paper", "card"],
            fault: ["paper", "card"],
            accent: ["paper", "card", "primarySoft"]
        })
    // What only adorns: cards are told apart by what stands on them.
    readonly property var adornments: ["dim", "line"]

    function cleanup() {
        Theme.dark = false;
    }

    function test_contrast_isKnown() {
        compare(contrast("#000000", "#ffffff"), 21);
        compare(contrast("#ffffff", "#ffffff"), 1);
        fuzzyCompare(contrast("#777777", "#ffffff"), 4.48, 0.01);
    }

    function test_words_canBeRead_data() {
        return inBothThemes(words, forText);
    }

    function test_words_canBeRead(data) {
        expectContrast(data);
    }

    function test_shapes_canBeSeen_data() {
        return inBothThemes(shapes, forShapes);
    }

    function test_shapes_canBeSeen(data) {
        expectContrast(data);
    }

    function test_numbers_canBeReadInTheHeatMap_data() {
        return [{ tag: "light", dark: false }, { tag: "dark", dark: true }];
    }

    function test_numbers_canBeReadInTheHeatMap(data) {
        Theme.dark = data.dark;
        for (let level = 1; level < Theme.heat.length; ++level) {  // nothing is written on 0
            const ratio = contrast(Theme.heatInk(level), Theme.heat[level]);
            verify(ratio >= forText, "level " + level + " has only " + ratio.toFixed(2));
        }
    }

    function test_pressedButtons_canBeRead_data() {
        return [{ tag: "light", dark: false }, { tag: "dark", dark: true }];
    }

    function test_pressedButtons_canBeRead(data) {
        Theme.dark = data.dark;
        for (const tint of [Theme.primary, Theme.fault]) {
            const ratio = contrast(Theme.primaryInk, Qt.darker(tint, 1.2));
            verify(ratio >= forText, tint + " has only " + ratio.toFixed(2));
        }
    }

    // A new colour is not used before it stands in one of the lists.
    function test_everyColour_isLookedAt() {
        const known = new Set(adornments);
        for (const list of [words, shapes]) {
            for (const colour in list) {
                known.add(colour);
                list[colour].forEach(ground => known.add(ground));
            }
        }
        compare(stage.coloursOf(Theme), Array.from(known).sort());
    }

    function inBothThemes(list, least) {
        const rows = [];
        for (const dark of [false, true]) {
            for (const colour in list) {
                for (const ground of list[colour]) {
                    rows.push({
                        tag: colour + " on " + ground + (dark ? ", dark" : ", light"), dark: dark,
                        colour: colour, ground: ground, least: least
                    });
                }
            }
        }
        return rows;
    }

    function expectContrast(data) {
        Theme.dark = data.dark;
        const ratio = contrast(Theme[data.colour], Theme[data.ground]);
        verify(ratio >= data.least, "has only " + ratio.toFixed(2));
    }

    function contrast(one, other) {
        const light = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light[0] + 0.05) / (light[1] + 0.05);
    }

    function luminance(colour) {
        const c = Qt.darker(colour, 1);  // a word as well as a colour
        const linear = v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    }
}
