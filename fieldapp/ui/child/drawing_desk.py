"""Drawing with a child: paper in the middle, pencils on one side, tools on the other.

Promise: every line is saved as it is drawn; Undo goes all the way back; "New page" never wipes. Everything can be
pressed with one finger and reached with the keyboard. Source: interface design section 4.7 and its picture 07.
Signals: `drawn(str)`, `history_changed()`.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from fieldapp.records.drawing import PENCILS
from fieldapp.ui import theme
from fieldapp.ui.child.draw_canvas import THICK, THIN, DrawCanvas
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.tile import ChildTile, Picture, pen
from fieldapp.ui.kit import Text
from fieldapp.ui.words import Words

say = Words("Child")


class DrawingDesk(QWidget):
    """Tools, paper, pencils."""

    drawn = Signal(str)
    history_changed = Signal()

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.canvas = DrawCanvas(text, name=name)
        self.canvas.drawn.connect(self.drawn)
        self.canvas.history_changed.connect(self.history_changed)
        self.canvas.page_changed.connect(self._show_page)
        self.tools: dict[str, ChildTile] = {}
        self._tool_box = QWidget()
        self._tool_layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._tool_box)
        self._tool_layout.setContentsMargins(0, 0, 0, 0)
        self._tool_layout.setSpacing(look.space(3))
        for key, words, icon, picture in (
            ("pencil", say("Pencil"), "pencil", None),
            ("thin", say("Thin"), "", _dot(THIN)),
            ("thick", say("Thick"), "", _dot(THICK)),
            ("rubber", say("Rubber"), "eraser", None),
            ("page", say("New page"), "file-plus", None),
        ):
            tile = ChildTile(
                words,
                icon=icon,
                picture=picture,
                shape="above",
                checkable=key != "page",
                style="label",
                small=True,
            )
            tile.clicked.connect(lambda _=False, key=key: self._tool(key))
            self.tools[key] = tile
            self._tool_layout.addWidget(tile)
        self._tool_layout.addStretch(1)
        self.pencils: dict[str, ChildTile] = {}
        self._pencil_box = QWidget()
        self._pencil_grid = QGridLayout(self._pencil_box)
        self._pencil_grid.setContentsMargins(0, 0, 0, 0)
        self._pencil_grid.setSpacing(look.space(2))
        names = {
            "black": say("black"),
            "blue": say("blue"),
            "red": say("red"),
            "green": say("green"),
            "yellow": say("yellow"),
            "brown": say("brown"),
            "purple": say("purple"),
            "pink": say("pink"),
        }
        for pencil in PENCILS:
            swatch = _Swatch(pencil, names[pencil])
            swatch.clicked.connect(lambda _=False, pencil=pencil: self._pencil(pencil))
            self.pencils[pencil] = swatch
        self._page_words = Text("", "childBody", "child.ink")
        self._kept = Text(say("Every line is saved as you draw."), "body", "child.ink")
        self._tool_roving = Roving(self, list(self.tools.values()))
        self._pencil_roving = Roving(self, list(self.pencils.values()))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.space(5))
        self._side = QWidget()
        self._side_layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._side_layout.setContentsMargins(0, 0, 0, 0)
        self._side_layout.setSpacing(look.space(4))
        for piece in (self._pencil_box, self._page_words, self._kept):
            self._side_layout.addWidget(piece)
        self._side_layout.addStretch(1)
        self._layout.addWidget(self._tool_box)
        self._layout.addWidget(self.canvas, 1)
        self._layout.addWidget(self._side)
        self._upright: bool | None = None
        self._chosen_pencil, self._chosen_thickness = "black", "thin"
        self._mark()
        self._show_page(0, self.canvas.pages())

    def set_text(self, text: str) -> None:
        """Another drawing."""
        self.canvas.set_text(text)
        self._show_page(self.canvas.page(), self.canvas.pages())

    def undo(self) -> bool:
        """Take one thing back; False when the page is empty."""
        if not self.canvas.can_undo():
            return False
        self.canvas.undo()
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the paper."""
        self.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def _tool(self, key: str) -> None:
        if key == "page":
            if self.canvas.page() + 1 < self.canvas.pages():
                self.canvas.go_to_page(self.canvas.page() + 1)
            else:
                self.canvas.new_page()
        elif key == "rubber":
            self.canvas.set_tool("rubber")
        elif key == "pencil":
            self.canvas.set_tool("pencil")
        else:
            self._chosen_thickness = key
            self.canvas.set_thickness(THICK if key == "thick" else THIN)
        self._mark()

    def _pencil(self, pencil: str) -> None:
        self._chosen_pencil = pencil
        self.canvas.set_pencil(pencil)
        self._mark()

    def _mark(self) -> None:
        rubbing = self.canvas.tool() == "rubber"
        self.tools["pencil"].setChecked(not rubbing)
        self.tools["rubber"].setChecked(rubbing)
        for key in ("thin", "thick"):
            self.tools[key].setChecked(key == self._chosen_thickness)
        for pencil, swatch in self.pencils.items():
            swatch.setChecked(pencil == self._chosen_pencil)

    def _show_page(self, page: int, pages: int) -> None:
        self._page_words.setText(say("Page {number} of {count}", number=page + 1, count=pages))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        upright = self.height() > self.width()
        if upright != self._upright:
            self._upright = upright
            self._turn(upright)

    def _turn(self, upright: bool) -> None:
        """Portrait: tools and pencils in rows over and under the paper."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(down if upright else across)
        self._tool_layout.setDirection(across if upright else down)
        self._kept.setVisible(not upright)
        self._page_words.setVisible(not upright)
        columns = len(PENCILS) if upright else 2
        for place, pencil in enumerate(PENCILS):
            self._pencil_grid.addWidget(self.pencils[pencil], place // columns, place % columns)
        self._side.setMaximumWidth(
            16777215 if upright else 2 * theme.current().size("childTarget") + theme.current().space(5)
        )


class _Swatch(ChildTile):
    """A pencil: its colour in a circle, its name to listeners, a tick when it is in hand."""

    def __init__(self, pencil: str, name: str) -> None:
        super().__init__("", checkable=True)
        self._pencil_name = pencil
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        from fieldapp.ui.kit.paint import box, draw_icon

        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 * look.stroke("selected") if self.isChecked() else look.stroke("selected")
        line = look.colour("child.chosen" if self.isChecked() or self.underMouse() else "child.tile.line")
        box(
            painter,
            QRectF(self.rect()),
            fill=look.colour("child.tile"),
            line=line,
            width=wide,
            radius=look.radius("childTile"),
        )
        edge = min(self.width(), self.height()) * 0.66
        disc = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        painter.setPen(pen(look.colour("child.tile.line"), 1))
        painter.setBrush(look.colour(f"pencils.{self._pencil_name}"))
        painter.drawEllipse(disc)
        if self.isChecked():
            tick = round(edge * 0.55)
            off = (edge - tick) / 2
            light = self._pencil_name in {"yellow", "pink"}
            ink = look.colour("child.ink" if light else "child.tile")
            draw_icon(painter, "check", ink, QPointF(disc.x() + off, disc.y() + off), tick)


def _dot(thickness: int) -> Picture:
    """A dot as thick as the line it makes."""

    def paint(painter: QPainter, area: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("child.ink"))
        reach = area.height() * (0.12 if thickness == THIN else 0.26)
        painter.drawEllipse(area.center(), reach, reach)

    return paint
