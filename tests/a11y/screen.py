"""The app as a screen reader meets it: what is shown, read out, pressed and typed.

Over AT-SPI, the Linux desktop's accessibility bus; keys go through X. A check starts an App, asks
its `screen` for what is shown, and acts by role and name, as a person with a screen reader does:

    with App(folder) as app:
        app.screen.press("button", "Bibliotek")
        app.screen.find("heading", "Ny henvendelse")

Everything that looks for something waits until it is there, at most PATIENCE_S.
"""

import os
import re
import subprocess
import time
from dataclasses import dataclass, field
from typing import NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 30  # only what fails waits so long
LOOK_AGAIN_MS = 20

# Roles by one name each: AT-SPI renamed some (push button, button) without changing their number.
ROLES = {
    int(Atspi.Role.PUSH_BUTTON): "button",
    int(Atspi.Role.TEXT): "text field",
    int(Atspi.Role.ENTRY): "text field",
    int(Atspi.Role.LABEL): "label",
    int(Atspi.Role.PAGE_TAB): "page tab",
}
READ_OUT = {"label", "heading", "alert", "static", "text"}
CONTROLS = {"button", "radio button", "check box", "toggle button", "text field", "page tab",
            "slider", "spin button", "combo box", "link", "menu item"}
UNAVAILABLE = {"Kan ikke bruges lige nu", "Not available now"}
ACTIONS = {"Press", "Toggle", "Increase", "Decrease", "ShowMenu"}


class Box(NamedTuple):
    """Where something is on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height


@dataclass(frozen=True)
class Element:
    """One thing as it was when it was read; `node` is the thing itself."""

    role: str
    name: str
    states: frozenset = frozenset()
    box: Box | None = None
    actions: tuple = ()
    inside: tuple = ()  # the elements it lies in, outermost first
    description: str = ""
    node: object = field(default=None, compare=False, repr=False)

    @property
    def showing(self):
        return "showing" in self.states

    @property
    def placed(self):
        """It has its place on the page, though it may be scrolled out of sight."""
        return self.box is not None and self.box.width > 0 and self.box.height > 0

    @property
    def available(self):
        """It can be used now. Qt 6.4 has no state for what is disabled: the description says so."""
        return "enabled" in self.states and self.description not in UNAVAILABLE

    @property
    def interactive(self):
        """It is there to be acted on. A scroll bar is not: it shows how far one has come, and what
        it scrolls follows the finger, the keyboard's focus and the page keys."""
        if self.role in READ_OUT | {"scroll bar", "frame", "dialog"}:
            return False
        acts = ACTIONS & set(self.actions)
        return bool(acts) or "editable" in self.states or self.role in CONTROLS

    def __str__(self):
        box = self.box
        where = f"{box.width}x{box.height} at {box.x},{box.y}" if box else "nowhere"
        return f'{self.role} "{self.name}" ({where})'


class NotSo(AssertionError):
    """Something that was waited for did not come."""


def matches(name, wanted):
    """A name matches the same words, or a pattern that is found in it."""
    return bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else name == wanted


def pump(ms=0):
    """Takes in what the bus has to say; with `ms`, waits that long for more of it."""
    context = GLib.MainContext.default()
    if ms:
        rang = []
        GLib.timeout_add(ms, lambda: rang.append(True))
        while not rang:
            context.iteration(True)
    while context.iteration(False):
        pass


def until(predicate, why):
    """Waits until `predicate` gives something; NotSo with `why` (words, or a function) if never."""
    end = time.monotonic() + PATIENCE_S
    while True:
        found = predicate()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSo(why() if callable(why) else why)
        pump(LOOK_AGAIN_MS)


def place(node):
    """Where it is; None for what has no place."""
    component = node.get_component_iface()
    extents = component.get_extents(Atspi.CoordType.SCREEN) if component else None
    return Box(extents.x, extents.y, extents.width, extents.height) if extents else None


