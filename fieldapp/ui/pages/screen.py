"""What all pages do alike: read aside, show one value, refresh when a fact comes, keep the keyboard's place.

Promise: reading never holds the window's thread; a page shows the newest reading and nothing older; a part whose
value did not change is left exactly as it is, so nobody loses their place or a half-typed line; a page that is not in
sight reads again when it is next opened. Ctrl+Enter presses the page's one filled button.
Never here: SQL, a fact of one particular page, patching what is on screen.
Source: architecture, data rule 2; interface design sections 1.2, 3, 4.17 (loading, errors) and 9 (sizes).
Signals: `refreshed()` each time a reading has been shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMetaMethod, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.bridge import Bridge, Tasks
from fieldapp.ui.kit import Button, EmptyState, Hairline, Page, Slices, Text, announce, column, row
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.words import Words

say = Words("Pages")

COLUMNS_FROM = 940
"""Logical width of a page's inside from which it has two columns: what the full rail and the margins leave of a
window of 1280, below which the right column goes under the left (interface design section 9)."""
WIDEST = 16_777_215
"""Qt's own "no limit" for a width (QWIDGETSIZE_MAX)."""
SETTLE_MS = 40
"""Facts come in swarms (one filing group moves many heads): one reading answers them all."""
OPENING_AFTER_MS = 300
WAY_BACK_AFTER_MS = 5_000


@dataclass(frozen=True, slots=True)
class Around:
    """What a page is given: the desk it reads from, a way to work aside, the facts, the state of the link."""

    desk: Desk
    tasks: Tasks
    bridge: Bridge | None = None
    online: Callable[[], bool | None] = lambda: None
    field_mode: Callable[[], bool] = lambda: False


