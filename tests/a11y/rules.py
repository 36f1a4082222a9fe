"""What every page must keep to, so that it can be used without seeing or touching it.

`offences` looks at one page or dialog as screen.py reads it; `Walk` goes round it by keyboard. Each
gives sentences about what is wrong; none means that all is well.
"""

from screen import place, until

TOUCH = 48  # pixels; Theme.touch: the smallest thing a finger should have to hit
NO_ROLE = {"unknown", "invalid", "filler", "extended", "redundant object"}
MOST_STOPS = 400  # of the keyboard on one page; more is a walk that never ends


def nameless(element):
    if element.interactive or element.role == "dialog":
        return not element.name.strip() and "has no name"


def roleless(element):
    return element.interactive and element.role in NO_ROLE and "has no role"


def unfocusable(element):
    return reachable(element) and "focusable" not in element.states and "cannot have the keyboard"


def unpressable(element):
    presses = {"button", "radio button", "check box", "toggle button", "page tab", "menu item"}
    return element.role in presses and "Press" not in element.actions and "cannot be pressed"


def small(element):
    if not element.interactive:
        return False
    narrow = element.role != "text field" and element.box.width < TOUCH
    return (narrow or element.box.height < TOUCH) and f"is smaller than {TOUCH} pixels"


def beyond(element):
    """Pages scroll up and down only: what is too far right is never seen."""
    frame = element.inside[0].box if element.inside else element.box
    if not frame or not (element.interactive or element.role == "dialog"):
        return False
    outside = element.box.x < frame.x or element.box.right > frame.right
    return outside and "is not all on the screen"


RULES = (nameless, roleless, unfocusable, unpressable, small, beyond)


def twins(elements):
    """Controls that cannot be told apart by what is read out. Rows of a list may be alike."""
    seen = set()
    for element in elements:
        if not element.interactive or any(outer.role == "list" for outer in element.inside):
            continue
        if (element.role, element.name) in seen:
            yield f"{element} is there twice"
        seen.add((element.role, element.name))


def offences(elements):
    """What is wrong with a page, one sentence each."""
    placed = [element for element in elements if element.placed]
    found = [f"{element} {fault}" for element in placed for rule in RULES
             if (fault := rule(element))]
    if not any(element.interactive for element in placed):
        found.append("there is nothing to act on: was the page open?")
    return found + list(twins(placed))


def follows(before, after):
    """Whether a box comes after another when one reads by rows, from the left; or lies in it."""
    if after.y >= before.bottom:
        return True
    if after.x >= before.right and after.bottom > before.y:
        return True
    within = before.x <= after.x and after.right <= before.right
    return within and before.y <= after.y < before.bottom


def disorder(steps):
    """Steps against the order of reading; each step is (stop before, its place now, stop after).

    Columns beside each other, as the navigation and the page, are read one after the other: a step
    up is in order where all that was passed since the last such step lies to the left, or above as
    what heads all columns.
    """
    passed = [steps[0][1]] if steps else []
    for before, place_now, after in steps:
        if not follows(place_now, after.box):
            if any(box.right > after.box.x and box.bottom > after.box.y for box in passed):
                yield f"{after} comes after {before}, against the order of reading"
            passed = []
        passed.append(after.box)


class Walk:
    """Goes round a page by one key and says what is wrong with the way."""

    def __init__(self, screen, key="Tab"):
        self.screen = screen
        self.key = key
        self.stops = []
        self._alone = None  # read once: it takes long

    def round(self):
        """From a first stop until that stop again; what was wrong with the way."""
        first = self.screen.focused()
        if first is None or not first.interactive:  # a dialog that has just opened
            first = self.step(first)
        self.stops = [first]
        steps, faults = [], []
        while True:
            before = self.stops[-1]
            now = self.step(before)
            if not now.showing:
                faults.append(f"{now} has the keyboard and is not to be seen")
            steps.append((before, place(before.node) or before.box, now))
            if same(now, first):
                break
            if any(same(now, stop) for stop in self.stops) or len(self.stops) > MOST_STOPS:
                return faults + [f"{self.key} comes back to {now} and never to {first}"]
            self.stops.append(now)
        layer = self.screen.layer()
        return faults + list(disorder(self._from_the_top(steps, layer))) + self._missed(layer)

    def through(self, panel):
        """From the first stop in a panel until the keyboard leaves it; what was wrong with the way.
        For what stays only while it is used, so that it cannot be gone round with the page."""
        self.stops, steps = [self.screen.focused()], []
        while len(self.stops) < MOST_STOPS:
            now = self.step(self.stops[-1])
            if not lies_in(now, panel):
                break
            steps.append((self.stops[-1], place(self.stops[-1].node), now))
            self.stops.append(now)
        layer = [element for element in self.screen.layer() if panel in element.inside]
        return list(disorder(steps)) + self._missed(layer)

    def step(self, before):
        """One press of the key; the next stop. It may be the same only where there is no other."""
        if self._alone is None:
            self._alone = sum(reachable(element) for element in self.screen.layer()) == 1
        self.screen.key(self.key)

        def moved():
            now = self.screen.focused()
            return now is not None and (self._alone or not same(now, before)) and now

        return until(moved, lambda: f"{self.key} does not leave {before}" if self.screen.focused()
                     else f"{self.key} leads from {before} to nowhere")

    def _from_the_top(self, steps, layer):
        """The round as if begun at what comes first on the page, without the step back to it."""
        order = [element.node for element in layer]
        places = [order.index(stop.node) if stop.node in order else len(order)
                  for stop in self.stops]
        top = places.index(min(places))
        return (steps[top:] + steps[:top])[:-1]

    def _missed(self, layer):
        passed = [stop.node for stop in self.stops]
        return [f"{self.key} does not reach {element}" for element in layer
                if reachable(element) and element.node not in passed]


def reachable(element):
    """It must be a stop of the keyboard's."""
    return element.interactive and element.available


def lies_in(element, panel):
    above = element.node
    while above is not None and above != panel.node:
        above = above.get_parent()
    return above is not None


def same(one, other):
    """The same stop. A list takes the same element for another row when it scrolls."""
    return other is not None and one.node == other.node and one.name == other.name