def read(node, inside=()):
    """An element and all that lies in it, in the order of the tree."""
    role = node.get_role()
    action = node.get_action_iface()
    count = action.get_n_actions() if action else 0
    role_name = ROLES.get(int(role), role.value_nick.replace("-", " "))
    group = inside[-1].name if inside and role_name == "password text" else ""
    element = Element(
        role=role_name,
        name=node.get_name() or group,  # Qt 6.4 keeps a password field's own name to itself
        states=frozenset(state.value_nick for state in node.get_state_set().get_states()),
        box=place(node),
        actions=tuple(action.get_action_name(i) for i in range(count)),
        inside=inside,
        description=node.get_description() or "",
        node=node,
    )
    yield element
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from read(child, inside + (element,))


class Heard:
    """What the app said by itself, as (event, element's name, detail), while it was listened to."""

    def __init__(self, *events):
        self.said = []
        self._events = events
        self._listener = Atspi.EventListener.new(self._hear)

    def _hear(self, event, *_):
        try:
            self.said.append((event.type, event.source.get_name() or "", event.detail1))
        except GLib.Error:  # its element is gone already
            pass

    def __enter__(self):
        for event in self._events:
            self._listener.register(event)
        return self

    def __exit__(self, *_):
        for event in self._events:
            self._listener.deregister(event)

    def wait_for(self, event, name, detail=None):
        """Waits until an element of that name said so."""
        def said():
            return any(
                kind.startswith(event) and matches(who, name) and detail in (None, what)
                for kind, who, what in self.said
            )

        until(said, lambda: f'{event} of "{name}" was not announced, but {self.said}')


