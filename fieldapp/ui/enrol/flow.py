"""The set-up wired to its commands: code to service, passphrase to key, first download to the sync loop.

Never: pages and words (view), sense (presenter); this only joins them to `commands.enrol` and the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fieldapp.commands import enrol as enrolling
from fieldapp.commands.pass_back import set_pin
from fieldapp.store import Store, facts
from fieldapp.store.keys import is_strong, offer_passphrase
from fieldapp.sync.engine import values as sync_facts
from fieldapp.ui.enrol.presenter import Arrival, EnrolPresenter
from fieldapp.ui.enrol.view import EnrolView

if TYPE_CHECKING:
    from fieldapp.ui.app import Application


def make_enrolment(app: Application) -> EnrolView:
    """The set-up's view, ready to show."""
    return EnrolView(_Flow(app).presenter)


class _Flow:
    def __init__(self, app: Application) -> None:
        self.app = app
        self.presenter = EnrolPresenter(
            begin=self._begin,
            seal=self._seal,
            give_up=enrolling.give_up,
            offer=lambda: offer_passphrase(app.entropy),
            is_strong=is_strong,
            set_pin=lambda _store, pin: set_pin(app.session.workplace, pin),
            sealed=self._sealed,
            done=self._done,
            run=app.tasks.run,
            service_url=app.options.service_url,
        )
        self._profile = ""

    def _begin(self, service_url: str, code: str) -> enrolling.Enrolling:
        from fieldapp.sync.transport import HttpWire
        from fieldapp.ui.app import machine_label

        wire = HttpWire(service_url)
        try:
            return enrolling.enrol(
                self.app.options.profiles,
                wire,
                service_url=service_url,
                code=code,
                label=machine_label(),
                clock=self.app.clock,
                entropy=self.app.entropy,
            )
        finally:
            wire.close()

    def _seal(self, begun: enrolling.Enrolling, passphrase: str) -> Store:
        self._profile = begun.profile
        return enrolling.choose_passphrase(
            begun,
            passphrase,
            label=enrolling.initials(begun.device.user_name),
            clock=self.app.clock,
            entropy=self.app.entropy,
            floor=self.app._floor,
            cost=self.app._cost,
        )

    def _sealed(self, store: Store) -> None:
        """The store is open: the unlocked time begins behind these pages, and the first download with it."""
        from fieldapp.store.keys import profiles_folder

        folder = profiles_folder(self.app.options.profiles) / self._profile
        session = self.app.open_session(store, folder, self._profile)
        session.begin_quietly()
        for kind in (
            facts.ScopeArrived,
            facts.HeadMoved,
            sync_facts.SyncFinished,
            sync_facts.ConnectionChanged,
        ):
            session.bridge.on(kind, lambda _fact: self._tell(session))
        self._tell(session)

    def _tell(self, session: Any) -> None:
        carried = session.desk.carried()
        names = {document.scope: document.text("label") for document in session.store.families()}
        expected = dict.fromkeys([*session.desk.my_roles(), *carried])
        arrivals = tuple(
            Arrival(
                scope,
                names.get(scope, ""),
                "ready"
                if scope in carried and carried[scope].complete
                else "arriving"
                if scope in names
                else "waiting",
            )
            for scope in expected
        )
        listed = session.store.contact() is not None and session.presenter.facts().up_to_date_at is not None
        self.presenter.arrived(arrivals, listed=listed, online=session.online())

    def _done(self) -> None:
        self.app.session.begin()
        self.app.settle()
