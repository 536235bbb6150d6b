"""A family drawn: squares, circles and diamonds with ages inside, the home as a dashed outline; and the same as a list.

Promise: each person is a thing to press with a name a screen reader says in full; arrows walk to the nearest person
that way; where the drawing does not fit (large text, narrow page) the list stands in its place, with the same facts.
Never: a line that is not on record; where people stand comes from `records.genogram`, which knows no pixels.
Source: interface design 4.5; records/genogram.py.
Signal: `chosen(str)` with the person's id, "" for the whole family.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from fieldapp.records.genogram import Genogram as Drawing
from fieldapp.records.genogram import Node
from fieldapp.ui import theme
from fieldapp.ui.kit.button import Button
from fieldapp.ui.kit.cards import RowCard
from fieldapp.ui.kit.layout import column, row
from fieldapp.ui.kit.text import Run, Text
from fieldapp.ui.words import Words

say = Words("Genogram")


class _Person(QAbstractButton):
    """One person: a shape with the age, name and role under it."""

    def __init__(self, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self.node = node
        self.setCheckable(True)
        self.setText(node.label.replace("&", "&&"))
        self.setAccessibleName(node.spoken)
        self.setToolTip(node.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """The drawing decides who is chosen."""

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring goes around the shape."""
        edge = _edge()
        return self, QRect((self.width() - edge) // 2, 0, edge, edge), theme.current().radius("control")

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, edge = self.isChecked(), _edge()
        wide = look.stroke("selected") + (1 if on else 0)
        area = QRectF((self.width() - edge) / 2, 0, edge, edge)
        inner = area.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        ink = look.colour("accent.base" if on else "ink.body")
        painter.setPen(QPen(ink, wide))
        fill = "bg.selected" if on else "bg.hover" if self.underMouse() else "bg.surface"
        painter.setBrush(look.colour(fill))
        if self.node.shape == "circle":
            painter.drawEllipse(inner)
        elif self.node.shape == "square":
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 1, 1)
        else:
            middle = inner.center()
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(middle.x(), inner.top()),
                        QPointF(inner.right(), middle.y()),
                        QPointF(middle.x(), inner.bottom()),
                        QPointF(inner.left(), middle.y()),
                    ]
                )
            )
        if self.node.died:
            painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
            painter.drawLine(QLineF(inner.topRight(), inner.bottomLeft()))
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("ink.strong"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.node.inside)
        name = QRectF(0, edge + look.space(1), self.width(), look.line("label"))
        painter.drawText(name, int(Qt.AlignmentFlag.AlignCenter), self.node.label)
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("ink.soft"))
        under = QRectF(0, name.bottom() - 2, self.width(), look.line("caption"))
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), self.node.under)


def _edge() -> int:
    return theme.current().size("control")


