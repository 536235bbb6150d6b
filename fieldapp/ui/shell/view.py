"""The shell: rail, page, strip, and the keys that work everywhere.

Promise: the strip and the rail never scroll away; Ctrl+1…8, F6, Alt+Left, Ctrl+N, Ctrl+K, F9 and Ctrl+L work from any
page; returning to a page finds the keyboard where it was left; a new page is announced as "{page}, {short state}".
The window's title is always "Fieldapp" (the window sets it; nothing here has a title).

A page is any widget. It may have (all optional):
    wants_room: bool                 the rail collapses to icons
    opened() -> str                  called each time it is shown; what a screen reader says
    first_focus() -> QWidget | None  its first unfinished thing
    flush() -> None                  put the last keystrokes into the store, now (before locking)
    place() -> dict                  where the person is on it (scroll, caret), plain values
    restore(place: dict) -> None     go back there
    left(where, gone_back) -> None   called when another place has come in front of it

Signals: `new_note_requested(str)` with the form's key, `cover_requested()`, `lock_requested()`, `find_requested()`,
`strip_action_requested(str)`, `help_requested(str)` with the page's key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from fieldapp.ui import theme
from fieldapp.ui.kit import Banner, Page, Panel, Toast, announce
from fieldapp.ui.kit.menu import pop_up
from fieldapp.ui.kit.order import first_stop, stops
from fieldapp.ui.shell.presenter import ShellPresenter, ShellState, Where
from fieldapp.ui.shell.rail import KEYS, NavRail
from fieldapp.ui.shell.strip import StatusStrip
from fieldapp.ui.words import Words

say = Words("Shell")
FULL_FROM = 1280  # interface design section 9: the rail is full from here, in logical pixels at 100 % text
WIDE_FROM = 1600  # … and full even for pages that want room
BAR_BELOW = 1000  # narrower than this and taller than wide: a bar along the bottom
BANNER_ORDER = ("save", "sealed", "limited", "decision", "info")
PAGES_KEPT = 12  # pages with an argument that stay built; the oldest gives way

MakePage = Callable[[str], QWidget]


@dataclass(slots=True)
class _Kind:
    make: MakePage
    keep: bool


def _lets_go(page: QWidget) -> bool:
    """Whether all that was typed on a page is in the store by now; until then it must not be thrown away."""
    if hasattr(page, "flush"):
        page.flush()
    return bool(page.may_close()) if hasattr(page, "may_close") else True


class Shell(QWidget):
    """The frame. Give it pages with `add_page`, open them with `presenter.go`."""

    new_note_requested = Signal(str)
    cover_requested = Signal()
    lock_requested = Signal()
    find_requested = Signal()
    strip_action_requested = Signal(str)
    help_requested = Signal(str)

    def __init__(
        self, presenter: ShellPresenter, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self._kinds: dict[str, _Kind] = {}
        self._built: dict[Where, QWidget] = {}
        self._focus_kept: dict[Where, QWidget] = {}
        self._here: Where | None = None
        self._banners: dict[str, Banner] = {}
        self._forms: list[tuple[str, str]] = []
        self.rail = NavRail(manager=presenter.is_manager())
        self.strip = StatusStrip(now)
        self.pages = QStackedWidget()
        self._banner_place = QVBoxLayout()
        self._banner_place.setContentsMargins(0, 0, 0, 0)
        self._banner_place.setSpacing(0)
        self._ground = Panel(ground="bg.window")
        middle = QVBoxLayout(self._ground)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(self._banner_place)
        middle.addWidget(self.pages, 1)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.rail)
        self._beside.addWidget(self._ground, 1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(self._beside, 1)
        self._outer.addWidget(self.strip)
        self.toast = Toast(self._ground)
        self._connect()
        self._add_keys()

    def _connect(self) -> None:
        self.rail.page_requested.connect(self.presenter.go)
        self.rail.new_note_requested.connect(self.open_new_note)
        self.strip.waiting_requested.connect(lambda: self.presenter.go("waiting"))
        self.strip.hide_requested.connect(self.cover_requested)
        self.strip.lock_requested.connect(self.lock_requested)
        self.strip.action_requested.connect(self.strip_action_requested)
        self.strip.clock_requested.connect(lambda: self.strip_action_requested.emit("clock"))

    def _add_keys(self) -> None:
        def key(keys: str, do: Callable[[], Any]) -> None:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(do)

        for page, number in KEYS.items():
            if page in self.rail.buttons:
                key(f"Ctrl+{number}", partial(self._go_by_key, page))
        key("Ctrl+K", self._find)
        key("Ctrl+N", self.open_new_note)
        key("Ctrl+L", self.lock_requested.emit)
        key("F9", self.cover_requested.emit)
        key("F6", lambda: self.next_region(1))
        key("Shift+F6", lambda: self.next_region(-1))
        key("Alt+Left", self.presenter.go_back)
        key("F1", lambda: self.help_requested.emit(self.presenter.state.where.page))

    def _go_by_key(self, page: str) -> None:
        """Open a page; on that page already, bring the keyboard back to it, as from the rail or the strip."""
        if self.presenter.state.where == Where(page):
            self._focus_page()
        else:
            self.presenter.go(page)

    def _find(self) -> None:
        self.find_requested.emit()
        page = self.page_here()
        if self.presenter.state.where.page != "search":
            self.presenter.go("search")
        elif page is not None and hasattr(page, "opened"):
            page.opened()  # another search begins with an empty field
            self._focus_page()

    def start(self) -> None:
        """Begin to show the presenter's state; call when pages are added."""
        self.rail.offer_only(self._kinds.keys())
        self.presenter.listen(self._show)

    def add_page(self, page: str, make: MakePage, *, keep: bool = True) -> None:
        """A page by key; `make(argument)` builds it when first opened. Kept pages are shown again as they were."""
        self._kinds[page] = _Kind(make, keep)

    def has_page(self, page: str, argument: str = "") -> bool:
        """Whether this page stands already and would be shown again as it was left."""
        return Where(page, argument) in self._built

    def page_here(self) -> QWidget | None:
        """The page that is shown."""
        return self._built.get(self._here) if self._here is not None else None

    def set_forms(self, forms: Sequence[tuple[str, str]]) -> None:
        """What "New note" offers: (key, words), last used first."""
        self._forms = list(forms)

    def open_new_note(self) -> QMenu:
        """Open the small menu of forms beside the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form, words in self._forms:
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, f=form: self.new_note_requested.emit(f))
            menu.addAction(action)
        button = self.rail.new_note
        pop_up(menu, button.mapToGlobal(QPoint(0, button.height() + theme.current().space(1))))
        return menu

    def show_banner(self, place: str, banner: Banner | None) -> None:
        """A lasting state across the top; `place` is one of save, sealed, limited, decision, info. None ends it."""
        old = self._banners.pop(place, None)
        if old is not None:
            self._banner_place.removeWidget(old)
            old.deleteLater()
        if banner is not None:
            self._banners[place] = banner
            at = sum(BANNER_ORDER.index(p) < BANNER_ORDER.index(place) for p in self._banners if p != place)
            self._banner_place.insertWidget(at, banner)
            announce(banner, banner.text.words(), assertive=place == "save")

    def let_go_of_hidden(self) -> None:
        """Pages out of sight go now, before everything is drawn in another look; they are made anew when opened."""
        here = self.page_here()
        for where, page in list(self._built.items()):
            if page is not here and _lets_go(page):
                del self._built[where]
                self._focus_kept.pop(where, None)
                self.pages.removeWidget(page)
                delete(page)

    def make_again(self) -> None:
        """Build rail, strip words and the present page anew: after another language or contrast."""
        place = self._place_of(self.page_here())
        before = stops(here) if (here := self.page_here()) is not None else []
        focus = self.window().focusWidget()
        at = before.index(focus) if focus in before else -1
        for where, page in list(self._built.items()):
            if _lets_go(page):
                del self._built[where]
                self.pages.removeWidget(page)
                page.hide()
                page.deleteLater()
        self._focus_kept.clear()
        self._here = None
        self.rail.make_again()
        self._show(self.presenter.state)
        self.strip.hide_screen.set_words(Words("Strip")("Hide screen"))
        self.strip.lock.set_words(Words("Strip")("Lock"))
        page_now = self.page_here()
        if page_now is not None and place is not None and hasattr(page_now, "restore"):
            page_now.restore(place)
        if at >= 0:  # after `_focus_page`: whoever turned contrast up goes on there, not at the top
            QTimer.singleShot(0, self, partial(self._focus_stop, at, len(before)))

    def _focus_stop(self, at: int, count: int) -> None:
        page = self.page_here()
        found = stops(page) if page is not None else []
        if len(found) == count:
            found[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, page: str, argument: str = "") -> None:
        """Throw a built page away, so that it is made anew when next opened."""
        built = self._built.pop(Where(page, argument), None)
        self._focus_kept.pop(Where(page, argument), None)
        if built is not None:
            if hasattr(built, "flush"):
                built.flush()
            if self._here == Where(page, argument):
                self._here = None
            self.pages.removeWidget(built)
            built.deleteLater()

    def flush(self) -> None:
        """Have every built page put its last keystrokes into the store."""
        for page in self._built.values():
            if hasattr(page, "flush"):
                page.flush()

    def end(self) -> None:
        """The store closes: no page is asked anything any more, also by what is already on its way."""
        self._here = None

    def place(self) -> dict[str, Any]:
        """Where the person is, for after a lock: ids and numbers only."""
        where = self.presenter.state.where
        return {
            "page": where.page,
            "argument": where.argument,
            "inside": self._place_of(self.page_here()) or {},
        }

    def restore(self, place: dict[str, Any]) -> None:
        """Go back to where the person was."""
        if place.get("page") in self._kinds:
            self.presenter.go(str(place["page"]), str(place.get("argument", "")))
            page = self.page_here()
            if page is not None and hasattr(page, "restore"):
                page.restore(place.get("inside", {}))

    def _place_of(self, page: QWidget | None) -> dict[str, Any] | None:
        return page.place() if page is not None and hasattr(page, "place") else None

    def _show(self, state: ShellState) -> None:
        self.rail.show_state(state)
        self.strip.show_strip(state.strip)
        if state.where != self._here and state.where.page in self._kinds:
            self._open(state.where)

    def _open(self, where: Where) -> None:
        before = self._here
        if before is not None:
            focus = self.window().focusWidget()
            old = self._built.get(before)
            if focus is not None and old is not None and old.isAncestorOf(focus):
                self._focus_kept[before] = focus
            if old is not None and hasattr(old, "flush"):
                old.flush()
        page = self._built.get(where)
        if page is None:
            page = self._kinds[where.page].make(where.argument)
            self._built[where] = page
            self.pages.addWidget(page)
            if hasattr(page, "keyboard_lost"):
                page.keyboard_lost.connect(self._focus_page)
        self._here = where
        self.pages.setCurrentWidget(page)
        if before is not None and before != where:
            left = self._built.get(before)
            if left is not None and hasattr(left, "left"):
                left.left(where, before not in self.presenter.state.back)
            if not self._kinds[before.page].keep:
                self.forget(before.page, before.argument)
        self._drop_oldest(where)
        self._reshape()
        said = page.opened() if hasattr(page, "opened") else ""
        if said:
            page.setAccessibleName(said)
            announce(page, said)
        QTimer.singleShot(0, self, self._focus_page)

    def _focus_page(self) -> None:
        """The keyboard goes where it was left on this page, else to its first unfinished thing."""
        page = self.page_here()
        if page is None or self._here is None:
            return
        kept = self._focus_kept.get(self._here)
        if kept is not None and not isValid(kept):
            kept = None  # a page made anew has let go of the widget that had the keyboard
        first = page.first_focus() if hasattr(page, "first_focus") else None
        target = kept if kept is not None and page.isAncestorOf(kept) and kept.isVisible() else first
        if target is None:
            target = first_stop(page)
        still = isinstance(target, QScrollArea) and target.verticalScrollBar().maximum() == 0
        if target is None or still:
            # An empty page has nothing to press or to read on to.
            target = self.rail.buttons.get(self._here.page)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_oldest(self, here: Where) -> None:
        near = (here, *self.presenter.state.back[-1:])
        spare = [where for where in self._built if where.argument and where not in near]
        for oldest in spare[: max(0, len(spare) - PAGES_KEPT)]:
            if _lets_go(self._built[oldest]):
                self.forget(oldest.page, oldest.argument)

    def may_close(self) -> bool:
        """Whether every page has what was typed on it in the store."""
        held = [page for page in self._built.values() if not _lets_go(page)]
        return not held

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: rail, page, strip, each in reading order (a bar stands after the page)."""
        page = self.page_here()
        regions = [self.rail, *([page] if page is not None else []), self.strip]
        if self.rail.shape_now() == "bar":
            regions = [*regions[1:-1], self.rail, self.strip]
        order = [stop for region in regions for stop in stops(region)]
        order = [*(stop for banner in self._banners.values() for stop in stops(banner)), *order]
        focus = self.window().focusWidget()
        if not order:
            return False
        at = order.index(focus) if focus in order else (-1 if forward else 0)
        target = order[(at + (1 if forward else -1)) % len(order)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def next_region(self, step: int) -> None:
        """F6: rail, page header, page, strip."""
        page = self.page_here()
        regions: list[QWidget] = [self.rail]
        if isinstance(page, Page) and page.header is not None and first_stop(page.header) is not None:
            regions += [page.header, page.scroller]
        elif page is not None:
            regions.append(page)
        regions.append(self.strip)
        if self.rail.shape_now() == "bar":
            regions = [*regions[1:-1], regions[0], regions[-1]]
        focus = self.window().focusWidget()
        at = next((n for n, r in enumerate(regions) if focus is not None and r.isAncestorOf(focus)), 0)
        for turn in range(1, len(regions) + 1):
            region = regions[(at + step * turn) % len(regions)]
            here = self.rail.buttons.get(self.presenter.state.where.page) if region is self.rail else None
            stop = here if here is not None and here.isVisible() else first_stop(region)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reshape()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_outer"):
            self._reshape()
        super().changeEvent(event)

    def _reshape(self) -> None:
        """The rail's shape by logical width: what text size leaves of the window."""
        logical = self.width() / theme.current().step
        page = self.page_here()
        room = bool(getattr(page, "wants_room", False))
        if self.height() > self.width() and logical < BAR_BELOW:
            shape = "bar"
        elif logical < FULL_FROM or (room and logical < WIDE_FROM):
            shape = "icons"
        else:
            shape = "full"
        if shape == self.rail.shape_now():
            return
        was_bar = self.rail.shape_now() == "bar"
        self.rail.set_shape(shape)
        if shape == "bar":
            self._beside.removeWidget(self.rail)
            self._outer.insertWidget(1, self.rail)
        elif was_bar:
            self._outer.removeWidget(self.rail)
            self._beside.insertWidget(0, self.rail)
