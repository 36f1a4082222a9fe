"""Every page and dialog there is: how one gets there, without a mouse.

To have a new dialog checked, add a function here. It gets an App on a fresh tablet, opens the
dialog by what a screen reader can do, waits for it, and returns the screen it is on. Pages that
stand in the navigation are found by themselves (`pages`).
"""

import re

SURFACES = []
TOPIC = "MitID: hjælp og vejledning"
AUTHORITY = "Pas: ansøgning og fingeraftryk"  # the library may not do it itself
SLIP = "K7MP4XQQ"
WORDS = "Hvor er printeren"
SERIES = re.escape("Digital dåb (9. klasse)")


def surface(open_it):
    SURFACES.append(open_it)
    return open_it


@surface
def welcome(app):
    app.screen.find("heading", "Hvor arbejder du?")
    return app.screen


@surface
def log(app):
    app.screen.press("button", "Bibliotek")
    app.screen.find("heading", "Ny henvendelse")
    return app.screen


@surface
def bar(app):
    screen = log(app)
    screen.press("button", TOPIC)
    screen.find("alert", re.compile("^Gemt på denne tablet"))
    return screen


@surface
def unfolded_bar(app):
    screen = bar(app)
    screen.press("button", "Mere")
    screen.find("radio button", re.compile("^Samtalerum: "))
    return screen


@surface
def search(app):
    screen = log(app)
    screen.write("text field", "Søg efter et emne", "pas")
    screen.find("button", "Ryd søgningen")
    return screen


@surface
def help_dialog(app):
    screen = bar(app)
    go(screen, "I dag")
    screen.press("list item", re.compile(TOPIC))
    screen.find("dialog", re.compile(TOPIC))
    return screen


@surface
def sync_details(app):
    screen = log(app)
    screen.press("button", re.compile("^Synkronisering"))
    screen.find("dialog", "Ikke tilsluttet")
    return screen


@surface
def workplace(app):
    screen = log(app)
    screen.press("button", re.compile("^Hvor du arbejder: "))
    screen.find("dialog", "Hvem har tabletten nu?")
    return screen


@surface
def set_aside(app):
    screen = sync_details(app)
    screen.press("button", "Se, hvad der er lagt til side")
    screen.wait_gone("dialog", "Ikke tilsluttet")
    screen.find("dialog", "Lagt til side")
    return screen


@surface
def data_unreadable(app):
    return app.beside_unreadable().screen


@surface
def log_menu(app):
    screen = log(app)
    screen.press("button", "Flere måder at registrere på")
    screen.find("dialog", "Flere måder at registrere på")
    return screen


@surface
def late(app):
    screen = log_menu(app)
    screen.press("button", "Efterregistrér")
    screen.wait_gone("dialog", "Flere måder at registrere på")
    screen.find("text field", "Klokkeslæt")
    return screen


@surface
def timers(app):
    screen = log_menu(app)
    screen.press("button", "Start ur")
    screen.wait_gone("dialog", "Flere måder at registrere på")
    screen.press("button", TOPIC)
    screen.find("button", re.compile(f"^Stop uret: {TOPIC}"))
    return screen


@surface
def refer(app):
    screen = log(app)
    screen.write("text field", "Søg efter et emne", AUTHORITY)
    screen.press("button", re.compile(f"^{AUTHORITY}"))
    screen.find("dialog", re.compile("^Henvis videre"))
    return screen


@surface
def slip(app):
    screen = refer(app)
    screen.press("button", re.compile("^Henvis til Borgerservice"))
    screen.find("dialog", re.compile("^Henvist til"))
    return screen


@surface
def referral(app):
    screen = log(app)
    go(screen, "Henvis")
    screen.write("text field", "Indløs en seddel", SLIP)
    screen.press("button", "Indløs")
    screen.find("dialog", "En seddel, som denne tablet ikke kender endnu")
    return screen


@surface
def decline(app):
    screen = referral(app)
    screen.press("button", "Afvis")
    screen.find("radio button", re.compile("^Hvorfor den afvises: "))
    return screen


@surface
def ask(app):
    screen = log(app)
    go(screen, "Spørgsmål")
    screen.press("button", "Registrér et spørgsmål")
    screen.find("dialog", "Registrér et spørgsmål")
    return screen


@surface
def topics(app):
    screen = ask(app)
    screen.press("button", re.compile("^Emne: "))
    screen.find("dialog", "Vælg emne")
    return screen


@surface
def question(app):
    screen = topics(app)
    screen.press("list item", re.compile(f"^{TOPIC}"))
    screen.wait_gone("dialog", "Vælg emne")
    screen.write("text field", "Hvad blev der spurgt om?", WORDS)
    screen.press("button", "Gem")
    screen.wait_gone("dialog", "Registrér et spørgsmål")
    screen.press("list item", re.compile(f"^{WORDS}"))
    screen.find("dialog", TOPIC)
    return screen


@surface
def answer(app):
    screen = question(app)
    screen.press("button", "Skriv et svar")
    screen.find("text field", "Dit svar")
    return screen


@surface
def guide(app):
    screen = log(app)
    go(screen, "Guider")
    screen.press("list item", re.compile(f"^{TOPIC}"))
    screen.find("heading", TOPIC)
    return screen


@surface
def event(app):
    screen = log(app)
    go(screen, "Arrangementer")
    screen.press("button", "Registrér arrangement")
    screen.find("heading", "Registrér arrangement")
    return screen


@surface
def correction(app):
    screen = event(app)
    screen.press("radio button", re.compile(f"^Emne: {SERIES}$"))
    screen.press("button", "Hvor mange deltog?: mere")
    screen.press("button", "Bibliotekets timer: mere")
    screen.press("button", "Gem arrangementet")
    screen.press("list item", re.compile(f"^{SERIES}"))
    screen.find("heading", "Ret arrangementet")
    return screen


@surface
def more_pages(app):
    screen = log(app)
    screen.resize(400, 800)
    screen.press("page tab", "Mere")
    screen.find("dialog", "Flere sider")
    return screen


@surface
def recorded(app):
    screen = log(app)
    go(screen, "Indstillinger")
    screen.press("button", "Hvad registreres?")
    screen.find("dialog", "Hvad registreres?")
    return screen


@surface
def pin(app):
    screen = log(app)
    go(screen, "Indstillinger")
    screen.press("button", "Giv rollen en pinkode")
    screen.find("dialog", re.compile("^Ny pinkode til"))
    return screen


def pages(screen):
    """The names of the pages in the navigation."""
    return [element.name for element in screen.elements() if element.role == "page tab"]


def go(screen, page):
    """Turns to a page of the navigation."""
    screen.press("page tab", page)
    screen.wait_state("page tab", page, "checked")
