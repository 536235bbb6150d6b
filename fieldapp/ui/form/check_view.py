"""Check and finish on screen: gaps first, each with its place and its why, then the note as it will be read.

Promise: what is shown here is what is filed; each gap leads to its question with one press. Never: a gap hidden, a
note held back. Source: interface design section 4.6.
Signals: `go_requested(key)`, `why_said(key, text)`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.child.draw_canvas import paint_drawing
from fieldapp.ui.form.stack import Stack
from fieldapp.ui.form.state import CheckPage, Gap, ReadLine, ReadPart
from fieldapp.ui.kit import Button, Card, FieldFrame, Hairline, IconLine, Slices, Text, TextLine, column, row
from fieldapp.ui.kit.paint import box
from fieldapp.ui.kit.slices import Step
from fieldapp.ui.words import Words

say = Words("Form")

_KIND_ICON = {"words": "quote", "saw": "eye", "think": "lightbulb"}
_KIND_INK = {"words": "field.words.mark", "saw": "field.saw.mark", "think": "field.think.mark"}


BEFORE_GAPS = 2
"""What stands over the gaps: the heading, and the reason for all."""


class CheckView(QWidget):
    """The whole page."""

    go_requested = Signal(str)
    why_said = Signal(str, str)
    why_for_all_said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why_for_all = TextLine()
        self.why_for_all.textEdited.connect(self.why_for_all_said)
        self._for_all = FieldFrame(say("One reason for all that have none of their own"), self.why_for_all)
        self.why_for_all.textEdited.connect(lambda _: self._for_all.set_trouble(None))
        self.heading = Text("", "h2", "ink.strong")
        self._column = Stack(self.heading, self._for_all, gap=4)
        self.setLayout(self._column)
        self._slices = Slices(self)
        self._page = CheckPage("", "", False, (), (), False)
        self._gaps: dict[Key, _GapView] = {}
        self._parts: list[tuple[ReadPart, _PartView]] = []

    def show_page(self, page: CheckPage) -> None:
        """Bring the page up to date; a why being written keeps its caret. What is new is made a little in each turn."""
        self._page = page
        self.heading.setText(page.heading)
        self.setAccessibleName(page.heading)
        self._for_all.setVisible(len(page.gaps) > 1)
        self._for_all.set_trouble(say("Say why, in a few words") if page.ask_for_all else None)
        if not self.why_for_all.hasFocus():
            self.why_for_all.setText(page.why_for_all)
        wanted = {gap.key for gap in page.gaps}
        for gone in [key for key in self._gaps if key not in wanted]:
            self._throw_away(self._gaps.pop(gone))
        for gap in page.gaps:
            if gap.key in self._gaps:
                self._gaps[gap.key].show_gap(gap)
        same = 0
        while same < min(len(self._parts), len(page.parts)) and self._parts[same][0] == page.parts[same]:
            same += 1
        for _, view in self._parts[same:]:
            self._throw_away(view)
        del self._parts[same:]
        steps: list[Step] = [partial(self._stand, gap) for gap in page.gaps if gap.key not in self._gaps]
        if self._parts:
            steps += self._parts[-1][1].steps()  # what was still to be made of it
        for part in page.parts[same:]:
            steps += [partial(self._begin_part, part), *[self._add_line] * len(part.lines)]
        self._slices.begin(steps)

    def is_whole(self) -> bool:
        """True when nothing is left to make."""
        return self._slices.is_whole()

    def why(self, key: Key) -> TextLine | None:
        """The line in which one gap's why is written; made now, if it would have followed by itself."""
        gap = next((gap for gap in self._page.gaps if gap.key == key), None)
        return self._stand(gap).why if gap is not None else None

    def first_line(self) -> TextLine | None:
        """Where writing begins: the reason for all gaps, or for the only one."""
        if len(self._page.gaps) > 1:
            return self.why_for_all
        return self.why(self._page.gaps[0].key) if self._page.gaps else None

    def gap_views(self) -> list[_GapView]:
        """The gaps, in order."""
        return [self._stand(gap) for gap in self._page.gaps]

    def _stand(self, gap: Gap) -> _GapView:
        found = self._gaps.get(gap.key)
        if found is None:
            found = _GapView(gap)
            found.go_requested.connect(self.go_requested)
            found.why_said.connect(self.why_said)
            place = 0
            for before in self._page.gaps:
                if before.key == gap.key:
                    break
                place += before.key in self._gaps
            self._gaps[gap.key] = found
            self._column.insert(place + BEFORE_GAPS, found)
            found.show_gap(gap)
        return found

    def _begin_part(self, part: ReadPart) -> None:
        view = _PartView(part)
        self._parts.append((part, view))
        self._column.addWidget(view)

    def _add_line(self) -> None:
        self._parts[-1][1].add_line()

    def _throw_away(self, view: QWidget) -> None:
        self._column.removeWidget(view)
        view.hide()
        view.deleteLater()


