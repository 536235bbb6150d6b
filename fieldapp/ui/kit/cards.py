"""Cards with a meaning: a quote, a repeat's row, an answer to compare, a goal, masked words, a row in a list.

Promise: a quote is read with "Quote" first, so that a listener knows whose words follow; a removed card folds up with
"Undo" beside it and throws nothing away; differences are marked as text, not by colour alone; masked words show only
while held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.button import Button, IconButton
from fieldapp.ui.kit.choices import Radio, set_mark
from fieldapp.ui.kit.icon import Icon
from fieldapp.ui.kit.layout import Card, Hairline, column, row
from fieldapp.ui.kit.marks import Avatar, IconLine
from fieldapp.ui.kit.paint import box, draw_icon
from fieldapp.ui.kit.text import Run, Text
from fieldapp.ui.words import Words

say = Words("Cards")
HOLD_MS = 400  # interface design 4.5: hold this long, so a brush of the hand shows nothing


class QuoteCard(QFrame):
    """Somebody's words, with who and when, what they are linked to, and what was promised."""

    opened = Signal()

    def __init__(
        self,
        quote: str,
        about: str,
        *,
        follow_up: str = "",
        follow_up_late: bool = True,
        boxed: bool = False,
        who: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._boxed = boxed
        self.quote = Text(quote, "h3", "ink.strong")
        inside = column(self.quote, Text(about, "caption", "ink.soft"), gap=1)
        if follow_up:
            ink = "status.decision.ink" if follow_up_late else "ink.soft"
            inside.addWidget(IconLine("clock", follow_up, ink=ink, style="label", wrap=True))
        mark = Icon("quote", "field.words.mark")
        mark_column = column(mark, None, gap=0, margins=(0, 1, 0, 0))
        layout = row(mark_column, inside, gap=3, margins=(3, 4) if boxed else 0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        spoken = (
            say("Quote, {who}: {quote}. {about}", who=who, quote=quote, about=about)
            if who
            else say("Quote: {quote}. {about}", quote=quote, about=about)
        )
        self.setAccessibleName(f"{spoken} {follow_up}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._boxed:
            look = theme.current()
            box(
                QPainter(self),
                QRectF(self.rect()),
                fill=look.colour("bg.surface"),
                line=look.colour("line.hair"),
                width=look.stroke("hair"),
                radius=look.radius("card"),
            )


class RepeatCard(Card):
    """One row of a repeat: open, folded, or removed with a way back.

    Signals: `folded(bool)`, `remove_requested()`, `undo_requested()`, `move_requested(int)` by -1 or 1.
    """

    folded = Signal(bool)
    remove_requested = Signal()
    undo_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, title: str, *, movable: bool = True, parent: QWidget | None = None) -> None:
        self.title = Text(title, "bodyStrong", "ink.strong")
        self.toggle = IconButton("chevron-up", say("Fold {title}", title=title))
        self.up = IconButton("arrow-up", say("Move {title} up", title=title))
        self.down = IconButton("arrow-down", say("Move {title} down", title=title))
        self.remove = Button(say("Remove"), "quiet", height="controlCompact")
        self.undo = Button(say("Put back"), "plain", height="controlCompact")
        self._note = Text(say("Removed. Kept for 30 days."), "caption", "ink.soft")
        self._body = QWidget()
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(0, 0, 0, 0)
        head = row(self.title, self._note, 2, self.up, self.down, self.remove, self.undo, self.toggle, gap=1)
        head.setStretch(0, 1)
        super().__init__(
            column(head, self._body, gap=2, margins=(2, 4)),
            line="line.control",
            width="control",
            parent=parent,
        )
        self._open, self._removed, self._movable = True, False, movable
        self.toggle.clicked.connect(lambda: self.set_open(not self._open))
        self.remove.clicked.connect(self.remove_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.up.clicked.connect(lambda: self.move_requested.emit(-1))
        self.down.clicked.connect(lambda: self.move_requested.emit(1))
        self._dress()

    def body(self) -> QVBoxLayout:
        """Where the row's questions go."""
        return self._body_column

    def set_title(self, title: str) -> None:
        """The title: the first answer that is shown."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.toggle.setAccessibleName(
            (say("Fold {title}") if self._open else say("Open {title}")).format(title=title)
        )
        self.up.setAccessibleName(say("Move {title} up", title=title))
        self.down.setAccessibleName(say("Move {title} down", title=title))
        self.remove.setAccessibleName(say("Remove {title}", title=title))

    def is_open(self) -> bool:
        """True while its questions show."""
        return self._open

    def set_open(self, on: bool) -> None:
        """Open or fold it."""
        if on != self._open:
            self._open = on
            self._dress()
            self.folded.emit(not on)

    def set_removed(self, on: bool) -> None:
        """Show it as removed, with the way back."""
        self._removed = on
        self._dress()

    def set_place(self, *, first: bool, last: bool) -> None:
        """Which of the two ways it can move."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _dress(self) -> None:
        self._body.setVisible(self._open and not self._removed)
        self.toggle.set_icon("chevron-up" if self._open else "chevron-down")
        for piece in (self.up, self.down):
            piece.setVisible(self._movable and not self._removed)
        self.remove.setVisible(not self._removed)
        self.toggle.setVisible(not self._removed)
        self._note.setVisible(self._removed)
        self.undo.setVisible(self._removed)
        self.title.set_ink("ink.soft" if self._removed else "ink.strong")
        self.set_title(self.title.words())


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of an answer: the same in both, or this one's own."""

    words: str
    mark: Literal["", "added", "changed"] = ""


class CompareCard(Card):
    """One of two answers to a question: who, when, the words with their differences, and a radio. Signal: `chosen()`."""

    chosen = Signal()

    def __init__(
        self,
        initials: str,
        who: str,
        when: str,
        answer: Sequence[Difference],
        choose: str,
        *,
        detail: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        person = column(Text(who, "bodyStrong", "ink.strong"), Text(when, "caption", "ink.soft"), gap=0)
        head = row(Avatar(initials, small=True), person, gap=3)
        head.setStretch(1, 1)
        self.radio = Radio(choose)
        if not choose:  # never the other way round: a widget without a parent that is shown is a window
            self.radio.hide()
        body = Text("", "h3", "ink.strong")
        runs: list[Run] = []
        for part in answer:
            runs.append(Run(part.words, underline=bool(part.mark)))
            if part.mark:
                word = say("added") if part.mark == "added" else say("changed")
                runs.append(Run(f" ({word})", "caption", "status.decision.ink"))
        body.set_runs(runs)
        pieces: list[QWidget | QLayout | int | None] = [head, body]
        if detail:
            pieces.append(Text(detail, "writing", "ink.body"))
        if note:
            pieces.append(Text(note, "caption", "ink.soft"))
        pieces += [None, self.radio]
        super().__init__(
            column(*pieces, gap=2, margins=4), line="line.control", width="control", parent=parent
        )
        self.radio.clicked.connect(self._pressed)
        self.radio.setAccessibleDescription(f"{who}, {when}: " + "".join(part.words for part in answer))
        self.setCursor(Qt.CursorShape.PointingHandCursor if choose else Qt.CursorShape.ArrowCursor)

    def set_chosen(self, on: bool) -> None:
        """Show it as the chosen one."""
        set_mark(self.radio, on)
        self.set_line("accent.base" if on else "line.control", "selected" if on else "control")

    def _pressed(self) -> None:
        self.set_chosen(True)
        self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.radio.isHidden():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed()
        super().mouseReleaseEvent(event)


class ProgressBlocks(QWidget):
    """Four blocks and the words that say the same."""

    def __init__(self, done: int, words: str, *, of: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of, self._words = done, of, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _blocks(self) -> int:
        look = theme.current()
        return self._of * (look.space(6) + look.space(2))

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("label")).horizontalAdvance(self._words) + 2
        return QSize(self._blocks() + look.space(1) + wide, look.line("label"))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        wide, gap, tall = look.space(6), look.space(2), look.space(2)
        mirrored = self.isRightToLeft()
        for number in range(self._of):
            x = number * (wide + gap)
            area = QRectF(self.width() - x - wide if mirrored else x, (self.height() - tall) / 2, wide, tall)
            on = number < self._done
            box(
                painter,
                area,
                fill=look.colour("accent.base" if on else "bg.surface"),
                line=look.colour("accent.base" if on else "line.control"),
                radius=look.radius("mark") / 2,
            )
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("ink.strong"))
        start = self._blocks() + look.space(1)
        words_area = self.rect().adjusted(0 if mirrored else start, 0, -start if mirrored else 0, 0)
        painter.drawText(
            words_area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self._words
        )


class NumberDisc(QWidget):
    """A number in a filled circle: a goal, a step."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        edge = theme.current().line("h2")
        return QSize(edge, edge)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent.base"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(look.font("bodyStrong"))
        painter.setPen(look.colour("ink.onAccent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a goal: who, what, by when."""

    who: str
    what: str
    when: str = ""


class GoalColumn(QWidget):
    """One goal of a plan: why it matters, who does what by when, how we will know, how far it is."""

    def __init__(
        self,
        number: int,
        title: str,
        why: str,
        steps: Sequence[Step],
        better: str,
        done: int,
        progress: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        head = row(column(NumberDisc(number), None), Text(title, "h3", "ink.strong"), gap=2)
        head.setStretch(1, 1)
        layout = column(head, gap=1)
        layout.addSpacing(theme.current().space(2))
        if why:
            layout.addWidget(Text(say("Why it matters"), "label", "ink.soft"))
            layout.addWidget(Text(why, "body"))
            layout.addSpacing(theme.current().space(2))
        layout.addWidget(Text(say("Who will do what, by when"), "label", "ink.soft"))
        for step in steps:
            layout.addWidget(Hairline())
            what = Text("", "body")
            what.set_runs([Run(step.what), *([Run(" " + step.when, None, "ink.soft")] if step.when else [])])
            who = Text(step.who, "bodyStrong", "ink.strong")
            line = row(column(who, None), column(what, None), gap=3)
            line.setStretch(0, 1)
            line.setStretch(1, 3)
            layout.addLayout(line)
        layout.addStretch(1)
        if better:
            layout.addWidget(Text(say("We will know it is better when"), "label", "ink.soft"))
            layout.addWidget(Text(better, "body"))
        layout.addWidget(ProgressBlocks(done, progress))
        self.setLayout(layout)
        self.setAccessibleName(
            say("Goal {number}: {title}. {progress}", number=number, title=title, progress=progress)
        )


class MaskedText(QAbstractButton):
    """Words that show only while held: an address, a name outside the family. Signal: `shown()` so the view is logged."""

    shown = Signal()

    def __init__(
        self, hidden_words: str, secret: str, *, style: str = "label", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hidden_words, self._secret, self._style, self._open = hidden_words, secret, style, False
        self.setText(hidden_words.replace("&", "&&"))
        self.setAccessibleName(hidden_words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(lambda: self._set_open(True))
        self.pressed.connect(self._timer.start)
        self.released.connect(lambda: self._set_open(False))

    def is_open(self) -> bool:
        """True while the words can be read."""
        return self._open

    def _set_open(self, on: bool) -> None:
        self._timer.stop()
        if on == self._open:
            return
        self._open = on
        self.setAccessibleName(self._secret if on else self._hidden_words)
        self.updateGeometry()
        self.update()
        if on:
            self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.isAutoRepeat():
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self._set_open(False)
        return super().event(event)

    def sizeHint(self) -> QSize:
        look = theme.current()
        letters = QFontMetrics(look.font(self._style))
        wide = max(letters.horizontalAdvance(self._hidden_words), letters.horizontalAdvance(self._secret))
        return QSize(wide + look.icon(0) + 3 * look.space(2) + 2, look.line(self._style) + look.space(1))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        ink = look.colour("restricted.ink")
        if self._open or self.underMouse():
            box(painter, QRectF(self.rect()), fill=look.colour("restricted.bg"), radius=look.radius("mark"))
        edge, pad, mirrored = look.icon(0), look.space(2), self.isRightToLeft()
        x = self.width() - edge - pad if mirrored else pad
        name = "eye" if self._open else "lock-keyhole"
        draw_icon(painter, name, ink, QPointF(x, (self.height() - edge) / 2), edge)
        painter.setFont(look.font(self._style))
        painter.setPen(ink)
        lead = pad + edge + look.space(2)
        area = self.rect().adjusted(0 if mirrored else lead, 0, -lead if mirrored else 0, 0)
        words = self._secret if self._open else self._hidden_words
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), words)


class RowCard(QAbstractButton):
    """A row of a list that can be pressed as a whole; holds any layout. Signal: `clicked`."""

    def __init__(
        self,
        layout: QLayout,
        name: str,
        *,
        ground: str | None = None,
        chosen_ground: str = "bg.selected",
        line: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setLayout(layout)
        self._inside = layout
        self._ground, self._chosen_ground, self._line = ground, chosen_ground, line
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return self._inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        hover = self.underMouse() and self.isEnabled()
        ground = self._chosen_ground if self.isChecked() else "bg.hover" if hover else self._ground
        line = "accent.base" if self.isChecked() and (self._line or look.is_high_contrast) else self._line
        if ground or line:
            box(
                QPainter(self),
                QRectF(self.rect()),
                fill=look.colour(ground) if ground else None,
                line=look.colour(line) if line else None,
                width=look.stroke("selected" if self.isChecked() else "control"),
                radius=look.radius("control") if line else 0,
            )
