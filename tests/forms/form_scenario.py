"""A form as a table inside a test, and the verbs of a person who fills it in.

`Scenario.of(table)` converts and opens; `answer`, `add`, `remove`, `speak`, `it_is` do what a person (or time) does;
`value`, `asked`, `violation`, `label`, `choices` … are what they would see. Paths leave out `/data/`.
The idea of a scenario with verbs: JavaRosa's `Scenario`; forms as Markdown: pyxform's own tests.
"""

import random
from datetime import datetime

from fieldapp.forms import load_definition
from fieldapp.forms.convert import convert_bytes
from fieldapp.forms.xpath.moments import zone_of
from fieldapp.ports import SteppedClock


class Chance:
    """Random bytes that a seed repeats."""

    def __init__(self, seed=1):
        self._source = random.Random(seed)

    def random_bytes(self, count):
        return self._source.randbytes(count)


def table(text):
    """A Markdown table without the indentation of the test it stands in."""
    return "\n".join(line.strip() for line in text.strip().splitlines()) + "\n"


def xform_of(text):
    """The XForm of a table."""
    return convert_bytes(table(text).encode(), "form.md")


class Scenario:
    """Somebody filling in one form."""

    def __init__(self, xml, files=None, now="2026-03-01T10:00:00", zone="Europe/London", seed=1):
        files = files or {}

        def media(name):
            content = files.get(name)
            return content.encode() if isinstance(content, str) else content

        self.definition = load_definition(xml, media)
        self._zone = zone
        self.clock = SteppedClock(0, zone_name=zone)
        self.it_is(now)
        self.instance = self.definition.open(clock=self.clock, entropy=Chance(seed), seed=seed)

    @classmethod
    def of(cls, text, **more):
        return cls(xform_of(text), **more)

    # what happens

    def it_is(self, moment):
        local = datetime.fromisoformat(moment).replace(tzinfo=zone_of(self._zone))
        self.clock.set_wall(round(local.timestamp() * 1000))
        return self

    def answer(self, path, value):
        return self.instance.set(self.key(path), value)

    def answers(self, **values):
        for name, value in values.items():
            self.answer(name, value)
        return self

    def add(self, path, **more):
        return self.instance.add_row(self.key(path), **more)

    def remove(self, path):
        return self.instance.remove_row(self.key(path))

    def speak(self, language):
        return self.instance.set_language(language)

    # what can be seen

    def key(self, path):
        return self.instance.key_of(f"/data/{path}" if path else "/data")

    def node(self, path):
        return self.instance.node(self.key(path))

    def value(self, path):
        return self.node(path).value

    def values(self, *paths):
        return [self.value(path) for path in paths]

    def asked(self, path):
        return self.node(path).relevant

    def violation(self, path):
        return self.node(path).violation

    def message(self, path):
        return self.node(path).constraint_msg

    def label(self, path):
        return self.node(path).label

    def choices(self, path):
        return [choice.name for choice in self.node(path).choices]

    def choice_labels(self, path):
        return [choice.label for choice in self.node(path).choices]

    def rows(self, path):
        return len(self.instance.rows(self.key(path)))
