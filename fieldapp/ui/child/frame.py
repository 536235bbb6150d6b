"""Child mode on screen: one prompt, one thing to do, and a foot row whose places never change.

Promise: full screen, nothing of the app around it; Hide, Undo, the way on and "Give it back" are always where they
were; each prompt is the window's name to a listener; the arrows walk between big targets, Space picks, F9 hides.
Nothing here leads to the file: closing the window asks for the way back. Made once, shown at once.
Never: a names list, a notification, a title with a name, a timer, a drag that must be done.
Source: interface design section 4.7 and pictures 05, 06, 07.
Signals: `gave_back()` after the right PIN.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme, words
from fieldapp.ui.child.body_map import BodyMap
from fieldapp.ui.child.day_ribbon import DayRibbon
from fieldapp.ui.child.drawing_desk import DrawingDesk
from fieldapp.ui.child.feelings import FeelingPicker
from fieldapp.ui.child.grid import TileGrid
from fieldapp.ui.child.houses import HouseCanvas
from fieldapp.ui.child.pin_pad import WayOut
from fieldapp.ui.child.presenter import ChildPresenter, ChildQuestion, ChildState
from fieldapp.ui.child.roving import Roving
from fieldapp.ui.child.scale_steps import ScaleSteps
from fieldapp.ui.child.scenery import paint_sky
from fieldapp.ui.child.sort_mat import SortMat
from fieldapp.ui.child.tile import ChildTile
from fieldapp.ui.kit import Flow, LinesEditor, Scroll, Text, announce, column
from fieldapp.ui.words import Words

say = Words("Child")

TOOL_ICONS = {
    "houses": "school",
    "faces": "smile",
    "ladder": "footprints",
    "day": "sun",
    "mat": "copy",
    "people": "users",
    "wand": "star",
    "draw": "palette",
}
_HILLS = frozenset({"choose", "stopped", "pass_back"})


class ChildFrame(QWidget):
    """The whole screen while a child has the laptop."""

    gave_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter: ChildPresenter | None = None
        self._shown: tuple[str, str] = ("", "")
        self._content: QWidget | None = None
        self._update: Callable[[ChildState], None] = lambda state: None
        self._hills = False
        self.place_after_lock: dict[str, Any] | None = None
        """Where the worker goes on if the session ends by a lock: the same as when the child gives it back."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._own_language = words.language()
        self._make()

    # ---- making --------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        look = theme.current()
        self.prompt = Text("", "childTitle", "child.ink")
        self.notes = Text("", "childBody", "child.ink")
        self.trouble = Text("", "childBody", "child.ink")
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self.hide_it = ChildTile(say("Hide"), icon="eye-off")
        self.undo = ChildTile(say("Undo"), icon="undo-2")
        self.other = ChildTile(say("Something else to do"))
        self.more = ChildTile(say("More"), icon_after="arrow-right")
        self.back = ChildTile(say("Back"), icon="arrow-left")
        self.next = ChildTile(say("Next"), icon_after="arrow-right", look="filled")
        self.give = ChildTile(say("Give it back"), icon="hand-helping", look="dark")
        self.stay = ChildTile(say("Not yet"), icon="arrow-left")
        self._foot = QWidget()
        self._foot_grid = QGridLayout(self._foot)
        self._foot_grid.setContentsMargins(0, 0, 0, 0)
        self._foot_grid.setSpacing(look.size("childGap"))
        self._foot_left = QWidget()
        self._foot_left.setLayout(Flow(self.hide_it, self.undo, gap=4, line_gap=4))
        self._foot_right = QWidget()
        self._foot_right.setLayout(
            Flow(
                self.other, self.more, self.back, self.next, self.stay, self.give, gap=4, line_gap=4, end=True
            )
        )
        self._foot_grid.addWidget(self._foot_left, 0, 0)
        self._foot_grid.addWidget(self._foot_right, 0, 1)
        self._foot_grid.setColumnStretch(0, 2)
        self._foot_grid.setColumnStretch(1, 5)
        whole = QVBoxLayout(self)
        edge = look.space(12)
        whole.setContentsMargins(edge, look.space(6), edge, look.space(6))
        whole.setSpacing(look.space(5))
        for piece in (self.prompt, self.notes):
            whole.addWidget(piece)
        whole.addLayout(self._room, 1)
        whole.addWidget(self.trouble)
        whole.addWidget(self._foot)
        self.trouble.hide()
        self.hide_it.clicked.connect(lambda: self._do("hide_screen"))
        self.undo.clicked.connect(self._undo)
        self.other.clicked.connect(lambda: self._do("choose_activity"))
        self.more.clicked.connect(lambda: self._do("more"))
        self.back.clicked.connect(lambda: self._do("go_back"))
        self.next.clicked.connect(lambda: self._do("go_on"))
        self.give.clicked.connect(lambda: self._do("give_back"))
        self.stay.clicked.connect(lambda: self._do("not_yet"))
        for keys, wish in (("F9", "hide_screen"), ("Ctrl+Z", "undo"), ("Ctrl+Return", "go_on")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._undo if wish == "undo" else lambda wish=wish: self._do(wish))

    def _speak(self, language: str) -> None:
        """Everything on the screen in the child's language, where it is one of ours; the app's own comes back after."""
        code = language.rpartition("(")[2].rstrip(")")
        wanted = code if code in words.LANGUAGES else self._own_language
        if wanted != words.language():
            words.use_language(wanted)
        for tile, text in (
            (self.hide_it, say("Hide")),
            (self.undo, say("Undo")),
            (self.other, say("Something else to do")),
            (self.more, say("More")),
            (self.back, say("Back")),
            (self.give, say("Give it back")),
            (self.stay, say("Not yet")),
        ):
            if tile.words() != text:
                tile.set_words(text)

    def show_session(self, presenter: ChildPresenter) -> None:
        """Begin a child's turn."""
        self._own_language = words.language()
        self._presenter = presenter
        self._shown = ("", "")
        presenter.listen(self._heard)
        self._heard()

    def end_session(self) -> None:
        """The laptop is back: nothing of the session stays on the frame."""
        self._presenter = None
        words.use_language(self._own_language)
        self._take_content_away()
        self.prompt.setText("")
        self.notes.setText("")
        self._shown = ("", "")
        self._timer.stop()
        self.gave_back.emit()

    def flush(self) -> None:
        """Put the last keystrokes into the store, now: before a lock."""
        if self._presenter is not None:
            self._presenter.left_writing()

    # ---- showing -------------------------------------------------------------------------------------------------

    def _heard(self) -> None:
        presenter = self._presenter
        if presenter is None:
            return
        self._speak(presenter.instance.language)
        state = presenter.state()
        self._show_words(state)
        self._show_foot(state)
        key = state.question.key if state.question else "|".join(h.repeat for h in state.houses)
        shown = (f"{state.screen}/{state.kind}/{state.prompt}", key)
        if shown != self._shown:
            self._shown = shown
            self._change_content(state)
        else:
            self._update(state)
        saving = presenter.note.save_state()
        self.trouble.setVisible(saving.mark == "not_saved")
        self.trouble.setText(say("That didn't work. Your picture is safe."))
        self._arm()

    def _show_words(self, state: ChildState) -> None:
        self.prompt.setText(state.prompt)
        self.prompt.setVisible(bool(state.prompt))
        hint = state.question.hint if state.question else ""
        told = "\n\n".join([*state.notes, *([hint] if hint else [])])
        self.notes.setText(told)
        self.notes.setVisible(bool(told))
        self.setAccessibleName(state.prompt or told)

    def _show_foot(self, state: ChildState) -> None:
        away = state.screen == "pass_back"
        self.undo.setVisible(not away)
        self.undo.setEnabled(state.can_undo)
        self.other.setVisible(state.can_choose and state.screen == "step" and not state.in_sheet)
        self.more.setVisible(state.can_do_more)
        self.back.setVisible(state.screen == "step" and state.can_go_back)
        self.next.setVisible(state.can_go_on)
        self.next.set_words(state.next_text)
        self.give.setVisible(not away)
        self.stay.setVisible(away)

    def _take_content_away(self) -> None:
        if self._content is not None:
            self._room.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        self._update = lambda state: None

    def _change_content(self, state: ChildState) -> None:
        self._take_content_away()
        self._hills = state.screen in _HILLS or state.kind in {"houses", "notes"}
        self._content = self._make_content(state)
        self._room.addWidget(self._content)
        self.update()
        announce(self, state.prompt or self.notes.words())
        if self.isVisible():
            QTimer.singleShot(0, self._focus_content)

    def _focus_content(self) -> None:
        """The keyboard goes to the first target of what is new."""
        focus = getattr(self._content, "focus_first", None)
        if focus is not None:
            focus()
        elif self._content is not None and self._content.focusProxy() is not None:
            self._content.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.next.isVisible():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_content(self, state: ChildState) -> QWidget:
        if state.screen == "pass_back":
            return self._pin_pad(state)
        if state.screen == "choose":
            return self._chooser(state)
        if state.screen == "stopped":
            return _spring()
        makers: dict[str, Callable[[ChildState], QWidget]] = {
            "houses": self._houses,
            "day": self._day,
            "cards": self._cards,
            "people": self._people,
        }
        if state.kind in makers:
            return makers[state.kind](state)
        if state.question is not None:
            return self._question(state.question)
        return _spring()

    def _question(self, question: ChildQuestion) -> QWidget:
        makers: dict[str, Callable[[ChildQuestion], QWidget]] = {
            "faces": self._faces,
            "ladder": self._ladder,
            "body": self._body,
            "drawing": self._drawing,
            "choices": self._choices,
            "tick": self._tick_box,
        }
        return makers.get(question.kind, self._writing)(question)

    def _set_update(self, change: Callable[[str], None]) -> None:
        """Keep a widget at the question's value."""

        def update(state: ChildState) -> None:
            if state.question is not None:
                change(state.question.value)

        self._update = update

    def _faces(self, question: ChildQuestion) -> QWidget:
        picker = FeelingPicker(question.choices, value=question.value, many=question.many)
        picker.chosen.connect(self._answer)
        self._set_update(picker.set_value)
        return _scrolled(picker)

    def _ladder(self, question: ChildQuestion) -> QWidget:
        steps = ScaleSteps(
            question.start,
            question.end,
            question.step,
            value=question.value,
            lowest=say("The worst it could be"),
            highest=say("The best it could be"),
        )
        steps.chosen.connect(self._answer)
        self._set_update(steps.set_value)
        return _Filling(steps)

    def _body(self, question: ChildQuestion) -> QWidget:
        body = BodyMap(question.choices, value=question.value, many=question.many)
        body.chosen.connect(self._answer)
        self._set_update(body.set_value)
        return _Filling(body)

    def _drawing(self, question: ChildQuestion) -> QWidget:
        desk = DrawingDesk(question.value, name=question.label)
        desk.drawn.connect(self._answer)
        self._set_update(desk.set_text)
        return desk

    def _choices(self, question: ChildQuestion) -> QWidget:
        tiles = _ChoiceTiles(question)
        tiles.chosen.connect(self._answer)
        self._set_update(tiles.set_value)
        return _scrolled(tiles)

    def _tick_box(self, question: ChildQuestion) -> QWidget:
        tile = ChildTile(question.label, checkable=True)
        tile.setChecked(bool(question.value))
        tile.clicked.connect(lambda on: self._answer("OK" if on else ""))
        self._set_update(lambda value: tile.setChecked(bool(value)))
        holder = QWidget()
        holder.setLayout(column(tile, None))
        holder.setFocusProxy(tile)
        return holder

    def _writing(self, question: ChildQuestion) -> QWidget:
        page = LinesEditor(question.value, style="childBody", lines_min=4, lines_max=40)
        page.text_edit.setAccessibleName(question.label)
        page.answered.connect(self._answer)
        page.left.connect(lambda: self._do("left_writing"))
        self._set_update(page.set_text)
        holder = QWidget()
        holder.setLayout(column(page, self._movers(), None, gap=4))
        holder.setFocusProxy(page.text_edit)
        return holder

    def _movers(self) -> QWidget:
        """Buttons that move a note among the others of its house, where there are others."""
        up, down = ChildTile(say("Move up"), icon="arrow-up"), ChildTile(say("Move down"), icon="arrow-down")
        movers = QWidget()
        movers.setLayout(Flow(up, down, gap=4))
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        before = self._update

        def update(state: ChildState) -> None:
            before(state)
            movers.setVisible(state.can_move_up or state.can_move_down)
            up.setEnabled(state.can_move_up)
            down.setEnabled(state.can_move_down)

        self._update = update
        if self._presenter is not None:
            update(self._presenter.state())
        return movers

    def _move(self, by: int) -> None:
        if self._presenter is not None:
            self._presenter.move_open_note(by)

    def _houses(self, state: ChildState) -> QWidget:
        houses = HouseCanvas(state.houses)
        presenter = self._presenter
        if presenter is not None:
            houses.write_requested.connect(presenter.write_in)
            houses.draw_requested.connect(presenter.draw_in)
            houses.note_opened.connect(presenter.open_row)
        self._update = lambda now: houses.show_houses(now.houses)
        return _Filling(houses)

    def _day(self, state: ChildState) -> QWidget:
        ribbon = DayRibbon(state.day)
        if self._presenter is not None:
            ribbon.part_opened.connect(self._presenter.open_day_part)
        self._update = lambda now: ribbon.show_parts(now.day)
        return _Filling(ribbon)

    def _cards(self, state: ChildState) -> QWidget:
        mat = SortMat(state.cards)
        if self._presenter is not None:
            mat.sorted.connect(self._presenter.answer_at)
        self._update = lambda now: mat.show_cards(now.cards)
        return mat

    def _people(self, state: ChildState) -> QWidget:
        tiles = _PeopleTiles()
        if self._presenter is not None:
            tiles.opened.connect(self._presenter.open_row)
            presenter, repeat = self._presenter, self._presenter.step_key()
            tiles.add_requested.connect(lambda: presenter.write_in(repeat))
        tiles.show_people(state)
        self._update = tiles.show_people
        return _scrolled(tiles)

    def _chooser(self, state: ChildState) -> QWidget:
        tiles = _ActivityTiles(state)
        presenter = self._presenter
        if presenter is not None:
            tiles.chosen.connect(presenter.begin)
            tiles.ending.connect(presenter.finish_up)
        return _scrolled(tiles)

    def _pin_pad(self, state: ChildState) -> QWidget:
        pad = WayOut(pin=state.asks_pin)
        pad.tried.connect(self._try)
        self._update = lambda now: pad.show_wrong(now.tries_left) if now.wrong else None
        return _scrolled(pad)

    # ---- the child -----------------------------------------------------------------------------------------------

    def _do(self, wish: str) -> None:
        if self._presenter is not None:
            getattr(self._presenter, wish)()
            self._arm()

    def _answer(self, value: str) -> None:
        if self._presenter is not None:
            self._presenter.answer(value)
            self._arm()

    def _undo(self) -> None:
        """Drawing has its own history, down to the empty page; everything else the session's."""
        if isinstance(self._content, DrawingDesk) and self._content.undo():
            return
        self._do("undo")

    def _try(self, secret: str) -> None:
        if self._presenter is not None:
            self._presenter.try_secret(secret)

    def _arm(self) -> None:
        due = self._presenter.note.due_in_ms() if self._presenter is not None else None
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(due, 0))

    def _tick(self) -> None:
        if self._presenter is not None:
            self._presenter.left_writing()
            self._presenter.note.tick()
            self._arm()

    # ---- window --------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close leads to the way back, not out."""
        if self._presenter is not None:
            event.ignore()
            self._presenter.give_back()
            return
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arm()
        QTimer.singleShot(0, self._focus_content)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is due: what was written is saved by whoever takes the page away."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme.current()
        narrow = self.width() < self.height()
        edge = look.space(6) if narrow else look.space(12)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(edge, look.space(6), edge, look.space(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sky(QPainter(self), QRectF(self.rect()), hills=self._hills)


class _ChoiceTiles(QWidget):
    """Plain choices as big tiles, one or many."""

    chosen = Signal(str)

    def __init__(self, question: ChildQuestion) -> None:
        super().__init__()
        self._many = question.many
        self.tiles: dict[str, ChildTile] = {}
        flow = Flow(gap=4, line_gap=4)
        for choice in question.choices:
            tile = ChildTile(choice.label or choice.name, checkable=True)
            tile.clicked.connect(lambda _=False, name=choice.name: self._pressed(name))
            self.tiles[choice.name] = tile
            flow.addWidget(tile)
        self.setLayout(flow)
        self._roving = Roving(self, list(self.tiles.values()))
        self.set_value(question.value)

    def set_value(self, value: str) -> None:
        names = set(value.split())
        for name, tile in self.tiles.items():
            tile.setChecked(name in names)

    def focus_first(self) -> None:
        stop = next((t for t in self.tiles.values() if t.isChecked()), next(iter(self.tiles.values()), None))
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, name: str) -> None:
        if not self._many:
            for other, tile in self.tiles.items():
                tile.setChecked(other == name and tile.isChecked())
        self.chosen.emit(" ".join(n for n, tile in self.tiles.items() if tile.isChecked()))


class _PeopleTiles(QWidget):
    """The people (and animals) so far, and one more."""

    opened = Signal(str)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(gap=4, line_gap=4)
        self.setLayout(self._flow)
        self.add = ChildTile("", icon="plus", look="dashed")
        self.add.clicked.connect(self.add_requested)
        self._flow.addWidget(self.add)
        self._tiles: dict[str, ChildTile] = {}
        self._roving = Roving(self, [self.add])

    def show_people(self, state: ChildState) -> None:
        self.add.set_words(state.add_person)
        rows = [person.row for person in state.people]
        for gone in [row for row in self._tiles if row not in rows]:
            tile = self._tiles.pop(gone)
            self._flow.removeWidget(tile)
            tile.deleteLater()
        for person in state.people:
            tile = self._tiles.get(person.row) or self._new_tile(person.row)
            tile.set_words(person.words or say("Somebody"))
        self._roving.set_buttons([*self._tiles.values(), self.add])

    def focus_first(self) -> None:
        self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _new_tile(self, row: str) -> ChildTile:
        tile = ChildTile("", icon="user")
        tile.clicked.connect(lambda _=False, row=row: self.opened.emit(row))
        self._tiles[row] = tile
        self._flow.removeWidget(self.add)
        self._flow.addWidget(tile)
        self._flow.addWidget(self.add)
        return tile


class _ActivityTiles(TileGrid):
    """What there is to do together."""

    chosen = Signal(str)
    ending = Signal()

    def __init__(self, state: ChildState) -> None:
        super().__init__(tall=True)
        self.tiles: dict[str, ChildTile] = {}
        for activity in state.activities:
            tile = ChildTile(activity.label, icon=TOOL_ICONS.get(activity.tool, "star"), shape="above")
            tile.clicked.connect(lambda _=False, key=activity.key: self.chosen.emit(key))
            self.tiles[activity.tool] = tile
        self.enough = ChildTile(say("That is enough for today"), icon="check", shape="above", look="dashed")
        self.enough.clicked.connect(self.ending)
        self.show_tiles([*self.tiles.values(), self.enough])

    def focus_first(self) -> None:
        next(iter(self.tiles.values())).setFocus(Qt.FocusReason.TabFocusReason)


class _Scrolled(Scroll):
    """Scrolls down when there is more than the screen holds; the keyboard goes inside."""

    def __init__(self, inner: QWidget) -> None:
        inner_layout = QVBoxLayout()
        inner_layout.setContentsMargins(0, 0, 0, 0)
        room = theme.current().space(2)
        inner_layout.setContentsMargins(room, room, room, room)
        inner_layout.addWidget(inner)
        inner_layout.addStretch(1)
        super().__init__(inner_layout)
        self.inner = inner

    def focus_first(self) -> None:
        focus = getattr(self.inner, "focus_first", None)
        if focus is not None:
            focus()
        else:
            self.inner.setFocus(Qt.FocusReason.OtherFocusReason)


class _Filling(Scroll):
    """Fills the room there is, and scrolls only where large letters need more."""

    def __init__(self, inner: QWidget) -> None:
        layout = QVBoxLayout()
        room = theme.current().space(2)
        layout.setContentsMargins(room, room, room, room)
        layout.addWidget(inner, 1)
        super().__init__(layout)
        self.inner = inner

    def focus_first(self) -> None:
        focus = getattr(self.inner, "focus_first", None)
        if focus is not None:
            focus()


def _scrolled(inner: QWidget) -> QWidget:
    return _Scrolled(inner)


def _spring() -> QWidget:
    empty = QWidget()
    empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return empty
