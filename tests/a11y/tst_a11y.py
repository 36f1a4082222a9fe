#!/usr/bin/python3
"""Goal: the app can be used without seeing it and without touching it: everything has a name and a
role that a screen reader gets, can be pressed by it and reached by keyboard, and says when it
changes.
Method: the real app on a screen of its own, asked over the real accessibility bus; keys through
X."""

import csv
import io
import re
import sys
import tempfile
import unittest

import report
from rules import Walk, offences
from screen import App, Heard, matches
from surfaces import (AUTHORITY, SURFACES, TOPIC, bar, go, help_dialog, log, pages, slip,
                      unfolded_bar)

NAMED = "object:property-change:accessible-name"
OUTCOME = "Udfald: Klarede det selv"
SAVED = f"Gemt på denne tablet: {TOPIC}"
OTHER = "Anmeld rotter"
OTHER_SAVED = f"Gemt på denne tablet: {OTHER}"
REFERRED = "Henvist til borgerservice"
ENDED = "Hvordan endte det?: Med vejledning"


class Check(unittest.TestCase):
    """A test with the app on a fresh tablet."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="vejviser-a11y-")
        self.addCleanup(folder.cleanup)
        self.app = self.enterContext(App(folder.name))
        self.screen = self.app.screen

    def expect_none(self, faults):
        if faults:
            self.fail("\n".join(faults))

    def stored(self):
        """The tablet's own rows, read after the app has ended."""
        self.app.stop()
        return list(csv.DictReader(io.StringIO(self.app.cli("export"))))

    def expect_stored(self, helps):
        """These helps as (topic, outcome, people), the last of them referred to the other unit."""
        rows = self.stored()
        self.assertEqual([(row["topic"], row["outcome"], row["people"])
                          for row in rows if row["kind"] == "help"], helps)
        self.assertEqual([row["to"] for row in rows if row["kind"] == "referral"],
                         ["citizen_service"])


def slip_code(screen):
    """The code that is read out, one character at a time."""
    said = screen.find("label", re.compile("^Seddelkode: ")).name
    return said.removeprefix("Seddelkode: ").replace(" ", "")


class EveryPage(Check):
    def test_everyPageInTheNavigation_tellsWhatIsOnIt(self):
        log(self.app)
        faults = []
        for page in pages(self.screen):
            go(self.screen, page)
            faults += [f"[{page}] {fault}" for fault in offences(self.screen.layer())]
        self.expect_none(faults)

    def test_everyPageInTheNavigation_isGoneRoundByTab(self):
        log(self.app)
        self.screen.take_keyboard()
        faults = []
        for page in pages(self.screen):
            go(self.screen, page)
            self.screen.focus("page tab", page)
            faults += [f"[{page}] {fault}" for fault in Walk(self.screen).round()]
        self.expect_none(faults)


    def test_bar_isGoneThroughByTab(self):
        bar(self.app)
        self.go_through_bar()

    def test_unfoldedBar_isGoneThroughByTab(self):
        unfolded_bar(self.app)
        self.go_through_bar()

    def go_through_bar(self):
        self.screen.take_keyboard()
        self.screen.key("F6")
        self.screen.wait_focus("button", "Fortryd")
        panel = self.screen.find("panel", SAVED)
        self.expect_none(Walk(self.screen).through(panel))


def tells(open_it):
    return lambda self: self.expect_none(offences(open_it(self.app).layer()))


def goes_round(open_it):
    def check(self):
        screen = open_it(self.app)
        screen.take_keyboard()
        self.expect_none(Walk(screen).round())

    return check


for opener in SURFACES:
    setattr(EveryPage, f"test_{opener.__name__}_tellsWhatIsOnIt", tells(opener))
    if opener not in (log, bar, unfolded_bar):  # a page of the navigation; what goes while it is not used
        setattr(EveryPage, f"test_{opener.__name__}_isGoneRoundByTab", goes_round(opener))


