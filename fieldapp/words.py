"""The words on screen: English in the source, other languages in catalogues, counted forms by each language's rule.

Promise: a view says `say("Unlock Fieldapp")`; in another language the catalogue's words appear, and where the
catalogue has none the English stands. Counts use the plural forms of the language (six in Welsh). Numbers, dates and
times are written as the language writes them.
Never: Qt, a person's data in a catalogue, a word made by gluing pieces together.
Every room may speak: what the records work out ("late by 2 working days") is said here as much as a button is. The
service never chooses a language, so it speaks English.
Catalogues are Qt Linguist files (`resources/translations/fieldapp_cy.ts`), read as they stand: translators have
tools for them, and Qt's compiled form knows five Welsh forms where CLDR (and interface design section 10) has six.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from fieldapp.resources import resource

LANGUAGES: dict[str, str] = {"en": "English", "cy": "Cymraeg"}


def _english(n: int) -> int:
    return 0 if n == 1 else 1


def _welsh(n: int) -> int:
    """CLDR 46, cardinal: zero, one, two, few (3), many (6), other."""
    return {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}.get(n, 5)


PLURAL_RULES: dict[str, tuple[int, Callable[[int], int]]] = {"en": (2, _english), "cy": (6, _welsh)}

DAYS: dict[str, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "cy": ("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"),
}
SHORT_DAYS: dict[str, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "cy": ("Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"),
}
MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November December".split()
    ),
    "cy": tuple(
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
    ),
}
SHORT_MONTHS: dict[str, tuple[str, ...]] = {
    "en": tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    "cy": tuple("Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag".split()),
}


SMALL_NUMBERS: dict[str, tuple[str, ...]] = {
    "en": tuple("no one two three four five six seven eight nine".split()),
    "cy": tuple("dim un dau tri pedwar pump chwech saith wyth naw".split()),
}

_WELSH_VOWELS = frozenset("aeiouwyâêîôûŵŷáéíóúäëïöü")
EVERYWHERE = "Everywhere"
"""The context of sentences that come from below, such as refusals: every screen finds them."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's words by (context, English)."""

    language: str
    plain: dict[tuple[str, str], str]
    counted: dict[tuple[str, str], tuple[str, ...]]


def read_catalogue(language: str) -> Catalogue:
    """The catalogue as it stands on disk; unfinished entries are left out, so the English shows."""
    from xml.etree import ElementTree

    plain: dict[tuple[str, str], str] = {}
    counted: dict[tuple[str, str], tuple[str, ...]] = {}
    tree = ElementTree.parse(resource("translations", f"fieldapp_{language}.ts"))  # noqa: S314
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source, translation = message.findtext("source") or "", message.find("translation")
            if translation is None or translation.get("type") in {"unfinished", "obsolete", "vanished"}:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            if forms:
                counted[(name, source)] = forms
            elif translation.text:
                plain[(name, source)] = translation.text
    return Catalogue(language, plain, counted)


_catalogue = Catalogue("en", {}, {})


def language() -> str:
    """The language of the interface now."""
    return _catalogue.language


def use_language(code: str) -> None:
    """Speak `code` from now on. Views are made anew by the shell; presenters hold no words, so nothing is lost."""
    global _catalogue
    _catalogue = Catalogue("en", {}, {}) if code == "en" else read_catalogue(code)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one screen or widget. `say = Words("Unlock")` at the head of a view; `say("…")` where needed.

    Contexts are the screen's name, so one English word can differ by place. `{name}` in a sentence is filled from
    the keyword of that name.
    """

    context: str

    def __call__(self, source: str, /, **values: object) -> str:
        plain = _catalogue.plain
        found = plain.get((self.context, source)) or plain.get((EVERYWHERE, source), source)
        return found.format(**values) if values else found

    def count(self, n: int, one: str, other: str, /, **values: object) -> str:
        """A counted sentence: `say.count(3, "{n} note", "{n} notes")`. The catalogue's key is the second form."""
        forms = _catalogue.counted.get((self.context, other)) or (one, other)
        amount, rule = PLURAL_RULES[_catalogue.language if len(forms) != 2 else "en"]
        return forms[min(rule(n), amount - 1, len(forms) - 1)].format(n=n, **values)


_lists = Words("Lists")
_times = Words("Times")


def join(names: list[str] | tuple[str, ...]) -> str:
    """Names as a list is spoken: "Maja, Rowan and Efa"; "Maja, Rowan ac Efa", for Welsh has two words for it."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    first, last = ", ".join(items[:-1]), items[-1]
    if language() == "cy" and last[:1].casefold() in _WELSH_VOWELS:
        return f"{first} ac {last}"
    return _lists("{first} and {last}", first=first, last=last)


def small_number(n: int) -> str:
    """ "three"; figures from ten on. For sentences whose counted forms say the number in a word."""
    words = SMALL_NUMBERS[language()]
    return words[n] if n < len(words) else str(n)


def day(when: date) -> str:
    """ "Thursday 12 March", "Dydd Iau 12 Mawrth"."""
    return f"{DAYS[language()][when.weekday()]} {when.day} {MONTHS[language()][when.month - 1]}"


def day_and_month(when: date, *, today: date | None = None) -> str:
    """ "12 March"; with the year when that is not today's."""
    text = f"{when.day} {MONTHS[language()][when.month - 1]}"
    return f"{text} {when.year}" if today is not None and when.year != today.year else text


def short_day(when: date) -> str:
    """ "Tue 17 March": where a week day helps and room is short."""
    return f"{SHORT_DAYS[language()][when.weekday()]} {when.day} {MONTHS[language()][when.month - 1]}"


def short_month(when: date) -> str:
    """ "5 Mar": first line of a date column."""
    return f"{when.day} {SHORT_MONTHS[language()][when.month - 1]}"


def clock(when: datetime) -> str:
    """ "14:32"."""
    return f"{when.hour:02d}:{when.minute:02d}"


def moment(when: datetime, *, now: datetime) -> str:
    """A time as a person says it: "today 12:49", "yesterday 16:05", "Tue 10 March 16:05"."""
    days = (now.date() - when.date()).days
    if days == 0:
        return _times("today {time}", time=clock(when))
    if days == 1:
        return _times("yesterday {time}", time=clock(when))
    if 1 < days < 100:
        return f"{short_day(when.date())} {clock(when)}"
    return f"{day_and_month(when.date(), today=now.date())} {clock(when)}"
