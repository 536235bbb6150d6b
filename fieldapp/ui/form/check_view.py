"""Check and finish on screen: gaps first, each with its place and its why, then the note as it will be read.

Promise: what is shown here is what is filed; each gap leads to its question with one press. Never: a gap hidden, a
note held back. Source: interface design section 4.6.
Signals: `go_requested(key)`, `why_said(key, text)`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.child.draw_canvas import paint_drawing
from fieldapp.ui.form.stack import Stack
from fieldapp.ui.form.state import CheckPage, Gap, ReadLine, ReadPart
from fieldapp.ui.kit import Button, Card, FieldFrame, Hairline, IconLine, Text, TextLine, column, row
from fieldapp.ui.kit.paint import box
from fieldapp.ui.words import Words

say = Words("Form")

_KIND_ICON = {"words": "quote", "saw": "eye", "think": "lightbulb"}
_KIND_INK = {"words": "field.words.mark", "saw": "field.saw.mark", "think": "field.think.mark"}


class CheckView(QWidget):
    """The whole page, made anew each time it is opened."""

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
        self._gaps: dict[Key, _GapView] = {}
        self._parts: list[QWidget] = []

    def show_page(self, page: CheckPage) -> None:
        """Bring the page up to date; a why being written keeps its caret."""
        self.heading.setText(page.heading)
        self.setAccessibleName(page.heading)
        self._for_all.setVisible(len(page.gaps) > 1)
        self._for_all.set_trouble(say("Say why, in a few words") if page.ask_for_all else None)
        if not self.why_for_all.hasFocus():
            self.why_for_all.setText(page.why_for_all)
        keys = [gap.key for gap in page.gaps]
        for gone in [key for key in self._gaps if key not in keys]:
            view = self._gaps.pop(gone)
            self._column.removeWidget(view)
            view.deleteLater()
        for place, gap in enumerate(page.gaps):
            found = self._gaps.get(gap.key)
            if found is None:
                found = _GapView(gap)
                found.go_requested.connect(self.go_requested)
                found.why_said.connect(self.why_said)
                self._gaps[gap.key] = found
                self._column.insert(place + 2, found)
            found.show_gap(gap)
        for part_view in self._parts:
            self._column.removeWidget(part_view)
            part_view.deleteLater()
        self._parts = [_PartView(part) for part in page.parts]
        for place, part_view in enumerate(self._parts):
            self._column.insert(2 + len(page.gaps) + place, part_view)

    def why(self, key: Key) -> TextLine | None:
        """The line in which one gap's why is written."""
        found = self._gaps.get(key)
        return found.why if found is not None else None

    def gap_views(self) -> list[_GapView]:
        """The gaps, in order."""
        return list(self._gaps.values())


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
        for line in part.lines:
            layout.addWidget(_LineView(line))


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