class WithoutMouse(Check):
    """The main job by what a screen reader can do."""

    def test_oneHelp_isLoggedChangedAndReferred(self):
        self.screen.press("button", "Bibliotek")
        self.screen.press("button", TOPIC)
        self.screen.wait_text(SAVED)
        self.screen.press("radio button", OUTCOME)
        self.screen.wait_state("radio button", OUTCOME, "checked")
        self.screen.press("button", "Personer: én mere")
        self.screen.wait_text("Personer: 2")
        self.screen.press("button", OTHER)
        self.screen.wait_text(OTHER_SAVED)
        self.screen.press("button", "Henvis til borgerservice")
        self.screen.wait_text(REFERRED)
        go(self.screen, "I dag")
        self.screen.find("list item", re.compile(f"{TOPIC}, Klarede det selv.* 2 personer$"))
        self.screen.find("list item", re.compile(f"{OTHER}, .*{REFERRED}"))
        self.expect_stored([("mitid-help", "alone", "2"), ("rats", "sent_on", "1")])

    def test_citizen_isReferred_andTheSlipRedeemedElsewhere(self):
        code = slip_code(slip(self.app))
        self.screen.press("button", "Færdig")
        there = self.app.beside("citizen-service").screen
        there.press("button", "Borgerservice")
        go(there, "Henvis")
        there.write("text field", "Indløs en seddel", code)
        there.press("button", "Indløs")
        there.press("button", "Tag imod")
        there.wait_text("Taget imod")
        there.press("radio button", ENDED)
        there.wait_text("Færdig")

    def test_undo_leavesNothing(self):
        bar(self.app)
        self.screen.press("button", "Fortryd")
        self.screen.wait_gone("alert", SAVED)
        go(self.screen, "I dag")
        self.screen.wait_text(re.compile("^Der er ikke registreret noget"))
        self.assertEqual(self.stored(), [])

    def test_whatLiesBehindTheWelcome_cannotBePressed(self):
        self.screen.find("button", "Bibliotek")
        tile = [element for element in self.screen.everything() if element.name == TOPIC]
        self.assertFalse([element for element in tile if element.showing])


class ByKeyboard(Check):
    """The main job by keys alone."""

    def setUp(self):
        super().setUp()
        self.screen.take_keyboard()

    def tab_to(self, role, name, key="Tab"):
        """Presses Tab until the keyboard is there."""
        walk = Walk(self.screen, key)
        for _ in range(100):
            now = self.screen.focused()
            if now is not None and now.role == role and matches(now.name, name):
                return
            walk.step(now)
        self.fail(f'{key} never comes to {role} "{name}"')

    def test_oneHelp_isLoggedChangedAndReferred(self):
        self.tab_to("button", "Bibliotek")
        self.screen.key("space")
        self.screen.find("heading", "Ny henvendelse")
        self.tab_to("button", TOPIC)
        self.screen.key("Right", "Left")
        self.screen.wait_focus("button", TOPIC)
        self.screen.key("space")
        self.screen.wait_text(SAVED)
        self.screen.key("F6")
        self.screen.wait_focus("button", "Fortryd")
        self.tab_to("radio button", OUTCOME)
        self.screen.key("space")
        self.screen.wait_state("radio button", OUTCOME, "checked")
        self.screen.wait_focus("radio button", OUTCOME)
        self.find_by_search("rotter")
        self.screen.wait_text(OTHER_SAVED)
        self.screen.key("F6")
        self.screen.wait_focus("button", "Fortryd")
        self.tab_to("button", "Henvis til borgerservice")
        self.screen.key("space")
        self.screen.wait_text(REFERRED)
        self.expect_stored([("mitid-help", "alone", "1"), ("rats", "sent_on", "1")])

    def test_citizen_isReferred_andTheSlipRedeemed(self):
        self.tab_to("button", "Bibliotek")
        self.screen.key("space")
        self.screen.find("heading", "Ny henvendelse")
        self.find_by_search("fingeraftryk")
        self.tab_to("button", re.compile("^Henvis til Borgerservice"))
        self.screen.key("space")
        slip_code(self.screen)
        self.tab_to("button", "Færdig")
        self.screen.key("space")
        self.tab_to("page tab", "Henvis")
        self.screen.key("space")
        self.tab_to("text field", "Indløs en seddel")
        self.screen.type("K7MP4XQQ")
        self.screen.key("Return")
        self.tab_to("button", "Tag imod")
        self.screen.key("space")
        self.screen.wait_text("Taget imod")
        self.tab_to("radio button", ENDED)
        self.screen.key("space")
        self.screen.wait_text("Færdig")

    def test_arrows_goFromTileToTile(self):
        log(self.app)
        self.screen.focus("button", TOPIC)
        tiles = [element.name for element in self.screen.elements()
                 if element.role == "button" and element.inside[-1].role == "list"]
        self.screen.key("Right")
        self.screen.wait_focus("button", tiles[1])
        self.screen.key("Down", "Left", "Up")
        self.screen.wait_focus("button", TOPIC)

    def test_search_isLoggedByReturn_andUndone(self):
        log(self.app)
        self.find_by_search("rotter")
        self.screen.wait_text(OTHER_SAVED)
        self.screen.key("F6")
        self.screen.wait_focus("button", "Fortryd")
        self.screen.key("space")
        self.screen.wait_gone("alert", OTHER_SAVED)
        self.assertEqual(self.stored(), [])

    def find_by_search(self, words):
        """Logs the first topic that is found."""
        self.screen.key("ctrl+f")
        self.screen.wait_focus("text field", "Søg efter et emne")
        self.screen.type(words)
        self.screen.wait_gone("button", TOPIC)
        self.screen.key("Return")

    def test_dialog_takesTheKeyboard_andGivesItBack(self):
        bar(self.app)
        go(self.screen, "I dag")
        self.tab_to("list item", re.compile(TOPIC))
        self.screen.key("space")
        self.screen.find("dialog", TOPIC)
        self.tab_to("button", "Færdig")
        self.screen.key("Escape")
        self.screen.wait_gone("dialog", TOPIC)
        self.screen.wait_focus("list item", re.compile(TOPIC))

    def test_shiftTab_goesTheSameWayBack(self):
        log(self.app)
        go(self.screen, "Indstillinger")
        self.screen.focus("page tab", "Registrér")
        there, back = Walk(self.screen), Walk(self.screen, "shift+Tab")
        there.round()
        back.round()
        self.assertEqual([stop.name for stop in back.stops[1:]],
                         [stop.name for stop in reversed(there.stops[1:])])