class _GapView(Card):
    """One gap: where, what, why."""

    go_requested = Signal(str)
    why_said = Signal(str, str)

    def __init__(self, gap: Gap) -> None:
        self._where = Text("", "caption", "ink.soft")
        self._label = Text("", "bodyStrong", "ink.strong")
        self._message = IconLine("circle-alert", "", ink="status.decision.ink", style="label", wrap=True)
        self.go = Button(say("Go to it"), "plain", height="controlCompact")
        self.why = TextLine(gap.why)
        self._frame = FieldFrame(say("Why is it missing?"), self.why)
        head = row(column(self._where, self._label, self._message, gap=1), self.go, gap=3)
        head.setStretch(0, 1)
        head.setAlignment(self.go, Qt.AlignmentFlag.AlignTop)
        super().__init__(
            column(head, self._frame, gap=3, margins=4), line="status.decision.ink", width="control"
        )
        self._key = gap.key
        self.go.clicked.connect(lambda: self.go_requested.emit(self._key))
        self.why.textEdited.connect(lambda text: self.why_said.emit(self._key, text))
        self.why.textEdited.connect(lambda _: self._frame.set_trouble(None))

    def show_gap(self, gap: Gap) -> None:
        self._where.setText(gap.where)
        self._label.setText(gap.label)
        self._message.setText(gap.message)
        if not self.why.hasFocus():
            self.why.setText(gap.why)
        self._frame.set_trouble(say("Say why, in a few words") if gap.ask else None)
        self.why.setAccessibleName(say("Why is it missing, {question}", question=gap.label))
        self.go.setAccessibleName(say("Go to it: {question}", question=gap.label))


class _PartView(QWidget):
    """A section, a child or a group, with its answers as they will be read."""

    def __init__(self, part: ReadPart) -> None:
        super().__init__()
        layout = Stack(gap=2, indent=0 if part.level == 1 else 4)
        self.setLayout(layout)
        if part.level == 1:
            layout.addWidget(Hairline())
        layout.addWidget(Text(part.title, "h3" if part.level == 1 else "bodyStrong", "ink.strong"))
        if part.is_empty:
            layout.addWidget(Text(say("Nothing written here."), "caption", "ink.soft"))
        self._layout, self._left = layout, list(part.lines)

    def steps(self) -> list[Step]:
        """What is left to make: a line with each."""
        return [self.add_line] * len(self._left)

    def add_line(self) -> None:
        """Make the next line."""
        self._layout.addWidget(_LineView(self._left.pop(0)))


class _LineView(QWidget):
    """One answer under its question."""

    def __init__(self, line: ReadLine) -> None:
        super().__init__()
        layout = Stack()
        self.setLayout(layout)
        icon = _KIND_ICON.get(line.field_kind)
        label: QWidget
        if icon:
            label = IconLine(
                icon,
                line.label,
                ink="ink.soft",
                icon_ink=_KIND_INK[line.field_kind],
                style="label",
                wrap=True,
            )
        else:
            label = Text(line.label, "label", "ink.soft")
        layout.addWidget(label)
        if line.restricted:
            layout.addWidget(
                IconLine(
                    "lock-keyhole",
                    say("Restricted: not shown in visit view"),
                    ink="restricted.ink",
                    style="caption",
                    wrap=True,
                )
            )
        if line.drawing:
            layout.addWidget(DrawingView(line.value))
        else:
            layout.addWidget(Text(line.value, "words" if line.field_kind == "words" else "body", "ink.body"))
        self.setAccessibleName(f"{line.label}: {say('a drawing') if line.drawing else line.value}")


class DrawingView(QWidget):
    """A drawing, small, to look at."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("a drawing"))

    def sizeHint(self) -> QSize:
        edge = theme.current().size("childTarget")
        return QSize(5 * edge, 3 * edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        area = QRectF(self.rect())
        box(
            painter,
            area,
            fill=look.colour("child.paper"),
            line=look.colour("line.hair"),
            radius=look.radius("card"),
        )
        gap = look.space(2)
        paint_drawing(painter, self._text, area.adjusted(gap, gap, -gap, -gap))
