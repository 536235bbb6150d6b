"""How a session of the shell opens a note: the runner on its draft, and where its wishes go.

Promise: a finished note leaves the screen it was written on, with its toast; "Hand to child" goes to direct work with
the child whose page is open, who can hear being known from the note. Never: records, words on screen.
Source: interface design sections 4.6 and 4.7.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QWidget

from fieldapp.commands.discard import let_go_untouched
from fieldapp.forms import Instance, Key, UnknownPath
from fieldapp.store import Draft
from fieldapp.ui.early_help.presenter import OverviewPresenter, has_overview
from fieldapp.ui.early_help.view import AssessmentPage
from fieldapp.ui.form.opening import open_runner
from fieldapp.ui.form.presenter import RunnerPresenter
from fieldapp.ui.form.view import FormRunnerPage

if TYPE_CHECKING:
    from fieldapp.ui.session import Session
    from fieldapp.ui.shell.presenter import Where

SEEN_ALONE = "c_was/c_alone"
PERSON = "c_person"
HEARD_BY = {"yes": "none", "sib": "sib"}
"""What "seen alone" of a visit says about who can hear."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A note read and filled, for the page that will show it."""

    argument: str
    kept: Draft
    presenter: RunnerPresenter


def prepare_note(session: Session, argument: str) -> Prepared:
    """What can be done aside before a note is shown: reading the draft and filling its form take longer than a frame."""
    draft, _, at = argument.partition("/")
    kept = session.store.draft(draft)

    def hand(row: Key) -> None:
        session.go("direct_work", "/".join([kept.scope, *known_from(presenter.instance, row)]))

    def leave() -> None:
        session.go_back()

    def aside(work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        session.tasks.run(work, done, _raise)

    presenter = open_runner(session.workplace, draft, at=at, hand=hand, back=leave, aside=aside)
    return Prepared(argument, kept, presenter)


def _raise(fault: Exception) -> None:
    raise fault


def note_page(session: Session, argument: str) -> QWidget:
    """The runner; `argument` is `draft`, or `draft/key` to open it at a section, child or question."""
    draft, _, at = argument.partition("/")
    forget_note(session, draft, but=argument)
    _open.setdefault(session, {})[draft] = argument
    prepared = session.prepared_note
    if prepared is None or prepared.argument != argument:
        prepared = prepare_note(session, argument)
    kept, presenter = prepared.kept, prepared.presenter
    scope = kept.scope

    def finished(toast: str) -> None:
        session.toast(toast)
        if kept.doc == scope and kept.shown is None:  # a new family: its file is where the work goes on
            session.presenter.leave_for("family", scope)
        else:
            session.go_back()
        session.shell.forget("note", argument)

    def gone_from(where: Where, gone_back: bool) -> None:
        """Opened and left without a letter: nothing stays behind. A new note that is only looked away from waits; a
        new family has at least the name that was searched for."""
        new, family = kept.shown is None, kept.doc == scope
        elsewhere = where.page != "move" and where.argument.partition("/")[0] != draft
        ends = elsewhere and (gone_back or not new) and not (new and family)
        if ends and let_go_untouched(session.workplace, draft):
            session.presenter.forget("note", argument)
            session.shell.forget("note", argument)

    runner = FormRunnerPage(presenter, draft=draft)
    runner.finished.connect(finished)
    runner.gone_from.connect(gone_from)
    runner.newer_version_requested.connect(lambda: session.presenter.leave_for("move", draft))
    if has_overview(presenter.instance):
        return AssessmentPage(OverviewPresenter(presenter), runner, opens_on_overview=not at)
    return runner


_open: WeakKeyDictionary[Session, dict[str, str]] = WeakKeyDictionary()
"""Under which argument each draft stands in the shell: two pages of one draft would each show half of it."""


def forget_note(session: Session, draft: str, *, but: str = "") -> None:
    """Throw away a page of this draft: it is written in elsewhere. What was typed on it was saved on leaving."""
    before = _open.get(session, {}).pop(draft, "")
    if before and before != but:
        session.shell.forget("note", before)


def known_from(instance: Instance, row: Key) -> list[str]:
    """Which child, and who can hear, as the visit note has it."""
    if not row:
        return []
    person = _value(instance, f"{row}/{PERSON}")
    hearing = HEARD_BY.get(_value(instance, f"{row}/{SEEN_ALONE}"), "")
    return [person, hearing] if hearing else [person]


def _value(instance: Instance, key: Key) -> str:
    try:
        return instance.node(key).value or ""
    except UnknownPath:
        return ""
