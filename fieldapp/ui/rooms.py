"""Which widget stands behind each page of the shell, and where its wishes go.

Promise: a page is built when it is first opened; what it wishes (a note, a file, another page) is a call of the
session. The one place where pages of different rooms meet.
Never: words, records, a decision.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

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
    page.plan_requested.connect(lambda family: session.go("plan", family))
    page.open_record_requested.connect(session.open_record)
    page.open_draft_requested.connect(lambda draft: session.go("note", draft))
    page.record_answer_requested.connect(session.record_answer)
    page.page_requested.connect(session.go)
    page.back_requested.connect(session.go_back)
    return page


ROOMS: dict[str, tuple[str, Make]] = {
    "today": ("fieldapp.ui.today.view", _today),
    "families": ("fieldapp.ui.families.view", _families),
    "family": ("fieldapp.ui.family.view", _family),
}
"""Each page, the module it needs, and how it is made."""


def rooms() -> dict[str, Make]:
    """The pages whose rooms are there."""
    return {
        page: make for page, (module, make) in ROOMS.items() if importlib.util.find_spec(module) is not None
    }