class Screen(Page):
    """A page of the shell. Subclasses give `read_aside`, `take` and `build`; see `today/view.py` for the pattern."""

    refreshed = Signal()
    keyboard_lost = Signal()
    """What had the keyboard on this page went when the page was filled anew, and nothing took its place."""
    wants_room = False
    breaks: tuple[int, ...] = ()
    """Logical widths at which this page is laid out otherwise; `reshaped` is called when one is crossed."""
    title = ""
    """What is being opened, for "Opening {x}"."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        head, body = QVBoxLayout(), QVBoxLayout()
        super().__init__(head, body, parent=parent)
        self._head, self._body = head, body
        look = theme.current()
        page = look.space("page")
        body.setContentsMargins(page, 0, page, look.space(6))
        head.setSpacing(0)
        body.setSpacing(0)
        self._foot_place = QVBoxLayout()
        self._foot_place.setContentsMargins(0, 0, 0, 0)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.addLayout(self._foot_place)
        self.around = around
        self._asked = 0
        self._reading = False
        self._stale = True
        self._shown_once = False
        self._focus_wanted = False
        self._had_keyboard = False
        self._read_for: tuple[date, bool] | None = None
        self._shape = -1
        self._parts = Slices(self)
        self._parts.whole.connect(self._parts_stand)
        self._settle = _timer(self, SETTLE_MS, self._read)
        self._slow = _timer(self, OPENING_AFTER_MS, self._say_opening)
        self._long = _timer(self, WAY_BACK_AFTER_MS, self._offer_way_back)
        self._opening = _Opening(self)
        self._opening.hide()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.press_primary)
        enter = QShortcut(QKeySequence("Ctrl+Enter"), self)
        enter.setContext(Qt.ShortcutContext.WindowShortcut)
        enter.activated.connect(self.press_primary)
        if around.bridge is not None:
            around.bridge.fact.connect(self._heard)

    # -- for subclasses -------------------------------------------------------------------------------------------

    def set_page(self, head: QWidget, body: QWidget) -> None:
        """The page's header and body, built once; their parts are filled by `take`."""
        self._head.addWidget(head)
        self._body.addWidget(body)
        self._body.addStretch(1)

    def set_foot(self, foot: QWidget) -> None:
        """What stays at the foot of the page while the rest scrolls: the filled button, where a page is long."""
        self._foot_place.addWidget(foot)

    def read_aside(self) -> Callable[[], Any]:
        """The reading to do in a worker; what it closes over must not change meanwhile."""
        raise NotImplementedError

    def take(self, facts: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def concerns(self, fact: object) -> bool:
        """Whether a fact calls for a new reading of this page."""
        return True

    def spoken(self) -> str:
        """What a screen reader hears when the page opens."""
        return ""

    def is_heard(self, signal: Any) -> bool:
        """Whether anybody acts on a wish of this page; a button whose wish nobody hears is not shown."""
        return self.isSignalConnected(QMetaMethod.fromSignal(signal))

    # -- reading --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read anew, soon; several wishes become one reading."""
        self._stale = True
        if self.isVisible() or not self._shown_once:
            self._settle.start()

    def opened(self) -> str:
        """The shell shows this page: read what has changed meanwhile."""
        if not self.around.desk.is_closed and (self._stale or self._read_for != self._now_for()):
            self._settle.stop()
            self._read()
        return self.spoken()

    def _now_for(self) -> tuple[date, bool]:
        """What a reading depends on besides the records: the day, and whether visit view is on."""
        return self.around.desk.today(), self.around.desk.visit_view

    def is_settled(self) -> bool:
        """True when nothing is being read and nothing new is known."""
        quiet = self._shown_once and not self._reading and not self._stale and self._parts.is_whole()
        return quiet and all(one.is_whole() for one in self.findChildren(Slices))

    def _read(self) -> None:
        if self._reading or self.around.desk.is_closed:
            return
        self._stale, self._reading = False, True
        self._read_for = self._now_for()
        self._asked += 1
        asked = self._asked
        if not self._shown_once:
            self._slow.start()
            self._long.start()
        self.around.tasks.run(
            self.read_aside(),
            lambda facts: self._arrived(asked, facts),
            lambda fault: self._failed(asked, fault),
            asker=self,
        )

    def _arrived(self, asked: int, facts: Any) -> None:
        if asked != self._asked:
            return
        self._reading = False
        self._end_opening()
        self._focus_wanted = self._focus_wanted or not self._shown_once
        first, self._shown_once = not self._shown_once, True
        self._had_keyboard = self._had_keyboard or self._has_keyboard()
        self.take(facts)
        self.refreshed.emit()
        said = self.spoken()
        if first and said:
            self.setAccessibleName(said)
            announce(self, said)
        if self._parts.is_whole():
            self._parts_stand()
        if self._stale:
            self._settle.start()

    def _failed(self, asked: int, fault: Exception) -> None:
        if asked != self._asked:
            return
        self._reading = False
        self._end_opening()
        self._opening.say_trouble(self.refresh)
        self._opening.setGeometry(self.rect())
        self._opening.show()
        self._opening.raise_()
        raise fault

    def _heard(self, fact: object) -> None:
        if self.concerns(fact):
            self.refresh()

    # -- showing in turns -----------------------------------------------------------------------------------------

    def in_turn(self, *parts: Callable[[], Any]) -> None:
        """Fill the parts of a page in order, letting the window breathe between them; newer parts replace older."""
        self._had_keyboard = self._had_keyboard or self._has_keyboard()
        self._parts.begin(parts)

    def at_once(self) -> None:
        """Fill what is left now: where the old parts must not stay in sight for another moment."""
        self._parts.finish()

    def is_whole(self) -> bool:
        """True when every part of the last state stands."""
        return self._parts.is_whole()

    def _parts_stand(self) -> None:
        """All is filled: the keyboard comes to where it is wanted, or back from where Qt threw it."""
        if self._focus_wanted:
            self._focus_wanted = False
            self._focus_first()
        if self._had_keyboard:
            QTimer.singleShot(0, self, self._look_for_keyboard)  # what goes is deleted in the next turn

    def _look_for_keyboard(self) -> None:
        if self._reading or self._stale or not self._parts.is_whole():
            return  # what is shown now is only for a moment; this is asked again when the rest has come
        had, self._had_keyboard = self._had_keyboard, False
        if had and self.isVisible() and not self._has_keyboard():
            self.keyboard_lost.emit()

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # -- opening --------------------------------------------------------------------------------------------------

    def _say_opening(self) -> None:
        self._opening.say(say("Opening {what}", what=self.title) if self.title else say("Opening"))
        self._opening.setGeometry(self.rect())
        self._opening.show()
        self._opening.raise_()

    def _offer_way_back(self) -> None:
        self._opening.offer_back()

    def _end_opening(self) -> None:
        self._slow.stop()
        self._long.stop()
        self._opening.hide()

    # -- keyboard -------------------------------------------------------------------------------------------------

    def primary(self) -> Button | None:
        """The one filled button, if there is something to do."""
        filled = [
            button
            for button in self.findChildren(Button)
            if button.property("kind") == "primary" and button.isVisible()
        ]
        return filled[0] if filled else None

    def press_primary(self) -> None:
        """Ctrl+Enter."""
        button = self.primary()
        if button is not None and button.isEnabled():
            button.click()

    def _focus_first(self) -> None:
        """The keyboard comes to the first unfinished thing, unless somebody has begun to type."""
        focus = self.window().focusWidget()
        if not self.isVisible() or (isinstance(focus, QLineEdit) and focus.text()):
            return
        first: Any = getattr(self, "first_focus", None)
        target = first() if first is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._opening.isVisible():
            self._opening.setGeometry(self.rect())
        shape = self.shape_now()
        if shape != self._shape:
            self._shape = shape
            self.reshaped()

    def reshaped(self) -> None:
        """The page crossed one of its `breaks`: fill again what depends on it."""

    def shape_now(self) -> int:
        """How many of the page's breaks its width has passed."""
        return sum(self.logical_width() >= one for one in self.breaks)

    def logical_width(self) -> float:
        """How much fits: the page's width divided by the size of the text."""
        return self.width() / theme.current().step


class _Opening(QWidget):
    """ "Opening Today" in grey over the page's place; after five seconds a way back; or what went wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Text("", "body", "ink.soft")
        self._trouble: EmptyState | None = None
        self._holder = column(self._words, None, gap=4, margins=("page", "page", "page", "page"))
        self.setLayout(self._holder)

    def say(self, words: str) -> None:
        self._words.setText(words)
        announce(self, words)

    def offer_back(self) -> None:
        self._words.setText(
            say("This takes longer than it should. What you wrote is saved. Alt+Left goes back.")
        )
        announce(self, self._words.words())

    def say_trouble(self, again: Callable[[], None]) -> None:
        sentence = say(
            "Something went wrong here. What you wrote is saved. Carry on, or open this page again."
        )
        self._words.setText("")
        if self._trouble is None:
            self._trouble = EmptyState("circle-alert", sentence, action=say("Open again"))
            self._trouble.acted.connect(again)
            self._holder.insertWidget(0, self._trouble)
        announce(self, sentence)


def _timer(parent: QObject, ms: int, do: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(do)
    return timer


# -- parts ------------------------------------------------------------------------------------------------------------


class Island(QWidget):
    """A part of a page that measures itself: its height follows its width, and nobody around has to ask again.

    Qt asks every widget for its height at a width whenever anything on a page changes, layout within layout: with
    fifty rows on a page that took a tenth of a second (seen with PySide6 6.11.3). An island is asked once a width and
    otherwise stands still, so a change stays where it is.
    """

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self._tall = 0
        self._fitted = (-1, -1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._soon = _timer(self, 0, self._fit)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget | None) -> None:
        """Hold another piece; the one before is thrown away."""
        old, self._content = self._content, content
        if content is not None:
            content.setParent(self)
            content.installEventFilter(self)
            content.show()
        if old is not None:
            old.removeEventFilter(self)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._fit()

    def content(self) -> QWidget | None:
        """What it holds."""
        return self._content

    def sizeHint(self) -> QSize:
        wide = self._content.sizeHint().width() if self._content is not None else 0
        return QSize(wide, self._tall)

    def minimumSizeHint(self) -> QSize:
        wide = self._content.minimumSizeHint().width() if self._content is not None else 0
        return QSize(max(wide, 0), self._tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_soon"):
            self._soon.start()

    def _fit(self) -> None:
        content = self._content
        if content is None:
            tall = 0
        else:
            wide = self.width()
            tall = content.heightForWidth(wide) if content.hasHeightForWidth() else -1
            if tall < 0:
                tall = content.sizeHint().height()
            tall = max(tall, content.minimumHeight())
            content.setGeometry(0, 0, wide, tall)
        if tall != self._tall:
            self._tall = tall
            self.setFixedHeight(tall)
            self.updateGeometry()


class Slot(Island):
    """A part of a page that is made anew when its value changes, and only then.

    The keyboard goes back to the widget with the same `place` (see `placed`) if it was inside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._value: object = _NOTHING

    def fill(self, value: Hashable, build: Callable[[], QWidget | None]) -> None:
        """Show `build()` for this value; the same value leaves everything as it is. None hides the slot."""
        if value == self._value:
            return
        self._value = value
        focus = self.window().focusWidget()
        place = _place_of(focus, self) if focus is not None and self.isAncestorOf(focus) else None
        content = build()
        if place is not None and content is not None:
            for part in (content, *content.findChildren(QWidget)):
                if isinstance(part, Growing):
                    part.finish()  # while all is hidden: what is added to a list in sight is shown only later
        self.setVisible(content is not None)
        self.set_content(content)
        if place is not None and content is not None:
            again = _find_place(content, place)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)