class Screen:
    """What one process shows."""

    def __init__(self, pid):
        self.pid = pid
        self._app = until(self._find_app, f"process {pid} is not on the accessibility bus")
        until(self.windows, "the app has no window that screen readers know of")

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.pid:
                app.set_cache_mask(Atspi.Cache.NONE)  # what is read is what is there now
                return app
        return None

    def windows(self):
        count = self._app.get_child_count()
        return [self._app.get_child_at_index(i) for i in range(count)]

    def everything(self):
        """All elements, shown or not; read anew if something went while it was read."""
        def attempt():
            try:
                return [element for window in self.windows() for element in read(window)]
            except GLib.Error:
                return None

        return until(attempt, "the screen never held still")

    def elements(self):
        """What is shown, in the order of the tree."""
        return [element for element in self.everything() if element.showing]

    def layer(self):
        """What can be used now, shown or scrolled out of sight: the whole window, or what lies in
        the dialog that is open; the window or dialog itself comes first."""
        placed = [element for element in self.everything() if element.placed]
        dialogs = [element for element in placed if element.role == "dialog" and element.showing]
        if not dialogs:
            return placed
        return [element for element in placed if dialogs[-1] in element.inside + (element,)]

    def look(self, role, name):
        """The element shown with this role and name, or None: at once."""
        for element in self.elements():
            if element.role == role and matches(element.name, name):
                return element
        return None

    def find(self, role, name):
        return until(lambda: self.look(role, name),
                     lambda: f'no {role} "{name}" among:\n{self.told()}')

    def wait_gone(self, role, name):
        until(lambda: self.look(role, name) is None, f'{role} "{name}" is still there')

    def wait_state(self, role, name, state, on=True):
        def so():
            element = self.look(role, name)
            return element is not None and (state in element.states) == on

        until(so, lambda: f'{role} "{name}" is not {"" if on else "un"}{state}:\n{self.told()}')

    def texts(self):
        """All that is read out and cannot be acted on."""
        return [element.name for element in self.elements() if element.role in READ_OUT]

    def wait_text(self, name):
        until(lambda: any(matches(text, name) for text in self.texts()),
              lambda: f'"{name}" is not read out among {self.texts()}')

    def told(self):
        return "\n".join(f"  {element}" for element in self.elements())

    def reach(self, role, name):
        """The element that can be used now; it may be scrolled out of sight."""
        def look():
            for element in self.layer():
                if element.role == role and matches(element.name, name):
                    return element
            return None

        return until(look, lambda: f'no {role} "{name}" among:\n{self.told()}')

    def act(self, role, name, action):
        element = self.reach(role, name)
        if action not in element.actions:
            raise NotSo(f"{element} cannot do {action}, only {element.actions}")
        element.node.get_action_iface().do_action(element.actions.index(action))
        return element

    def press(self, role, name):
        """Activates it as a screen reader does; no mouse and no key."""
        return self.act(role, name, "Press")

    def focus(self, role, name):
        self.act(role, name, "SetFocus")
        self.wait_state(role, name, "focused")

    def focused(self):
        """The element the keyboard is on, or None. Reads no more than it must: walks ask often."""
        def last(node, found):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                found = node
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child is not None:
                    found = last(child, found)
            return found

        try:
            node = None
            for window in self.windows():
                node = last(window, node)
            element = node and next(read(node))
        except GLib.Error:  # it went while it was read
            return None
        return element if element and element.role != "frame" else None

    def wait_focus(self, role, name):
        def so():
            element = self.focused()
            return element is not None and element.role == role and matches(element.name, name)

        until(so, lambda: f'the keyboard is not on {role} "{name}" but on {self.focused()}')

    def resize(self, width, height):
        """Gives the window that size in pixels, as a phone has it or who drags its edge."""
        run("xdotool", "windowsize", self._window(), str(width), str(height))

        def so():
            frame = self.look("frame", "Vejviser")
            return frame and frame.box[2:] == (width, height)

        until(so, lambda: f"the window is not {width} x {height}:\n{self.told()}")

    def _window(self):
        """Its number for X."""
        found = run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.pid)).split()
        return found[-1]

    def take_keyboard(self):
        """Without a window manager nobody gives a new window the keyboard."""
        run("xdotool", "windowfocus", "--sync", self._window())
        until(lambda: any("active" in element.states for element in self.everything()),
              "the window did not get the keyboard")

    def write(self, role, name, text):
        """Types into a field. Qt Quick 6.4 lets no screen reader put text into one by itself."""
        self.take_keyboard()
        self.focus(role, name)
        self.type(text)

    def key(self, *names):
        """Presses keys, named as X names them: Tab, Return, space, ctrl+f."""
        run("xdotool", "key", *names)

    def type(self, text):
        """Into what has the keyboard."""
        run("xdotool", "type", text)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    if done.returncode != 0:
        raise NotSo(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
    return done.stdout


class App:
    """The real app on a tablet's folder; stops with its block."""

    def __init__(self, folder, programs=None):
        self.folder = str(folder)
        self.programs = programs or os.environ["VEJVISER_BIN"]
        self._others = []

    def __enter__(self):
        # A home of its own: neither the settings nor the key store of whoever runs this.
        home = os.path.join(self.folder, "home")
        os.makedirs(home, exist_ok=True)
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        Atspi.get_desktop(0)  # the bus is there before the app looks for it
        self._process = subprocess.Popen(
            [os.path.join(self.programs, "vejviser"), "--data", self.tablet], env=environment)
        try:
            self.screen = Screen(self._process.pid)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def beside(self, name):
        """A second app on a tablet of its own in the same folder; it stops with this one."""
        self._others.append(App(os.path.join(self.folder, name), self.programs).__enter__())
        return self._others[-1]

    def beside_unreadable(self):
        """The same, but there is a file where the tablet's folder ought to be."""
        folder = os.path.join(self.folder, "unreadable")
        os.makedirs(folder)
        with open(os.path.join(folder, "tablet"), "w", encoding="utf-8"):
            pass
        return self.beside("unreadable")

    @property
    def tablet(self):
        return os.path.join(self.folder, "tablet")

    def stop(self):
        for other in self._others:
            other.stop()
        self._others.clear()
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def cli(self, *arguments):
        """What vejviser-cli says of the tablet; not while the app has it."""
        return run(os.path.join(self.programs, "vejviser-cli"), "--data", self.tablet, *arguments)
