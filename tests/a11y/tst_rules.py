#!/usr/bin/python3
"""Goal: the rules for pages notice what they are for.
Method: made-up pages, each with one fault."""

import sys
import unittest

import report
from rules import disorder, offences
from screen import Box, Element

WRITABLE = ("showing", "enabled", "focusable", "editable")
WINDOW = Element("frame", "Vejviser", frozenset({"showing"}), Box(0, 0, 1280, 800))


def element(role="button", name="Gem", box=(100, 100, 60, 48), actions=("Press", "SetFocus"),
            states=("showing", "enabled", "focusable"), inside=(WINDOW,), description=""):
    return Element(role, name, frozenset(states), box and Box(*box), actions, inside, description)


def told(*elements):
    return [offence.split(")")[-1].strip() for offence in offences([WINDOW, *elements])]


class Rules(unittest.TestCase):
    def test_goodPage_hasNothingWrong(self):
        self.assertEqual(told(element(), element("text field", "Søg", (0, 0, 40, 52), (), WRITABLE)), [])

    def test_control_needsAName(self):
        self.assertEqual(told(element(name=" ")), ["has no name"])

    def test_dialog_needsAName(self):
        dialog = element("dialog", "", (0, 0, 500, 500), ())
        self.assertEqual(told(element(), dialog), ["has no name"])

    def test_control_needsARole(self):
        self.assertEqual(told(element("filler")), ["has no role"])

    def test_control_needsTheKeyboard(self):
        self.assertEqual(told(element(states=("showing", "enabled"))), ["cannot have the keyboard"])

    def test_whatIsNotAvailable_needsNoKeyboard(self):
        off = element(states=("showing", "enabled"), description="Kan ikke bruges lige nu")
        self.assertEqual(told(off), [])

    def test_buttons_needPress(self):
        for role in ("button", "radio button", "check box", "page tab"):
            self.assertEqual(told(element(role, actions=("SetFocus",))), ["cannot be pressed"])

    def test_whatIsTooSmallToHit_isNamed(self):
        for size in ((47, 48), (48, 47)):
            self.assertEqual(told(element(box=(0, 0, *size))), ["is smaller than 48 pixels"])
        field = element("text field", "Søg", (0, 0, 300, 47), (), WRITABLE)
        self.assertEqual(told(field), ["is smaller than 48 pixels"])

    def test_whatIsPartlyOutside_isNamed(self):
        for x in (-1, 1221):
            self.assertEqual(told(element(box=(x, 0, 60, 48))), ["is not all on the screen"])
        self.assertEqual(told(element(box=(0, 900, 60, 48))), [])  # one scrolls there

    def test_controlsReadOutAlike_areNamed_butNotRows(self):
        self.assertEqual(told(element(), element(box=(200, 100, 60, 48))), ["is there twice"])
        rows = element("list", "I dag", (0, 0, 900, 500), ())
        self.assertEqual(told(element(inside=(WINDOW, rows)), element(inside=(WINDOW, rows))), [])

    def test_emptyPage_isNoGoodPage(self):
        self.assertEqual(told(element("label", "Indlæser", actions=())),
                         ["there is nothing to act on: was the page open?"])

    def test_whatIsHidden_isNotAsked(self):
        self.assertEqual(told(element(), element(name="", box=None)), [])


class Order(unittest.TestCase):
    """`places` are gone through in this order; how many steps go against that of reading."""

    def against(self, *places):
        stops = [element(name=str(i), box=place) for i, place in enumerate(places)]
        return len(list(disorder([(a, a.box, b) for a, b in zip(stops, stops[1:])])))

    def test_rowsFromTheLeft_areInOrder(self):
        self.assertEqual(self.against((0, 0, 50, 50), (60, 0, 50, 50), (0, 60, 50, 50)), 0)

    def test_columnsBesideEachOther_areInOrder(self):
        self.assertEqual(self.against((0, 0, 50, 50), (0, 60, 50, 50), (60, 0, 50, 50),
                                      (60, 60, 50, 50)), 0)

    def test_columnsBelowAHead_areInOrder(self):
        head = (0, 0, 500, 50)
        self.assertEqual(self.against(head, (0, 60, 50, 50), (0, 120, 50, 50), (60, 60, 50, 50)), 0)

    def test_upwardsIntoTheHead_isAgainstIt(self):
        head = (0, 0, 500, 50)
        self.assertEqual(self.against(head, (0, 120, 50, 50), (60, 20, 50, 50)), 1)

    def test_controlInAnother_comesAfterIt(self):
        self.assertEqual(self.against((0, 0, 500, 50), (450, 0, 50, 50)), 0)

    def test_leftwards_isAgainstIt(self):
        self.assertEqual(self.against((60, 0, 50, 50), (0, 0, 50, 50)), 1)

    def test_upwards_isAgainstIt(self):
        self.assertEqual(self.against((0, 60, 50, 50), (0, 0, 50, 50)), 1)

    def test_upwardsIntoWhatWasPassed_isAgainstIt(self):
        self.assertEqual(self.against((0, 0, 50, 50), (200, 0, 50, 50), (0, 60, 50, 50),
                                      (100, 0, 50, 50)), 1)


if __name__ == "__main__":
    sys.exit(report.run("tst_rules"))
