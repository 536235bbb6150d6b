"""How a session of the shell opens direct work: set-up, the child's screens, and what happens next.

Promise: while the child has the laptop nothing of the shell can be reached; the way back leads to "What happens next"
and from there to the record. Never: records, words on screen.
Source: interface design section 4.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldapp.ui.child.afterwards import AfterwardsPresenter
from fieldapp.ui.child.afterwards_view import AfterwardsPage
from fieldapp.ui.child.frame import ChildFrame
from fieldapp.ui.child.presenter import ChildPresenter, suggestions
from fieldapp.ui.child.setup import SetupPresenter, read_setup
from fieldapp.ui.child.setup_view import SetupPage
from fieldapp.ui.form.opening import open_runner
from fieldapp.ui.form.pages import forget_note

if TYPE_CHECKING:
    from fieldapp.ui.session import Session

AFTER = "after"
"""The worker's own part of the form."""


class Door:
    """The way out of child mode: the PIN of this session, or its passphrase."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.frame: ChildFrame | None = None

    def has_pin(self) -> bool:
        """Whether a PIN is set."""
        return self._session.has_pin()

    def is_right(self, secret: str) -> bool:
        """The PIN where one is set, else the passphrase."""
        if self._session.has_pin():
            return self._session.is_pin(secret)
        return self._session.check_passphrase(secret)

    def lock(self) -> None:
        """Lock now."""
        self._session.lock_requested.emit()

    def hide_screen(self) -> None:
        """Cover now."""
        self._session.cover_requested.emit()

    def came_back(self) -> None:
        """The worker has it again."""
        if self.frame is not None:
            self.frame.end_session()


def direct_work_page(session: Session, argument: str) -> QWidget:
    """The set-up page; `argument` is `family`, or `family/child`, or `family/child/who can hear`."""
    family, _, rest = argument.partition("/")
    child, _, hearing = rest.partition("/")
    door = Door(session)
    facts = session.prepared_setup
    if facts is None or facts.scope != family:
        facts = read_setup(session.workplace, family)

    def begun(presenter: ChildPresenter, draft: str) -> None:
        _hand_over(session, door, presenter, draft)

    page = SetupPage(
        SetupPresenter(
            session.workplace,
            facts,
            child=child,
            hearing=tuple(hearing.split()),
            door=door,
            begun=begun,
        )
    )
    page.back_requested.connect(session.go_back)
    return page


def _hand_over(session: Session, door: Door, presenter: ChildPresenter, draft: str) -> None:
    if draft:
        forget_note(session, draft)
    frame = ChildFrame()
    door.frame = frame

    def back() -> None:
        session.take_back()
        if draft:
            session.shell.forget("what_next", draft)
            session.go("what_next", draft)

    if draft:
        frame.place_after_lock = {"page": "what_next", "argument": draft, "draft": draft}
    frame.gave_back.connect(back)
    frame.show_session(presenter)
    session.hand_to_child(frame)


def what_next_page(session: Session, argument: str) -> QWidget:
    """ "What happens next" of a draft."""
    note = open_runner(session.workplace, argument)
    workplace = session.workplace
    device = session.store.device()
    policy = dict(device.policy) if device is not None and isinstance(device.policy, dict) else {}
    page = AfterwardsPage(
        AfterwardsPresenter(
            note,
            note.kept("ctx_child"),
            suggestions(note.instance),
            tell_by=workplace.policy.limit("child_told", workplace.today()).ends,
            duty_number=str(policy.get("duty_number", "")),
        )
    )

    def go_on() -> None:
        session.go("note", f"{argument}/{AFTER}")
        session.shell.forget("what_next", argument)

    page.go_on_requested.connect(go_on)
    return page
