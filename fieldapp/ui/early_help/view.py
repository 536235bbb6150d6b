"""The early help assessment on screen: the overview grid, and the form runner behind it.

Promise: the grid is one Tab stop, arrows move over its cells, Enter opens one; every cell says section, whose and how
far. The runner's way back leads to the grid. Where it is narrow, what stands beside the grid goes under it. Lines and
what stands beside them are made a little in each turn; whoever asks for a cell has it at once.
Never: a cell told by colour alone. Source: interface design section 4.8 and its picture 08.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QGridLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.early_help.presenter import Band, Cell, Column, Line, OverviewPresenter, OverviewState, Todo
from fieldapp.ui.form.state import Update
from fieldapp.ui.form.view import FormRunnerPage
from fieldapp.ui.kit import (
    Button,
    Card,
    Flow,
    FocusRing,
    Hairline,
    IconButton,
    IconLine,
    Scroll,
    Slices,
    SyncMark,
    Text,
    column,
    row,
)
from fieldapp.ui.kit.paint import draw_icon
from fieldapp.ui.pages.screen import Island
from fieldapp.ui.words import Words

say = Words("Early help")

BESIDE_FROM = 1100
"""Logical width from which the cards stand beside the grid (interface design section 9)."""

_ICONS = {
    "done": ("circle-check", "status.sent.ink"),
    "started": ("contrast", "status.sending.ink"),
    "not_started": ("circle", "ink.soft"),
    "none_yet": ("circle-alert", "status.decision.ink"),
    "not_needed": ("minus", "ink.soft"),
}


class _CellButton(QAbstractButton):
    """One cell: a mark and a word."""

    def __init__(self, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._label = Text("", "body", "ink.body", parent=self)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_cell(cell)

    def show_cell(self, cell: Cell) -> None:
        self.cell = cell
        strong = cell.mark == "none_yet"
        self._label.setText(cell.text)
        self._label.set_style("label" if strong else "body")
        quiet = cell.mark in {"not_needed", "not_started"}
        self._label.set_ink("status.decision.ink" if strong else "ink.soft" if quiet else "ink.strong")
        self.setText(cell.text)
        self.setAccessibleName(cell.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor if cell.target else Qt.CursorShape.ArrowCursor)
        self.update()

    def _lead(self) -> int:
        look = theme.current()
        return look.space(4) + look.icon(1) + look.space(2)

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = self._lead() + self._label.sizeHint().width() + look.space(3)
        return QSize(wide, max(look.size("controlCompact") + look.space(1), self._label.heightForWidth(wide)))

    def heightForWidth(self, width: int) -> int:
        """A word that needs two lines in a narrow column has room for both."""
        look = theme.current()
        room = max(width - self._lead() - look.space(2), 1)
        return max(
            look.size("controlCompact") + look.space(1),
            self._label.heightForWidth(room) + 2 * look.space(1),
        )

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        return QSize(
            self._lead() + self._label.minimumSizeHint().width() + look.space(2), look.size("controlCompact")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(self.width() - self._lead() - theme.current().space(2), 1)
        tall = self._label.heightForWidth(room)
        x = theme.current().space(2) if self.isRightToLeft() else self._lead()
        self._label.setGeometry(x, (self.height() - tall) // 2, room, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if self.underMouse() and self.cell.target:
            painter.fillRect(self.rect(), look.colour("bg.hover"))
        icon, ink = _ICONS[self.cell.mark]
        edge = look.icon(1)
        x = self.width() - edge - look.space(4) if self.isRightToLeft() else look.space(4)
        draw_icon(painter, icon, look.colour(ink), QPointF(x, (self.height() - edge) / 2), edge)

    def focus_area(self) -> tuple[QWidget, QRect, int]:
        """The ring lies just inside the cell, so that its neighbours do not hide it."""
        room = 2 * theme.current().space(1)
        return (
            self,
            self.rect().adjusted(room, room // 2, -room, -room // 2),
            theme.current().radius("control"),
        )


class OverviewGrid(Card):
    """Sections down, children and family across."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        super().__init__(self._grid, parent=parent)
        self._slices = Slices(self)
        self._cells: list[list[_CellButton]] = []
        self._progress: list[Text] = []
        self._shape: tuple[Any, ...] = ()
        self._lines: list[Line] = []
        self._heads: dict[int, str] = {}
        self._stop: tuple[int, int] = (0, 0)
        self._row = 0

    def show_grid(self, columns: tuple[Column, ...], bands: tuple[Band, ...]) -> None:
        """Bring the grid up to date; the same sections and children keep their cells and the keyboard's place."""
        shape = (
            tuple((c.key, c.title) for c in columns),
            tuple((b.title, tuple(line.title for line in b.lines)) for b in bands),
        )
        self._lines = [line for band in bands for line in band.lines]
        if shape != self._shape:
            self._shape = shape
            self._begin(columns, bands)
            return
        for text, each in zip(self._progress, columns, strict=True):
            text.setText(each.progress)
        for buttons, line in zip(
            self._cells, self._lines, strict=False
        ):  # those still to be made follow as they are
            for button, cell in zip(buttons, line.cells, strict=True):
                button.show_cell(cell)

    def cell(self, line: int, place: int) -> _CellButton:
        """One cell by its place."""
        self._stand(line)
        return self._cells[line][place]

    def cells(self) -> list[list[_CellButton]]:
        """All cells, line by line."""
        self._slices.finish()
        return self._cells

    def is_whole(self) -> bool:
        """True when every line stands."""
        return self._slices.is_whole()

    def first_open(self) -> _CellButton | None:
        """The first cell that can be opened and is not done."""
        found = self._first_open()
        return None if found is None else self.cell(*found)

    def _first_open(self) -> tuple[int, int] | None:
        for index, line in enumerate(self._lines):
            for place, cell in enumerate(line.cells):
                if cell.target and cell.mark != "done":
                    return index, place
        return None

    def _begin(self, columns: tuple[Column, ...], bands: tuple[Band, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._cells, self._progress, self._heads, at = [], [], {}, 0
        for band in bands:
            if band.lines:
                self._heads[at] = band.title
            at += len(band.lines)
        self._stop = self._first_open() or (0, 0)
        self._make_head(columns)
        self._slices.begin_later([partial(self._stand, index) for index in range(len(self._lines))])

    def _make_head(self, columns: tuple[Column, ...]) -> None:
        corner = Text(say("Each child has their own assessment."), "caption", "ink.soft")
        self._grid.addWidget(_padded(corner), 0, 0)
        self._grid.setColumnStretch(0, 4)
        for place, each in enumerate(columns, start=1):
            progress = Text(each.progress, "caption", "ink.soft")
            head = QWidget()
            head.setLayout(
                column(Text(each.title, "bodyStrong", "ink.strong"), progress, gap=0, margins=(4, 3, 2, 3))
            )
            self._progress.append(progress)
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 3)
        self._row = 1

    def _stand(self, index: int) -> None:
        """This line, and every line before it, stands."""
        while len(self._cells) <= index:
            self._make_line(len(self._cells))

    def _make_line(self, index: int) -> None:
        line = self._lines[index]
        if index in self._heads:
            self._put(_BandHead(self._heads[index]), 0, len(line.cells) + 1)
            self._row += 1
        self._put(_padded(Text(line.title, "body", "ink.strong")), 0)
        self._cells.append([self._add(cell, place) for place, cell in enumerate(line.cells, start=1)])
        look = theme.current()
        self._grid.setRowMinimumHeight(self._row, look.size("controlCompact") + look.space(1))
        self._row += 1
        if index == self._stop[0]:
            self._cells[index][self._stop[1]].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _put(self, widget: QWidget, place: int, span: int = 1) -> None:
        self._grid.addWidget(widget, self._row, place, 1, span)
        widget.show()  # at once: the keyboard may be wanted here, and Qt would show it only later

    def _add(self, cell: Cell, place: int) -> _CellButton:
        button = _CellButton(cell)
        button.clicked.connect(lambda: self._press(button))
        button.installEventFilter(self)
        self._put(button, place)
        return button

    def _press(self, button: _CellButton) -> None:
        if button.cell.target:
            self.opened.emit(button.cell.target)

    def _stop_at(self, target: _CellButton) -> None:
        """Of the whole grid only this cell is a Tab stop."""
        for buttons in self._cells:
            for other in buttons:
                other.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus if other is target else Qt.FocusPolicy.ClickFocus
                )

    def eventFilter(self, watched, event) -> bool:  # type: ignore[no-untyped-def]
        if isinstance(watched, _CellButton) and event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)  # however the keyboard came here: by an arrow, or back from a section
        if (
            isinstance(watched, _CellButton)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._key(watched, event)
        return bool(super().eventFilter(watched, event))

    def _key(self, button: _CellButton, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._press(button)
            return True
        line = next(index for index, buttons in enumerate(self._cells) if button in buttons)
        place = self._cells[line].index(button)
        forward = -1 if self.isRightToLeft() else 1
        if key == Qt.Key.Key_Down:
            self._stand(min(line + 1, len(self._lines) - 1))
        step = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -forward),
            Qt.Key.Key_Right: (0, forward),
        }.get(key)
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        to_line = max(0, min(len(self._cells) - 1, line + step[0]))
        to_place = max(0, min(len(self._cells[to_line]) - 1, place + step[1]))
        target = self._cells[to_line][to_place]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and hairlines between lines and columns."""
        super().paintEvent(event)
        look = theme.current()
        painter = QPainter(self)
        hair, thin = look.colour("line.hair"), look.stroke("hair")
        for buttons in self._cells:
            painter.fillRect(QRectF(0, buttons[0].y(), self.width(), thin), hair)
        for index in range(1, self._grid.columnCount()):
            place = self._grid.cellRect(0, index)
            x = place.right() if self.isRightToLeft() else place.x()
            painter.fillRect(QRectF(x, 0, thin, self.height()), hair)


class _BandHead(QWidget):
    """The heading of a group of sections, over the whole width."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setLayout(column(Text(title, "label", "ink.soft"), margins=(1, 4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("bg.sunken"))