class Announced(Check):
    """Screen readers are told of what changes, without asking."""

    def test_whatWasLogged_isSaid(self):
        log(self.app)
        with Heard(NAMED, "object:state-changed:showing") as heard:
            self.screen.press("button", TOPIC)
            heard.wait_for(NAMED, SAVED)
            heard.wait_for("object:state-changed:showing", SAVED, 1)

    def test_choice_isTheOneThatIsChecked_howeverItIsMade(self):
        bar(self.app)
        for name, action in (("Udfald: Afvist", "Press"), (OUTCOME, "Toggle"), (OUTCOME, "Toggle"),
                             (OUTCOME, "Press"), ("Udfald: Henvist videre", "Toggle")):
            with Heard("object:state-changed:checked") as heard:
                was = "checked" in self.screen.find("radio button", name).states
                self.screen.act("radio button", name, action)
                if not was:
                    heard.wait_for("object:state-changed:checked", name, 1)
            self.screen.wait_state("radio button", name, "checked")
            self.assertEqual(self.checked("Udfald"), [name], f"after {action} of {name}")

    def test_chosenAgainByKey_staysChosen(self):
        bar(self.app)
        self.screen.take_keyboard()
        self.screen.focus("radio button", "Udfald: Med vejledning")
        self.screen.key("space", "Tab")
        self.screen.wait_focus("radio button", "Udfald: Gjort for borgeren")
        self.assertEqual(self.checked("Udfald"), ["Udfald: Med vejledning"])

    def test_page_isTheTabThatIsChecked(self):
        log(self.app)
        for page in pages(self.screen) + pages(self.screen)[:1]:
            go(self.screen, page)
            tabs = [tab.name for tab in self.screen.elements()
                    if tab.role == "page tab" and "checked" in tab.states]
            self.assertEqual(tabs, [page])

    def test_pageChosenAgainByKey_staysChecked(self):
        log(self.app)
        self.screen.take_keyboard()
        self.screen.focus("page tab", "Registrér")
        self.screen.key("space", "Tab")
        self.screen.wait_focus("page tab", "Henvis")
        self.assertIn("checked", self.screen.find("page tab", "Registrér").states)

    def test_language_changesTheNames(self):
        log(self.app)
        go(self.screen, "Indstillinger")
        self.screen.focus("radio button", "Sprog: English")  # scrolls there
        with Heard(NAMED) as heard:
            self.screen.press("radio button", "Sprog: English")
            heard.wait_for(NAMED, "Settings")
        self.screen.wait_state("radio button", "Language: English", "checked")
        self.expect_none(offences(self.screen.layer()))
        go(self.screen, "Log")
        self.screen.find("button", "MitID: help and guidance")

    def checked(self, group):
        return [element.name for element in self.screen.elements() if element.role == "radio button"
                and element.name.startswith(group) and "checked" in element.states]


if __name__ == "__main__":
    sys.exit(report.run("tst_a11y"))