class _Picture(QWidget):
    """The lines and the outline behind the people."""

    chosen = Signal(str)

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.people = {node.person: _Person(node, self) for node in drawing.nodes}
        for person in self.people.values():
            person.clicked.connect(
                lambda _=False, p=person: self.chosen.emit("" if p.isChecked() else p.node.person)
            )
            person.installEventFilter(self)
        self._stop("")

    def _stop(self, chosen: str) -> None:
        """One Tab stop: whoever is chosen, else the first child, else the first person."""
        order = sorted(self.people.values(), key=lambda p: not p.node.child)
        stop = self.people.get(chosen) or (order[0] if order else None)
        for person in self.people.values():
            person.setFocusPolicy(Qt.FocusPolicy.StrongFocus if person is stop else Qt.FocusPolicy.ClickFocus)

    def show_chosen(self, chosen: str) -> None:
        for person in self.people.values():
            person.setChecked(person.node.person == chosen)
        self._stop(chosen)

    def _label_width(self) -> int:
        look = theme.current()
        names, unders = QFontMetrics(look.font("label")), QFontMetrics(look.font("caption"))
        return max(
            [_edge()]
            + [
                max(names.horizontalAdvance(n.label), unders.horizontalAdvance(n.under))
                for n in self._drawing.nodes
            ]
        )

    def _row_height(self) -> int:
        look = theme.current()
        return _edge() + look.line("label") + look.line("caption") + look.space(5)

    def _pad(self) -> int:
        return theme.current().space(4)

    def unit_least(self) -> float:
        """The smallest width of one person at which no two names touch."""
        closest = 1.2
        nodes = sorted(self._drawing.nodes, key=lambda n: (n.row, n.x))
        gaps = [b.x - a.x for a, b in pairwise(nodes) if a.row == b.row]
        closest = min([closest, *[g for g in gaps if g > 0]])
        return (self._label_width() + theme.current().space(1)) / closest

    def width_least(self) -> int:
        """The width below which the list stands in the drawing's place."""
        return round(self.unit_least() * (self._drawing.width - 1)) + self._label_width() + 2 * self._pad()

    def sizeHint(self) -> QSize:
        return QSize(self.width_least(), self._drawing.rows * self._row_height() + 2 * self._pad())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _spot(self, person: str) -> QPointF:
        """The middle of somebody's shape."""
        node = self.people[person].node
        least = self.unit_least()
        spare = self.width() - 2 * self._pad() - self._label_width()
        unit = max(least, min(spare / max(self._drawing.width - 1, 1), least * 1.25))
        used = unit * (self._drawing.width - 1)
        start = (self.width() - used) / 2
        x = start + node.x * unit
        if self.isRightToLeft():
            x = self.width() - x
        return QPointF(x, self._pad() + node.row * self._row_height() + _edge() / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self.updateGeometry()
            self._arrange()

    def _arrange(self) -> None:
        wide = self._label_width() + 2
        for person in self.people.values():
            spot = self._spot(person.node.person)
            tall = self._row_height() - theme.current().space(5)
            person.setGeometry(round(spot.x() - wide / 2), round(spot.y() - _edge() / 2), wide, tall)
        self.update()

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, _Person)
        ):
            towards = {
                Qt.Key.Key_Left: QPointF(-1, 0),
                Qt.Key.Key_Right: QPointF(1, 0),
                Qt.Key.Key_Up: QPointF(0, -1),
                Qt.Key.Key_Down: QPointF(0, 1),
            }.get(Qt.Key(event.key()))
            if towards is not None:
                self._walk(watched, towards)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                watched.click()
                return True
        return bool(super().eventFilter(watched, event))

    def _walk(self, person: _Person, towards: QPointF) -> None:
        """The nearest person that way; off the line counts double."""
        here = self._spot(person.node.person)
        best: tuple[float, _Person] | None = None
        for other in self.people.values():
            apart = self._spot(other.node.person) - here
            along = QPointF.dotProduct(apart, towards)
            across = abs(apart.x() * towards.y()) + abs(apart.y() * towards.x())
            if along > 1 and (best is None or along + 2 * across < best[0]):
                best = (along + 2 * across, other)
        if best is not None:
            for other in self.people.values():
                other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            best[1].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            best[1].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_home(painter)
        thin = QPen(look.colour("line.hair"), look.stroke("selected"))
        thin.setDashPattern([1, 2])
        painter.setPen(thin)
        for tie in self._drawing.others:
            if tie.a in self.people and tie.b in self.people:
                painter.drawLine(QLineF(self._spot(tie.a), self._spot(tie.b)))
        painter.setPen(QPen(look.colour("ink.soft"), look.stroke("selected")))
        for couple in self._drawing.couples:
            if couple.a in self.people and couple.b in self.people:
                self._paint_couple(painter, couple.a, couple.b, couple.ended)
        for descent in self._drawing.descents:
            self._paint_descent(painter, descent.parents, descent.children)

    def _paint_couple(self, painter: QPainter, a: str, b: str, ended: bool) -> None:
        one, two = self._spot(a), self._spot(b)
        painter.drawLine(QLineF(one, two))
        if ended:
            shared = any(set(d.parents) == {a, b} for d in self._drawing.descents)
            part = 0.5 if not shared else 0.3 if one.x() < two.x() else 0.7
            middle = one + (two - one) * part
            tall = theme.current().space(2)
            for shift in (-tall / 2, tall / 2):
                painter.drawLine(
                    QLineF(
                        middle + QPointF(shift - tall / 3, tall), middle + QPointF(shift + tall / 3, -tall)
                    )
                )

    def _paint_descent(self, painter: QPainter, parents: tuple[str, ...], children: tuple[str, ...]) -> None:
        here = [p for p in parents if p in self.people]
        below = [self._spot(c) for c in children if c in self.people]
        if not here or not below:
            return
        spots = [self._spot(p) for p in here]
        x = sum(s.x() for s in spots) / len(spots)
        low = max(s.y() for s in spots)
        look = theme.current()
        labels = look.line("label") + look.line("caption") + look.space(1)
        start = low if len(here) == 2 else low + _edge() / 2 + labels
        top = min(s.y() for s in below) - _edge() / 2
        bar = top - look.space(4) if len(here) == 2 else max(start, top - look.space(3))
        if len(below) == 1:
            x = below[0].x() if len(here) == 2 and self._between(below[0].x(), spots) else x
        painter.drawLine(QLineF(x, start, x, bar))
        xs = [s.x() for s in below] + [x]
        painter.drawLine(QLineF(min(xs), bar, max(xs), bar))
        for spot in below:
            painter.drawLine(QLineF(spot.x(), bar, spot.x(), spot.y() - _edge() / 2))

    @staticmethod
    def _between(x: float, spots: list[QPointF]) -> bool:
        return min(s.x() for s in spots) < x < max(s.x() for s in spots)

    def _paint_home(self, painter: QPainter) -> None:
        """The household: one dashed outline around those at home, never around anybody else."""
        look = theme.current()
        home = set(self._drawing.household)
        if len(home) < 2:
            return
        outline = QPainterPath()
        for level in range(self._drawing.rows):
            line = sorted((n for n in self._drawing.nodes if n.row == level), key=lambda n: n.x)
            run: list[Node] = []
            for node in [*line, None]:
                if node is not None and node.person in home:
                    run.append(node)
                    continue
                if run:
                    outline = outline.united(self._around(run, level))
                run = []
        pen = QPen(look.colour("line.control"), look.stroke("control"))
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("bg.window"))
        painter.drawPath(outline.simplified())

    def _around(self, run: list[Node], level: int) -> QPainterPath:
        xs = [self._spot(n.person).x() for n in run]
        reach = self._label_width() / 2 + theme.current().space(2)
        top = self._pad() / 2 + level * self._row_height()
        path = QPainterPath()
        path.addRect(QRectF(min(xs) - reach, top, max(xs) - min(xs) + 2 * reach, self._row_height() + 0.5))
        return path