class OverviewPage(QWidget):
    """Header, grid, and what stands beside it."""

    opened_cell = Signal(str)

    def __init__(self, presenter: OverviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._beside: bool | None = None
        self._slices = Slices(self)
        self._todos: tuple[Todo, ...] = ()
        self._title = Text("", "h1", "ink.strong")
        self._about = Text("", "caption", "ink.soft")
        self.save_mark = SyncMark("saved", "")
        self.back = IconButton("arrow-left", say("Back"))
        self.hand = Button(say("Direct work"), "plain", icon="palette")
        self.main = Button("", "primary")
        words = column(self._title, Flow(self._about, self.save_mark, gap=4, line_gap=1), gap=1)
        first = row(self.back, words, gap=3)
        first.setStretch(1, 1)
        self._head = head = row(
            first, Flow(self.hand, self.main, gap=3, end=True), gap=3, margins=("page", 5, "page", 4)
        )
        head.setStretch(0, 1)
        self.grid = OverviewGrid()
        self.grid.opened.connect(self.opened_cell)
        self._todo_card, self._todo = _card(
            say("Before this can be finished"), say("You can stop at any point. Nothing is lost.")
        )
        self._agree_card, self._agree = _card(say("Agreed with the family"))
        self._level_card, self._level_column = _card(say("Level of help"))
        self._level = Text("", "body")
        self._level_column.addWidget(self._level)
        side = QWidget()
        side.setLayout(column(self._todo_card, self._agree_card, self._level_card, gap=4))
        self._side = QWidget()
        self._side.setLayout(column(Island(side), None, gap=0))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        look = theme.current()
        page = look.space("page")
        self._body.setContentsMargins(page, 0, page, page)
        self._body.setSpacing(look.space(5))
        left = QWidget()
        left.setLayout(column(Island(self.grid), None, gap=0))
        self._body.addWidget(left, 7)
        self._body.addWidget(self._side, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QWidget()
        top.setLayout(head)
        whole.addWidget(top)
        whole.addWidget(Scroll(self._body), 1)
        self.main.clicked.connect(self._main_pressed)
        for keys in (
            "Ctrl+Return",
            "Ctrl+Enter",
        ):  # of the two pages of an assessment the one in sight hears it
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.main.click)
        self._target: Key = ""

    def show_state(self, state: OverviewState) -> None:
        """The whole page."""
        self.setAccessibleName(state.name)
        self._title.setText(state.title)
        self._about.setText(f"{state.family}. {state.started}")
        self.save_mark.setVisible(bool(state.save.text))
        kind = {"saved": "saved", "saving": "sending"}.get(state.save.mark, "trouble")
        self.save_mark.show_mark(kind, state.save.text)  # type: ignore[arg-type]
        self.grid.show_grid(state.columns, state.bands)
        self.main.set_words(state.next_text)
        self._target = state.next_target
        self._todo_card.setVisible(bool(state.todos))
        if state.todos != self._todos:
            self._todos = state.todos
            _clear(self._todo)
            self._slices.begin_later([partial(self._add_todo, todo) for todo in state.todos])
        _fill_agreements(self._agree, state)
        self._agree_card.setVisible(bool(state.agreements))
        self._level.setText(state.level)

    def _add_todo(self, todo: Todo) -> None:
        self._todo.addWidget(_todo_line(todo, self.opened_cell))

    def _main_pressed(self) -> None:
        if self._target:
            self.opened_cell.emit(self._target)
        else:
            self._presenter.note.check()
            self.opened_cell.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM * theme.current().step
        if beside != self._beside:
            self._beside = beside
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._body.setDirection(across if beside else down)
            self._head.setDirection(across if beside else down)


class AssessmentPage(QWidget):
    """The overview and the runner of one assessment, one at a time."""

    finished = Signal(str)

    def __init__(
        self,
        presenter: OverviewPresenter,
        runner: FormRunnerPage,
        *,
        opens_on_overview: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self.runner = presenter, runner
        self.overview = OverviewPage(presenter)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.overview)
        self._stack.addWidget(runner)
        self.overview.opened_cell.connect(self._open)
        self.overview.back.clicked.connect(presenter.note.leave)
        self.overview.hand.clicked.connect(presenter.note.hand_to_child)
        runner.back.clicked.disconnect()
        runner.back.clicked.connect(self.show_overview)
        runner.finished.connect(self.finished)
        presenter.listen(self._heard)
        self._stack.setCurrentWidget(self.overview if opens_on_overview else runner)
        if opens_on_overview:
            self.overview.show_state(presenter.state())

    # What the shell may ask of a page.
    wants_room = True

    def opened(self) -> str:
        """What a listener hears when the page is shown."""
        if self._stack.currentWidget() is self.overview:
            return self.overview.accessibleName()
        return self.runner.opened()

    def first_focus(self) -> QWidget | None:
        """The next thing to do."""
        if self._stack.currentWidget() is self.overview:
            return self.overview.grid.first_open() or self.overview.main
        return self.runner.first_focus()

    def flush(self) -> None:
        """Put the last keystrokes into the store, now."""
        self.runner.flush()

    def left(self, where: object, gone_back: bool) -> None:
        """The shell shows another place."""
        self.runner.left(where, gone_back)

    def place(self) -> dict[str, Any]:
        """Which draft is open."""
        return self.runner.place()

    def may_close(self) -> bool:
        """False while something typed is not saved."""
        return self.runner.may_close()

    def show_overview(self) -> None:
        """Back to the grid; everything typed is saved first."""
        self._presenter.note.flush()
        self.overview.show_state(self._presenter.state())
        self._stack.setCurrentWidget(self.overview)
        target = self.overview.grid.first_open() or self.overview.main
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        ring = FocusRing._installed
        if ring is not None:
            ring.refresh()

    def is_on_overview(self) -> bool:
        """Whether the grid is shown."""
        return self._stack.currentWidget() is self.overview

    def _open(self, target: Key) -> None:
        self._stack.setCurrentWidget(self.runner)
        self._presenter.open(target)

    def _heard(self, update: Update) -> None:
        if self.is_on_overview() and (update.save or update.body or update.questions):
            self.overview.show_state(self._presenter.state())


def _padded(text: Text) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(text, margins=(4, 1, 2, 1)))
    return holder


