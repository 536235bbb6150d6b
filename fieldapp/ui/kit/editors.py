"""Editors for several lines: the three kinds of narrative that never merge, and a plain one.

Promise: what a child said, what was seen and what is thought look, sound and are named apart: solid sand with a quote
mark, solid blue-grey with an eye, hatched and dashed with a bulb (interface design 4.6, tokens `fieldKinds`). An
editor grows with its words to twelve lines, then scrolls. Tab moves on; pasted text loses its formatting.
Never: anything but plain characters; clearing an editor by itself.
Signals: `answered(str)` at every change by the person, `left()` when they leave it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QMargins, QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit.paint import box, draw_icon, hatch, rounded_clip
from fieldapp.ui.words import Words

say = Words("Editors")
LINES_MAX = 12  # interface design section 6: grows to 12 lines, then scrolls
EditorKind = Literal["words", "saw", "think"]


class _Lines(QTextEdit):
    """Plain text with the token's line height, which `QPlainTextEdit` cannot have."""

    left = Signal()
    grown = Signal()

    def __init__(self, style: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.dress()
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.grown.emit())
        self.textChanged.connect(self._keep_pitch)
        self.cursorPositionChanged.connect(self.update)

    def dress(self) -> None:
        """Take letters and line height from the look in use."""
        look = theme.current()
        self.setFont(look.font(self._style))
        self.document().setDefaultFont(look.font(self._style))
        self.setCursorWidth(look.stroke("selected"))
        self._pitch_all()

    def _pitch_all(self) -> None:
        look = theme.current()
        shape = QTextBlockFormat()
        shape.setLineHeight(look.line(self._style), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        undo = self.document().isUndoRedoEnabled()
        blocked = self.blockSignals(True)
        cursor.joinPreviousEditBlock() if undo else None
        cursor.mergeBlockFormat(shape)
        cursor.endEditBlock() if undo else None
        self.blockSignals(blocked)

    def _keep_pitch(self) -> None:
        if self.textCursor().blockFormat().lineHeight() == 0:
            self._pitch_all()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain characters."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()


class LinesEditor(QFrame):
    """Several lines of plain words in a box; the base of the three kinds."""

    answered = Signal(str)
    left = Signal()

    def __init__(
        self,
        words: str = "",
        *,
        style: str = "writing",
        lines_min: int = 3,
        lines_max: int = LINES_MAX,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._lines_min, self._lines_max, self._trouble = style, lines_min, lines_max, False
        self.text_edit = _Lines(style)
        if placeholder:
            self.text_edit.setPlaceholderText(placeholder)
        self.text_edit.setPlainText(words)
        self.text_edit._pitch_all()
        self.text_edit.document().setModified(False)
        self.text_edit.document().clearUndoRedoStacks()
        self.text_edit.textChanged.connect(self._changed)
        self.text_edit.left.connect(self.left)
        self.text_edit.grown.connect(self.updateGeometry)
        self._last = words
        self.text_edit.setParent(
            self
        )  # placed by hand: Qt asks a layout, not the widget, how tall it would be
        self.setFocusProxy(self.text_edit)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _gutter(self) -> int:
        return 0

    def _inner(self) -> QMargins:
        """The room between the box and its words."""
        look = theme.current()
        side = look.space(3) if not self._gutter() else look.space(4)
        return QMargins(self._gutter() + side, look.space(2), look.space(3), look.space(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._inner()
        left = room.right() if self.isRightToLeft() else room.left()
        wide = self.width() - room.left() - room.right()
        self.text_edit.setGeometry(left, room.top(), wide, self.height() - room.top() - room.bottom())

    def _changed(self) -> None:
        now = self.text_edit.toPlainText()
        if now != self._last:
            self._last = now
            self.answered.emit(now)

    def text(self) -> str:
        """What stands in the editor."""
        return self.text_edit.toPlainText()

    def set_text(self, words: str) -> None:
        """Show other words; the same words leave caret, selection and undo alone."""
        if words == self.text_edit.toPlainText():
            return
        self._last = words
        self.text_edit.setPlainText(words)
        self.text_edit._pitch_all()

    def caret(self) -> int:
        """Where the caret stands."""
        return self.text_edit.textCursor().position()

    def set_caret(self, place: int) -> None:
        """Put the caret back where it was."""
        cursor = self.text_edit.textCursor()
        cursor.setPosition(max(0, min(place, len(self.text()))))
        self.text_edit.setTextCursor(cursor)
        self.text_edit.ensureCursorVisible()

    def insert(self, words: str) -> None:
        """Put words in at the caret, as typing would; can be undone."""
        self.text_edit.insertPlainText(words)

    def selected(self) -> str:
        """The words that are selected, with their line breaks."""
        return self.text_edit.textCursor().selectedText().replace("\u2029", "\n")

    def set_read_only(self, on: bool) -> None:
        """Show the words without offering to change them."""
        self.text_edit.setReadOnly(on)
        self.update()

    def set_trouble(self, there_is: bool) -> None:
        """Thicken the line while the answer needs another look."""
        self._trouble = there_is
        self.update()

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring goes around the whole box."""
        return self, self.rect(), theme.current().radius("control")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self._inner()
        pitch = theme.current().line(self._style)
        inner = max(width - margins.left() - margins.right(), 1)
        if self.text_edit.viewport().width() == inner:
            tall = self.text_edit.document().size().height()
        else:
            copy = self.text_edit.document().clone()
            copy.setTextWidth(inner)
            tall = copy.size().height()
        least, most = pitch * self._lines_min, pitch * self._lines_max
        return round(min(max(tall, least), max(most, least))) + margins.top() + margins.bottom() + 2

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.current().font(self._style)).averageCharWidth() * 40
        return QSize(
            wide,
            self.heightForWidth(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else wide),
        )

    def minimumSizeHint(self) -> QSize:
        pitch = theme.current().line(self._style)
        wide = QFontMetrics(theme.current().font(self._style)).averageCharWidth() * 12
        return QSize(wide + self._gutter(), pitch * self._lines_min + theme.current().space(4) + 2)

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.type() == event.Type.StyleChange and hasattr(self, "text_edit"):
            self.text_edit.dress()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        dull = self.text_edit.isReadOnly() or not self.isEnabled()
        box(
            QPainter(self),
            QRectF(self.rect()),
            fill=look.colour("bg.sunken" if dull else "bg.surface"),
            line=look.colour("status.held.ink" if self._trouble else "line.hair" if dull else "line.control"),
            width=look.stroke("selected" if self._trouble else "control"),
            radius=look.radius("control"),
        )


class KindEditor(LinesEditor):
    """Their words, what I saw, what I think: three looks that are never mixed up."""

    def __init__(
        self, kind: EditorKind, words: str = "", *, lines_min: int = 3, parent: QWidget | None = None
    ) -> None:
        self.kind: EditorKind = kind
        look = theme.tokens()["fieldKinds"][kind]
        self._icon = str(look["icon"])
        super().__init__(words, style=str(look["text"]), lines_min=lines_min, parent=parent)

    def _gutter(self) -> int:
        look = theme.current()
        return look.icon(1) + look.space(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = look.radius("control")
        box(painter, whole, fill=look.colour("bg.surface"), radius=radius)
        gutter = QRectF(whole)
        gutter.setWidth(self._gutter())
        if self.isRightToLeft():
            gutter.moveRight(whole.right())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(rounded_clip(whole, radius))
        if self.kind == "think":
            hatch(painter, gutter, look.colour("field.think.bg"), look.colour("line.hair"))
        else:
            painter.fillRect(gutter, look.colour(f"field.{self.kind}.bg"))
        painter.restore()
        line = (
            "status.held.ink"
            if self._trouble
            else {"words": "field.words.line"}.get(self.kind, "line.control")
        )
        width = look.stroke("selected" if self._trouble else "control")
        box(painter, whole, line=look.colour(line), width=width, radius=radius, dashed=self.kind == "think")
        edge = look.icon(1)
        place = QRectF(gutter.x() + (gutter.width() - edge) / 2, look.space(3), edge, edge)
        draw_icon(painter, self._icon, look.colour(f"field.{self.kind}.mark"), place.topLeft(), edge)


def kind_label(kind: EditorKind) -> str:
    """The label of a kind, to whoever writes it."""
    return {"words": say("Their words"), "saw": say("What I saw"), "think": say("What I think")}[kind]


def kind_label_of(kind: EditorKind, child: str, worker: str) -> str:
    """The label of a kind, to whoever reads it later: "Rowan's words", "What Asha saw"."""
    if kind == "words":
        return say("{child}’s words", child=child)
    return (
        say("What {worker} saw", worker=worker)
        if kind == "saw"
        else say("What {worker} thinks", worker=worker)
    )


def kind_hint(kind: EditorKind) -> str:
    """The hint of a kind."""
    return {
        "words": say("Exactly as said. Your questions can go in [brackets]."),
        "saw": say("What a camera would have seen."),
        "think": say("Your view, kept apart from the facts."),
    }[kind]


__all__ = [
    "EditorKind",
    "KindEditor",
    "LinesEditor",
    "kind_hint",
    "kind_label",
    "kind_label_of",
]
