"""The form runner on screen: header, children's tabs, section rail, the page being written, the jot pad.

Promise: the page shows the presenter's state and nothing of its own; an update repaints what it names. Writing is
never interrupted: no widget in use is made anew, no focus is taken but by a person's own step. Narrow, tall and with
large letters it becomes one column, with the rail as a list and the jot pad as a sheet.
Never: a store, a form, a decision. Source: interface design sections 4.6, 3, 9 and its pictures 04 and 15.
Signals: `finished(str)` with the words of the toast, `newer_version_requested()`, `gone_from(Where, bool)` when another
page has come in front, and whether the person went back.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from fieldapp.forms import Key
from fieldapp.ui import theme
from fieldapp.ui.form.check_view import CheckView
from fieldapp.ui.form.column import ItemColumn, let_go_of_keyboard
from fieldapp.ui.form.jot_pad import JotPad
from fieldapp.ui.form.keys import WHY_FOR_ALL
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.stack import Stack
from fieldapp.ui.form.state import RailSection, RunnerState, Update, Ways
from fieldapp.ui.form.wording import another_look, problem_line
from fieldapp.ui.kit import (
    Banner,
    Button,
    ErrorSummary,
    Hairline,
    IconButton,
    Panel,
    RepeatCard,
    Run,
    Scroll,
    Section,
    SectionRail,
    SiblingTabs,
    SyncMark,
    Tab,
    TabLine,
    Text,
    announce,
    column,
    row,
)
from fieldapp.ui.kit.layout import read_on
from fieldapp.ui.kit.marks import MarkKind
from fieldapp.ui.words import Words

say = Words("Form")

WIDE_FROM = 1024
"""Logical width (interface design section 9) from which rail, page and jot pad stand side by side."""

_RAIL_MARK = {"done": "done", "here": "here", "started": "open", "not_started": "open", "missing": "missing"}


class FormRunnerPage(QWidget):
    """One note being written."""

    finished = Signal(str)
    newer_version_requested = Signal()
    gone_from = Signal(object, bool)

    def __init__(self, presenter: RunnerPresenter, *, draft: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._draft = draft
        self._current: Key = ""
        self._revealed: QWidget | None = None
        self._wide: bool | None = None
        self._jots_wanted = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._make()
        self._connect()
        self._show(presenter.state())
        self._show_place(first=True)
        presenter.subscribe(self._heard)

    # ---- making --------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._make_header()
        self.tabs = SiblingTabs()
        self._tab_line = TabLine(self.tabs)
        self._section_button = Button("", "plain", icon="contrast", icon_after="chevron-down")
        self._jot_button = Button(say("Jot pad"), "plain", icon="notebook-pen")
        self._narrow_bar = QWidget()
        bar = row(self._section_button, self._jot_button, gap=3)
        bar.setStretch(0, 1)
        self._narrow_bar.setLayout(bar)
        self.rail = SectionRail()
        self.jot_pad = JotPad()
        self._make_body()
        self._make_rail()
        self._make_jot_panel()
        self._top = QWidget()
        self._top_column = column(self.header, self._narrow_bar, gap=3)
        self._top.setLayout(self._top_column)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._rail_panel)
        self._columns.addWidget(self._middle, 1)
        self._columns.addWidget(self._jot_panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addLayout(self._columns, 1)

    def _make_header(self) -> None:
        self.back = IconButton("arrow-left", say("Back. Your words are saved."))
        self._title = Text("", "h2", "ink.strong")
        self._started = Text("", "caption", "ink.soft")
        self.save_mark = SyncMark("saved", "")
        self.language = Button("", "quiet", icon="globe", height="controlCompact")
        self.hand = Button(say("Hand to child"), "plain", icon="drama")
        self.main = Button(say("Check and finish"), "primary")
        words = column(row(self._title, self.language, None, gap=3), self._started, gap=0)
        self.header = QWidget()
        self._header_row = row(self.back, words, self.save_mark, self.hand, self.main, gap=3)
        self._header_row.setStretch(1, 1)
        self._header_words = words
        self.header.setLayout(self._header_row)

    def _make_body(self) -> None:
        self._trouble = Banner("trouble", "")
        self._banner = Banner("info", "")
        self.summary = ErrorSummary()
        self._empty = Text("", "caption", "ink.soft")
        self.items = ItemColumn()
        self.check = CheckView()
        self.restrict = Button(
            say("Restrict this answer"), "quiet", icon="lock-keyhole", ink="restricted.ink", key="Ctrl R"
        )
        self.previous = Button("", "plain", icon="chevron-left")
        self.next = Button("", "plain", icon_after="chevron-right")
        self._foot = QWidget()
        self._foot.setLayout(row(self.previous, self.restrict, None, self.next, gap=3))
        self._reading = QWidget()
        self._reading.setLayout(
            Stack(
                self._trouble,
                self._banner,
                self.summary,
                self._empty,
                self.items,
                self.check,
                self._foot,
                gap=5,
            )
        )
        self._sheet_row = QHBoxLayout()
        self._sheet_row.addStretch(1)
        self._sheet_row.addWidget(self._reading, 1000)
        self._sheet_row.addStretch(1)
        sheet = Panel(self._sheet_row, ground="bg.surface")
        self.page_scroll = Scroll(sheet, ground="bg.surface")
        self._middle = Panel(ground="bg.surface", edges="leading trailing")
        self._tab_holder = Panel(column(self.tabs, margins=(0, 5)), ground="bg.window")
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._tab_holder)
        middle.addWidget(self._tab_line)
        middle.addWidget(self.page_scroll, 1)

    def _make_rail(self) -> None:
        hint = Text(
            say("Tab moves to the next answer.\nCtrl + Page Down opens the next section."),
            "caption",
            "ink.soft",
        )
        inside = column(self.rail, 2, Hairline(), 1, hint, None, gap=2, margins=(4, 6, 3, 4))
        holder = QWidget()
        holder.setLayout(inside)
        self._rail_panel = Scroll(holder)

    def _make_jot_panel(self) -> None:
        self._jot_panel = Panel(column(self.jot_pad, margins=5), ground="bg.window")

    def _connect(self) -> None:
        presenter = self._presenter
        self.page_scroll.verticalScrollBar().rangeChanged.connect(self._scroll_to_revealed)
        self.back.clicked.connect(presenter.leave)
        self.hand.clicked.connect(presenter.hand_to_child)
        self.main.clicked.connect(self._main_pressed)
        self._banner.acted.connect(self._see_newer_version)
        self.language.clicked.connect(self._choose_language)
        self.tabs.opened.connect(presenter.go_to_tab)
        self.rail.opened.connect(presenter.go_to_section)
        self._section_button.clicked.connect(self._list_sections)
        self._jot_button.clicked.connect(self._toggle_jots)
        self.jot_pad.put_away.clicked.connect(self._toggle_jots)
        self.next.clicked.connect(presenter.next_page)
        self.previous.clicked.connect(presenter.previous_page)
        self.restrict.clicked.connect(self._toggle_restrict)
        self.summary.go_requested.connect(presenter.go_to_question)
        self.items.answered.connect(self._answered)
        self.items.left.connect(presenter.left)
        self.items.entered.connect(self._entered)
        self.items.caret_moved.connect(presenter.caret_moved)
        self.items.row_wish.connect(self._row_wish)
        self.jot_pad.jotted.connect(presenter.jot)
        self.jot_pad.half_written.connect(self._half_jotted)
        self.jot_pad.strike_requested.connect(presenter.strike_jot)
        self.jot_pad.move_requested.connect(presenter.move_jotting)
        self.check.go_requested.connect(presenter.go_to_question)
        self.check.why_said.connect(self._why_said)
        self.check.why_for_all_said.connect(self._why_for_all_said)
        for keys, wish in (
            ("Ctrl+PgDown", presenter.next_section),
            ("Ctrl+PgUp", presenter.previous_section),
            ("Ctrl+Tab", presenter.next_child),
            ("Ctrl+Return", self.main.click),
            ("Ctrl+Enter", self.main.click),
            ("Ctrl+J", self._toggle_jots),
            ("Ctrl+R", self._restrict_here),
            ("Ctrl+S", self._reassure),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # also from the rail and the strip
            shortcut.activated.connect(wish)

    def _see_newer_version(self) -> None:
        """What was typed is in the draft before anything is said about moving it."""
        self._presenter.flush()
        self.newer_version_requested.emit()

    # ---- showing -------------------------------------------------------------------------------------------------

    def _heard(self, update: Update) -> None:
        presenter = self._presenter
        if update.finished:
            self._timer.stop()
            self.finished.emit(update.finished)
            return
        if update.words:
            self._show(presenter.state())
            self.items.show_items(())
            self._show_place(first=update.place)
        elif update.place:
            self.setAccessibleName(presenter.page_name())
            self._show_ways(presenter.ways())
            self._show_save()
            self._show_place(first=True)
        else:
            if update.rail or update.tabs:
                self._show_ways(presenter.ways())
            writing = (
                not presenter.is_checking
            )  # the page that is hidden is brought up to date when it comes back
            if update.body and writing:
                self.items.show_items(presenter.items())
            for key in update.questions if writing else ():
                item = presenter.item(key)
                if item is not None:
                    self.items.show_item(item)
            if update.check and presenter.is_checking:
                self._show_check()
            if update.problems:
                self._show_problems()
            if update.save:
                self._show_save()
        if update.jots:
            self.jot_pad.show_jots(presenter.jots())
        if update.focus:
            self.focus_question(update.focus)
        if update.announce:
            announce(self, update.announce, assertive=update.assertive)
        self._show_restrict()
        self._arm()

    def _show(self, state: RunnerState) -> None:
        self.setAccessibleName(state.name)
        self._title.set_runs([Run(state.title), Run("  " + state.family, "body", "ink.soft")])
        self._started.setText(state.started)
        self.language.setVisible(len(state.languages) > 1)
        self.language.set_words(state.language.partition(" (")[0])
        self.language.setAccessibleName(say("Language of the form: {language}", language=state.language))
        self._show_ways(state.ways)
        self._show_save()
        self._banner.setVisible(bool(state.banner))
        self._banner.show_state("info", state.banner, state.banner_action)
        self.jot_pad.show_jots(state.jots)
        self.jot_pad.show_half(self._presenter.half_jot)
        self._arm()

    def _show_ways(self, ways: Ways) -> None:
        """Rail and tabs."""
        self.rail.set_sections([_rail_section(section) for section in ways.sections])
        here = next((section for section in ways.sections if section.here), None)
        if here is not None:
            place = say("Section {number} of {count}", number=ways.section_number, count=ways.section_count)
            self._section_button.set_words(f"{here.title}  ·  {place}")
        tab = next((tab.key for tab in ways.tabs if tab.here), None)
        self.tabs.set_tabs(
            [Tab(tab.key, tab.title, tab.progress, trouble=bool(tab.wrong)) for tab in ways.tabs],
            "#none" if tab is None else tab,
        )
        self._tab_holder.setVisible(bool(ways.tabs))
        self.hand.setVisible(bool(ways.tabs))  # where no child is in the note, there is none to hand it to
        self._tab_line.setVisible(bool(ways.tabs))
        self._tab_line.update()
        self.previous.set_words(ways.previous_text)
        self.previous.setVisible(bool(ways.previous_text))
        self.next.set_words(ways.next_text)
        self._empty.setText(ways.empty)
        self._empty.setVisible(bool(ways.empty))

    def _show_place(self, *, first: bool) -> None:
        checking = self._presenter.is_checking
        let_go_of_keyboard(
            [self.items if checking else self.check]
        )  # else Qt looks for another stop at every hiding
        self.items.setVisible(not checking)
        self.check.setVisible(checking)
        self._foot.setVisible(not checking)
        self.main.set_words(say("Finish note") if checking else say("Check and finish"))
        if checking:
            self._empty.hide()
            self._show_check()
        else:
            # While the frame itself is being made, this turn has enough to do.
            self.items.show_items(self._presenter.items(), later=not self.isVisible())
        self._show_problems()
        if first:
            self.page_scroll.verticalScrollBar().setValue(0)
            self._current = ""
            if self.isVisible():
                self.open_where_stopped()

    def _show_check(self) -> None:
        page = self._presenter.check_page()
        self.check.show_page(page)
        self.main.set_busy(say("Finishing") if page.finishing else None)

    def _show_problems(self) -> None:
        problems = self._presenter.problems()
        self.summary.show_troubles(
            another_look(len(problems)),
            [(problem.key, problem_line(problem.label, problem.message)) for problem in problems],
        )

    def _show_save(self) -> None:
        save = self._presenter.save_state()
        kinds: dict[str, MarkKind] = {"saved": "saved", "saving": "sending", "not_saved": "trouble"}
        self.save_mark.setVisible(bool(save.text))
        if save.mark in kinds:
            self.save_mark.show_mark(kinds[save.mark], save.text)
        not_saved = save.mark == "not_saved"
        self._trouble.setVisible(not_saved)
        if not_saved:
            self._trouble.show_state("trouble", save.text)

    def _show_restrict(self) -> None:
        item = self._presenter.item(self._current) if self._current else None
        question = item if item is not None and hasattr(item, "restricted") else None
        self.restrict.setVisible(question is not None)
        if question is not None:
            on = question.restricted  # type: ignore[union-attr]
            by_form = question.restricted_by_form  # type: ignore[union-attr]
            self.restrict.setEnabled(not by_form)
            words = say("Restrict this answer") if not on or by_form else say("Show this answer as usual")
            self.restrict.set_words(words)
            self.restrict.setAccessibleDescription(question.label)  # type: ignore[union-attr]

    # ---- the person ----------------------------------------------------------------------------------------------

    def focus_question(self, key: Key) -> None:
        """Put the keyboard on a question, or on the why of its gap."""
        if self._presenter.is_checking:
            why = self.check.why_for_all if key == WHY_FOR_ALL else self.check.why(key)
            if why is not None:
                why.setFocus(Qt.FocusReason.OtherFocusReason)
                self._reveal(why)
            return
        widget = self.items.question(key)
        if widget is not None:
            caret = self._presenter.caret
            widget.take_focus(caret.position if caret.key == key else None)
            self._reveal(widget)

    def open_where_stopped(self) -> None:
        """First unfinished thing, or where the writer was; called when the page is shown."""
        if self._presenter.is_checking:
            (self.check.first_line() or self.main).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        caret = self._presenter.caret
        if caret.key and self.items.question(caret.key) is not None:
            self.focus_question(caret.key)
            return
        first = self.items.first_to_answer()
        if first is not None:
            first.take_focus()

    # What the shell may ask of a page.
    wants_room = True

    def opened(self) -> str:
        """What a listener hears when the page is shown."""
        return self._presenter.page_name()

    def first_focus(self) -> QWidget | None:
        """Where the writer stopped, else the first unfinished question."""
        QTimer.singleShot(0, self, self.open_where_stopped)
        return None

    def flush(self) -> None:
        """Put the last keystrokes into the store, now."""
        self._presenter.flush()

    def left(self, where: object, gone_back: bool) -> None:
        """The shell shows another place."""
        self.gone_from.emit(where, gone_back)

    def place(self) -> dict[str, Any]:
        """Which draft is open; where the writer is in it lies in the draft itself."""
        return {"draft": self._draft} if self._draft else {}

    def may_close(self) -> bool:
        """False while something typed is not saved: the window then stays open."""
        self._presenter.flush()
        return self._presenter.journal.is_clean

    def _reveal(self, widget: QWidget) -> None:
        layout = self._reading.layout()
        if layout is not None:
            layout.activate()
        self._revealed = widget
        self._scroll_to_revealed()

    def _scroll_to_revealed(self) -> None:
        """Also when the page has grown: a card that was added in this moment finds its place later than its focus."""
        focus = QApplication.focusWidget()
        widget = self._revealed
        if widget is None or not isValid(widget) or focus is None:
            return
        if widget is focus or widget.isAncestorOf(focus):
            margin = theme.current().space(6)
            self.page_scroll.ensureWidgetVisible(widget, margin, margin)

    def _answered(self, key: Key, text: str) -> None:
        self._revealed = None  # whoever types is left where they are
        self._presenter.enter(key, text)

    def _entered(self, key: Key) -> None:
        if key != self._current:
            self._current = key
            self._show_restrict()

    def _main_pressed(self) -> None:
        if self._presenter.is_checking:
            self._presenter.finish()
        else:
            self._presenter.check()

    def _row_wish(self, wish: str, key: Key) -> None:
        presenter = self._presenter
        if wish == "add":
            presenter.add_row(key)
        elif wish == "remove":
            presenter.remove_row(key)
        elif wish == "put_back":
            presenter.put_back_row(key)
        elif wish in {"up", "down"}:
            presenter.move_row(key, -1 if wish == "up" else 1)
        else:
            presenter.open_row(key, wish == "open")
        if wish != "add":
            self._stay_at_card(wish, key)

    def _stay_at_card(self, wish: str, key: Key) -> None:
        """What was pressed is gone now, or made anew: the keyboard stays at the same card, on what undoes the step."""
        card = self.items.card(key)
        if not isinstance(card, RepeatCard):
            stop: QWidget | None = card
        elif wish == "remove":
            stop = card.undo
        elif wish == "put_back":
            stop = card.remove
        elif wish in {"up", "down"}:
            pressed, other = (card.up, card.down) if wish == "up" else (card.down, card.up)
            stop = pressed if pressed.isEnabled() else other
        else:
            stop = card.toggle
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(stop)

    def _half_jotted(self, text: str) -> None:
        self._presenter.jot_half(text)
        self._arm()

    def _why_said(self, key: Key, text: str) -> None:
        self._presenter.say_why(key, text)
        self._arm()

    def _why_for_all_said(self, text: str) -> None:
        self._presenter.say_why_for_all(text)
        self._arm()

    def _restrict_here(self) -> None:
        """Ctrl+R: the answer the keyboard is in. The button at the foot is reached past all later answers, so by Tab
        alone only the last one of a section could be restricted."""
        asked = self.items.question(self._current) if self._current else None
        if asked is not None and asked.isVisible():
            self.restrict.click()

    def _toggle_restrict(self) -> None:
        item = self._presenter.item(self._current)
        if item is not None and hasattr(item, "restricted"):
            self._presenter.restrict(self._current, not item.restricted)

    def _reassure(self) -> None:
        self._presenter.flush()
        announce(self, self._presenter.save_state().text)

    def _choose_language(self) -> None:
        menu = QMenu(self)
        state = self._presenter.state()
        for language in state.languages:
            action = menu.addAction(language.partition(" (")[0])
            action.setCheckable(True)
            action.setChecked(language == state.language)
            action.triggered.connect(lambda _=False, code=language: self._presenter.set_language(code))
        menu.popup(self.language.mapToGlobal(self.language.rect().bottomLeft()))

    def _list_sections(self) -> None:
        menu = QMenu(self)
        for section in self._presenter.ways().sections:
            action = menu.addAction(section.name)
            action.triggered.connect(lambda _=False, key=section.key: self._presenter.go_to_section(key))
        menu.popup(self._section_button.mapToGlobal(self._section_button.rect().bottomLeft()))

    def _toggle_jots(self) -> None:
        if self._wide:
            self._jots_wanted = not self._jots_wanted
            self._jot_panel.setVisible(self._jots_wanted)
        else:
            self._jot_panel.setVisible(not self._jot_panel.isVisible())
            self._place_sheet()
        if self._jot_panel.isVisible():
            self.jot_pad.input.text_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.open_where_stopped()

    def _arm(self) -> None:
        """Set the timer to when the presenter next wants to save."""
        due = self._presenter.due_in_ms()
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(due, 0))

    def _tick(self) -> None:
        self._presenter.tick()
        self._arm()

    # ---- size ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The check is read like a record, also from "Finish note"."""
        if not read_on(self.page_scroll, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheet_row"):
            self._wide = None
            self._fit()

    def _fit(self) -> None:
        """Three columns where there is room for them, else one (interface design section 9)."""
        look = theme.current()
        wide = self.width() >= WIDE_FROM * look.step
        if wide != self._wide:
            self._wide = wide
            self._arrange(wide)
        self._reading.setMaximumWidth(look.size("readingWidth"))
        if not wide:
            self._place_sheet()

    def _arrange(self, wide: bool) -> None:
        look = theme.current()
        edge = look.space(6) if wide else look.space(5)
        self._top_column.setContentsMargins(edge, look.space(2), look.space(5), look.space(2))
        page = look.space(6) + look.space(1) if wide else look.space("page")
        self._sheet_row.setContentsMargins(page, look.space(6), page, look.space(6))
        self._narrow_bar.setVisible(not wide)
        self._rail_panel.setVisible(wide)
        self._rail_panel.setFixedWidth(round(look.size("rail") * 0.9 * min(look.step, 1.5)))
        self.save_mark_row(wide)
        if wide:
            self._jot_panel.setParent(None)
            self._columns.addWidget(self._jot_panel)
            self._jot_panel.setFixedWidth(round((look.size("rail") + look.space(10)) * min(look.step, 1.5)))
            self._jot_panel.setMinimumHeight(0)
            self._jot_panel.setMaximumHeight(16777215)
            self._jot_panel.setVisible(self._jots_wanted)
            self.jot_pad.put_away.hide()
        else:
            self._columns.removeWidget(self._jot_panel)
            self._jot_panel.setParent(self)
            self._jot_panel.hide()
            self.jot_pad.put_away.show()
            self._place_sheet()

    def save_mark_row(self, wide: bool) -> None:
        """In a wide header the mark stands beside the buttons, in a narrow one under the title."""
        self._header_row.removeWidget(self.save_mark)
        self._header_words.removeWidget(self.save_mark)
        self._started.setVisible(wide)
        if wide:
            self._header_row.insertWidget(2, self.save_mark)
        else:
            self._header_words.addWidget(self.save_mark)

    def _place_sheet(self) -> None:
        """The jot pad as a sheet over the lower part of the page."""
        if self._wide or self._jot_panel.parent() is not self:
            return
        self._jot_panel.setFixedWidth(self.width())
        tall = self.height() // 2
        self._jot_panel.setFixedHeight(tall)
        self._jot_panel.setGeometry(QRect(0, self.height() - tall, self.width(), tall))
        self._jot_panel.raise_()


def _rail_section(section: RailSection) -> Section:
    spoken = section.name.removeprefix(section.title).strip(", ")
    return Section(section.key, section.title, _RAIL_MARK[section.mark], section.note, spoken)  # type: ignore[arg-type]
