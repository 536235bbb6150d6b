"""Which widget stands behind each page of the shell, and where its wishes go.

Promise: a page is built when it is first opened; what it wishes (a note, a file, another page) is a call of the
session. The one place where pages of different rooms meet.
Never: words, records, a decision.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fieldapp.ui.words import Words

if TYPE_CHECKING:
    from fieldapp.ui.pages.screen import Around
    from fieldapp.ui.session import Session

Make = Callable[["Session", str], QWidget]


def around(session: Session) -> Around:
    """What the pages of the shell are given."""
    from fieldapp.ui.pages.screen import Around

    return Around(
        session.desk,
        session.tasks,
        session.bridge,
        session.online,
        lambda: session.presenter.facts().field_mode,
    )


def _today(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.today.presenter import TodayPresenter
    from fieldapp.ui.today.view import TodayPage

    page = TodayPage(TodayPresenter(session.desk, session.folder), around(session))
    page.start_visit_requested.connect(lambda family: session.start_note("home_visit", family))
    page.open_file_requested.connect(lambda family: session.go("family", family))
    page.plan_requested.connect(lambda family: session.go("plan", family))
    page.record_answer_requested.connect(session.record_answer)
    page.open_record_requested.connect(session.open_record)
    page.page_requested.connect(session.go)
    page.refresh_requested.connect(session.send_now)
    page.find_requested.connect(lambda: session.go("search"))
    return page


def _families(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.families.presenter import FamiliesPresenter
    from fieldapp.ui.families.view import FamiliesPage

    page = FamiliesPage(FamiliesPresenter(session.desk), around(session))
    page.open_file_requested.connect(lambda family: session.go("family", family))
    page.carry_requested.connect(lambda _family: session.send_now())
    return page


def _family(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.family.presenter import FamilyPresenter
    from fieldapp.ui.family.view import FamilyFilePage

    page = FamilyFilePage(FamilyPresenter(session.desk, argument), around(session))
    page.start_visit_requested.connect(lambda family: session.start_note("home_visit", family))
    page.direct_work_requested.connect(session.start_direct_work)
    page.new_record_requested.connect(lambda family, form: session.start_note(form, family))
    page.key_event_requested.connect(lambda family, _record: session.start_note("chronology_entry", family))
    page.plan_requested.connect(lambda family: session.go("plan", family))
    page.people_requested.connect(lambda family: session.go("people", family))
    page.print_requested.connect(session.share)
    page.open_record_requested.connect(session.open_record)
    page.open_draft_requested.connect(session.open_note)
    page.edit_record_requested.connect(lambda _family, record: session.edit_record(record))
    page.record_answer_requested.connect(session.record_answer)
    page.page_requested.connect(session.go)
    page.back_requested.connect(session.go_back)
    return page


def _people(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.people.presenter import PeoplePresenter
    from fieldapp.ui.people.view import PeoplePage

    page = PeoplePage(PeoplePresenter(session.desk, argument), around(session))
    page.back_requested.connect(session.go_back)
    page.add_requested.connect(lambda form, about: session.start_note(form, argument, about))
    page.change_requested.connect(session.edit_record)
    return page


def _drafts(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.drafts.presenter import DraftsPresenter
    from fieldapp.ui.drafts.view import DraftsPage

    presenter = DraftsPresenter(session.desk)
    page = DraftsPage(presenter, around(session))
    page.open_draft_requested.connect(session.open_note)
    undo = Words("Drafts")("Undo")
    page.removed.connect(
        lambda draft, sentence: session.toast(sentence, undo, lambda: page.undo_remove(draft))
    )
    return page


def _decisions(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.decisions.presenter import DecisionsPresenter
    from fieldapp.ui.decisions.view import DecisionsPage

    page = DecisionsPage(DecisionsPresenter(session.desk), around(session))
    page.saved.connect(session.toast)
    page.edit_requested.connect(lambda record, _key: session.edit_record(record))
    page.back_requested.connect(session.go_back)
    page.page_requested.connect(session.go)
    return page


def _waiting(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.waiting.presenter import WaitingPresenter
    from fieldapp.ui.waiting.view import WaitingPage

    page = WaitingPage(WaitingPresenter(session.desk), around(session))
    page.send_now_requested.connect(session.send_now)
    page.print_requested.connect(session.share)
    page.open_record_requested.connect(session.open_record)
    page.go_to_answer_requested.connect(lambda _family, record, key: session.edit_record(record, key))
    return page


def _search(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.search.presenter import SearchPresenter
    from fieldapp.ui.search.view import SearchPage

    page = SearchPage(SearchPresenter(session.desk), around(session))
    page.open_file_requested.connect(lambda family: session.go("family", family))
    page.open_person_requested.connect(lambda family, _person: session.go("family", family))
    page.open_record_requested.connect(session.open_record)
    page.open_draft_requested.connect(session.open_note)
    page.form_requested.connect(session.begin_form)
    page.add_family_requested.connect(session.begin_family)
    return page


def _laptop(session: Session, argument: str) -> QWidget:
    from fieldapp.store.keys import profiles
    from fieldapp.ui.laptop.presenter import LaptopPresenter
    from fieldapp.ui.laptop.view import LaptopPage

    base = session.folder.parent.parent
    others = lambda: max(0, len(profiles(base)) - 1)  # noqa: E731
    page = LaptopPage(LaptopPresenter(session.desk, session.folder, others), around(session))
    page.open_file_requested.connect(lambda family: session.go("family", family))
    return page


def _settings(session: Session, argument: str) -> QWidget:
    from importlib.metadata import version

    from fieldapp.ui.settings.presenter import SettingsPresenter
    from fieldapp.ui.settings.view import SettingsPage

    presenter = SettingsPresenter(session.desk, session.folder, session.floor, version("fieldapp"))
    page = SettingsPage(presenter, around(session))
    page.look_changed.connect(lambda _preferences: session.look_was_kept())
    return page


def _plan(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.plan.presenter import PlanPresenter
    from fieldapp.ui.plan.view import PlanPage

    page = PlanPage(PlanPresenter(session.desk, argument), around(session))
    page.change_requested.connect(lambda _family, record: session.edit_record(record))
    page.start_requested.connect(lambda family: session.start_note("plan", family))
    page.back_requested.connect(session.go_back)
    return page


def _note(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.form.pages import note_page

    page = note_page(session, argument)
    for shortcut in page.findChildren(QShortcut):
        if shortcut.key() == QKeySequence("Alt+Left"):
            shortcut.setEnabled(False)  # the shell's own saves and goes back; of two, Qt would choose neither
    return page


def _move(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.form.pages import forget_note
    from fieldapp.ui.moving.presenter import MovePresenter
    from fieldapp.ui.moving.view import MovePage

    say = Words("Moving")
    presenter = MovePresenter(session.desk, argument)
    page = MovePage(presenter, around(session))

    def undo(fresh: str) -> None:
        here = session.presenter.state.where
        session.shell.flush()
        trouble = presenter.undo(fresh)
        if trouble:
            session.toast(trouble)
            return
        forget_note(session, fresh)
        on_it = here.page == "note" and here.argument.partition("/")[0] == fresh
        (session.presenter.leave_for if on_it else session.go)("note", argument)

    def moved(fresh: str) -> None:
        forget_note(session, argument)
        session.presenter.leave_for("note", fresh)
        session.toast(say("Moved. The note as it was is kept for 30 days."), say("Undo"), lambda: undo(fresh))
        session.shell.forget("move", argument)

    page.moved.connect(moved)
    page.stay_requested.connect(lambda: session.presenter.leave_for("note", argument))
    return page


def _what_next(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.child.pages import what_next_page

    return what_next_page(session, argument)


def _begin(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.begin.presenter import BeginPresenter
    from fieldapp.ui.begin.view import BeginPage

    page = BeginPage(BeginPresenter(session.desk), argument, around(session))
    page.chosen.connect(lambda family: session.begin_for(argument, family))
    return page


def _direct_work(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.child.pages import direct_work_page

    return direct_work_page(session, argument)


def _record(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.record.presenter import RecordPresenter
    from fieldapp.ui.record.view import RecordPage

    family, _, record = argument.partition("/")
    page = RecordPage(RecordPresenter(session.desk, family, record), around(session))
    page.change_requested.connect(session.edit_record)
    page.print_requested.connect(session.share)
    page.decide_requested.connect(lambda: session.go("decisions"))
    page.back_requested.connect(session.go_back)
    return page


def _share(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.sharing.presenter import SharePresenter
    from fieldapp.ui.sharing.view import SharePage

    family, _, record = argument.partition("/")
    page = SharePage(SharePresenter(session.desk, family, record), around(session), session.check_passphrase)
    page.back_requested.connect(session.go_back)
    page.record_chosen.connect(session.share)
    return page


def _answer(session: Session, argument: str) -> QWidget:
    from fieldapp.ui.answer.presenter import AnswerPresenter
    from fieldapp.ui.answer.view import AnswerPage

    page = AnswerPage(AnswerPresenter(session.desk, argument), around(session))
    page.back_requested.connect(session.go_back)

    def finished(sentence: str) -> None:
        session.toast(sentence)
        session.go_back()

    page.finished.connect(finished)
    return page


ROOMS: dict[str, Make] = {
    "today": _today,
    "families": _families,
    "family": _family,
    "people": _people,
    "drafts": _drafts,
    "decisions": _decisions,
    "waiting": _waiting,
    "search": _search,
    "laptop": _laptop,
    "settings": _settings,
    "plan": _plan,
    "note": _note,
    "move": _move,
    "direct_work": _direct_work,
    "what_next": _what_next,
    "begin": _begin,
    "record": _record,
    "share": _share,
    "answer": _answer,
}
"""How each page is made; what it is made of is read from the disk only then."""


def bring_in() -> None:
    """Read the code of the shell and of its first page from the disk, which takes three frames: beside the window,
    while a passphrase is being checked."""
    import fieldapp.ui.begin.presenter
    import fieldapp.ui.begin.view
    import fieldapp.ui.session
    import fieldapp.ui.today.presenter
    import fieldapp.ui.today.view  # noqa: F401