def _card(title: str, detail: str = "") -> tuple[Card, QVBoxLayout]:
    inside = column(gap=2)
    pieces: list[QWidget] = [Text(title, "h3", "ink.strong")]
    if detail:
        pieces.append(Text(detail, "caption", "ink.soft"))
    return Card(column(*pieces, inside, gap=1, margins=4)), inside


def _todo_line(todo: Todo, opened: Any) -> QWidget:
    button = Button(
        todo.title,
        "quiet",
        icon=todo.icon,
        icon_after="chevron-right",
        align=Qt.AlignmentFlag.AlignLeading,
    )
    button.setAccessibleDescription(todo.detail)
    button.clicked.connect(lambda: opened.emit(todo.target))
    look = theme.current()
    under = row(Text(todo.detail, "caption", "ink.soft"), gap=0)
    under.insertSpacing(0, look.space(1) + look.icon(1) + look.space(2))  # where the button's words begin
    one = QWidget()
    one.setLayout(column(Hairline(), button, under, gap=0))
    return one


def _fill_agreements(inside: QVBoxLayout, state: OverviewState) -> None:
    _clear(inside)
    for each in state.agreements:
        icon, ink = ("circle-check", "status.sent.ink") if each.agreed else ("circle-x", "status.held.ink")
        inside.addWidget(
            IconLine(icon, each.text, ink="ink.body", icon_ink=ink, style="body", place=1, wrap=True)
        )


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