class Growing(QWidget):
    """A list whose first rows stand at once and whose other rows follow while the window goes on answering keys."""

    def __init__(
        self,
        builders: Sequence[Callable[[], QWidget]],
        *,
        inset: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        edge = theme.current().space(1) if inset else 0
        self._lines.setContentsMargins(edge, edge, edge, edge)
        self._lines.setSpacing(0)
        self._slices = Slices(self)
        self._slices.begin([partial(self._add, build) for build in builders])

    def is_whole(self) -> bool:
        """True when every row stands."""
        return self._slices.is_whole()

    def finish(self) -> None:
        """Make the rest now: the keyboard is wanted in one of its rows."""
        self._slices.finish()

    def _add(self, build: Callable[[], QWidget]) -> None:
        if self._lines.count():
            self._lines.addWidget(Hairline())
        self._lines.addWidget(build())


_NOTHING = object()


def placed(widget: QWidget, name: str) -> Any:
    """Name a widget's place, so that the keyboard finds it again after its part was made anew."""
    widget.setProperty("place", name)
    return widget


def _place_of(widget: QWidget | None, inside: QWidget) -> str | None:
    while widget is not None and widget is not inside:
        name = widget.property("place")
        if isinstance(name, str):
            return name
        widget = widget.parentWidget()
    return None


def _find_place(inside: QWidget, name: str) -> QWidget | None:
    for widget in (inside, *inside.findChildren(QWidget)):
        if widget.property("place") == name:
            return widget
    return None


class Columns(QWidget):
    """Two columns side by side; one under the other where there is no room for both.

    `side` is the width of the narrow column in logical pixels; it grows with text. It is the second, or the first.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        side: int,
        side_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow, self._wide = (first, second) if side_first else (second, first)
        self._side = side
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.current().space("gutter"))
        for piece in (first, second):
            self._box.addWidget(piece, 0 if piece is self._narrow else 1)
        self._arrange()

    def is_wide(self) -> bool:
        """True while the columns stand side by side."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_box"):
            self._arrange()

    def _arrange(self) -> None:
        look = theme.current()
        wide = self.width() / look.step >= COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if wide:
            self._narrow.setFixedWidth(round(self._side * look.step))
        else:
            self._narrow.setMinimumWidth(0)
            self._narrow.setMaximumWidth(WIDEST)
        if direction != self._box.direction():
            self._box.setDirection(direction)


def stacked(*pieces: QWidget | QLayout | int | None, gap: int | str = 4) -> QWidget:
    """Pieces one under another as one widget, kept at the top."""
    holder = QWidget()
    holder.setLayout(column(*pieces, None, gap=gap))
    return holder


def beside(*pieces: QWidget | QLayout | int | None, gap: int | str = 3) -> QWidget:
    """Pieces side by side as one widget."""
    holder = QWidget()
    holder.setLayout(row(*pieces, gap=gap))
    return holder