class Genogram(QWidget):
    """The drawing, or its list twin when asked for or when the drawing would not fit."""

    chosen = Signal(str)
    turned = Signal(bool)
    """True: somebody asked for the list; False: for the drawing."""

    def __init__(
        self, drawing: Drawing, chosen: str = "", *, as_list: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._as_list = as_list
        self._chosen = chosen
        self.picture = _Picture(drawing, self)
        self.picture.chosen.connect(self._choose)
        self.list = QWidget(self)
        lines = QVBoxLayout(self.list)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self.rows: dict[str, RowCard] = {}
        for node in drawing.nodes:
            words = Text("")
            words.set_runs(
                [Run(node.label, "bodyStrong", "ink.strong"), Run(self._rest(node), None, "ink.soft")]
            )
            card = RowCard(row(words, margins=(2, 3)), node.spoken)
            card.setCheckable(True)
            card.clicked.connect(
                lambda _=False, n=node: self._choose("" if self._chosen == n.person else n.person)
            )
            lines.addWidget(card)
            self.rows[node.person] = card
        self._stack = QStackedLayout()
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.list)
        self.twin = Button("", "quiet", height="controlCompact", icon="list")
        self.whole = Button(say("Whole family"), "quiet", height="controlCompact")
        self.twin.clicked.connect(self._turn)
        self.whole.clicked.connect(lambda: self._choose(""))
        foot = row(self.twin, self.whole, None, gap=3)
        holder = column(self._stack, foot, gap=1)
        self.setLayout(holder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(say("Family drawing"))
        self.show_chosen(chosen)
        self._fit()

    @staticmethod
    def _rest(node: Node) -> str:
        """What stands after the name in the list: everything the drawing says by shape and line."""
        rest = node.spoken.removeprefix(node.label)
        return rest if rest != node.spoken else f". {node.spoken}"

    def show_chosen(self, chosen: str) -> None:
        """Show who is chosen; "" for the whole family."""
        self._chosen = chosen
        self.picture.show_chosen(chosen)
        for person, card in self.rows.items():
            card.setChecked(person == chosen)
        self.whole.setVisible(bool(chosen))

    def _choose(self, person: str) -> None:
        self.show_chosen(person)
        self.chosen.emit(person)

    def _turn(self) -> None:
        self._as_list = not self._as_list
        self._fit()
        self.turned.emit(self._as_list)
        self.twin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        room = self.width() >= self.picture.width_least() or not self.isVisible()
        drawn = room and not self._as_list
        self._stack.setCurrentWidget(self.picture if drawn else self.list)
        for page in (self.picture, self.list):
            shown = page is self._stack.currentWidget()
            page.setSizePolicy(
                QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored,
                QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored,
            )
        self.twin.setVisible(room)
        self.twin.set_words(say("Show as list") if drawn else say("Show as drawing"))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        shown = self._stack.currentWidget()
        tall = shown.sizeHint().height() if shown is not None else 0
        return QSize(
            theme.current().size("controlTouch"),
            tall + self.twin.sizeHint().height() + theme.current().space(1),
        )
