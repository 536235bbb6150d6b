"""The loop on real stores against the real service process: what is saved arrives, whatever happens in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from real_service import RealService, real_service
from sync_paper import an_id
from tiny_server import http, tiny_server

from fieldapp.ports import SystemClock, SystemEntropy
from fieldapp.protocol.codes import ProtocolError
from fieldapp.store import Store
from fieldapp.store.saving import Change
from fieldapp.sync import enrolment
from fieldapp.sync.engine import values as v
from fieldapp.sync.loop import SyncLoop
from fieldapp.sync.transport import HttpWire, Link, LinkTrouble

STORE_KEY = bytes(range(32))
WAIT_S = 30.0


def wait_until(is_so: Callable[[], Any], what: str) -> None:
    """Wait for a condition, bounded; never for a time."""
    end = time.monotonic() + WAIT_S
    while not is_so():
        assert time.monotonic() < end, f"did not happen: {what}"
        time.sleep(0.01)


class RealLaptop:
    """A store, a link and the loop between them."""

    def __init__(self, folder: Path, service: RealService, name: str, role: str = "practitioner") -> None:
        self.store = Store.create(
            folder, STORE_KEY, clock=SystemClock(), entropy=SystemEntropy(), reserve_bytes=0
        )
        self.folder = folder
        self.link = Link()
        self.url = service.url
        self.user, self.code = service.add_user(name, role)
        self.facts: list[Any] = []
        self.enrol()
        self.loop = self.new_loop()

    def enrol(self) -> Any:
        return enrolment.enrol(
            self.store,
            HttpWire(self.url, self.link),
            service_url=self.url,
            code=self.code,
            label="blue laptop",
            entropy=SystemEntropy(),
        )

    def new_loop(self) -> SyncLoop:
        for fact in (v.SyncStarted, v.SyncProgress, v.SyncFinished, v.ConnectionChanged):
            self.store.bus.subscribe(fact, self.facts.append)
        wire = HttpWire(self.url, self.link)
        return SyncLoop(self.store, wire, clock=SystemClock(), entropy=SystemEntropy())

    def save(self, doc: str, scope: str, body: dict[str, Any], kind: str = "visit") -> str:
        return self.store.save([Change(doc, kind, scope, body, None)]).hashes[0]

    def new_family(self, name: str) -> str:
        family = an_id()
        self.save(family, family, {"name": name}, "family")
        return family

    def unsent(self) -> int:
        return self.store.counts().unsent_revisions

    def body(self, doc: str) -> Any:
        document = self.store.document(doc)
        return None if document is None else dict(document.body)

    def state(self) -> str | None:
        told = [fact.state for fact in self.facts if isinstance(fact, v.ConnectionChanged)]
        return told[-1] if told else None

    def close(self) -> None:
        assert self.loop.stop(10)
        self.store.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealService]:
    with real_service(tmp_path_factory.mktemp("service") / "data") as running:
        yield running


@pytest.fixture
def asha(service: RealService, tmp_path: Path) -> Iterator[RealLaptop]:
    laptop = RealLaptop(tmp_path / "asha", service, "Asha Vale")
    yield laptop
    laptop.close()


@pytest.fixture
def jo(service: RealService, tmp_path: Path) -> Iterator[RealLaptop]:
    laptop = RealLaptop(tmp_path / "jo", service, "Jo Marsh", "manager")
    yield laptop
    laptop.close()


def test_a_saved_note_arrives_and_comes_back_to_whoever_oversees_the_family(
    asha: RealLaptop, jo: RealLaptop
) -> None:
    asha.loop.start()
    jo.loop.start()
    family, note = asha.new_family("Okafor-Hughes"), an_id()
    asha.save(note, family, {"note": "We walked by the canal"})
    wait_until(lambda: asha.unsent() == 0, "all sent")
    wait_until(
        lambda: asha.store.scopes_carried() if hasattr(asha.store, "scopes_carried") else True, "carried"
    )
    jo.loop.send_now()
    wait_until(lambda: jo.body(note) == {"note": "We walked by the canal"}, "the note on the other laptop")
    wait_until(lambda: jo.store.name(asha.user) == "Asha Vale", "the author's name")


def test_both_laptops_read_the_same_after_each_changed_something(asha: RealLaptop, jo: RealLaptop) -> None:
    family, note = asha.new_family("Brannigan"), an_id()
    asha.save(note, family, {"note": "one", "place": "home"})
    asha.loop.start()
    jo.loop.start()
    wait_until(lambda: asha.unsent() == 0, "all sent")
    jo.loop.send_now()
    wait_until(lambda: jo.body(note) is not None, "the note on the other laptop")
    asha.link.cut()
    jo.link.cut()
    asha.save(note, family, {"note": "two", "place": "home"})
    jo.save(note, family, {"note": "one", "place": "school"})
    asha.link.mend()
    jo.link.mend()
    merged = {"note": "two", "place": "school"}

    def same() -> bool:
        asha.loop.send_now()
        jo.loop.send_now()
        time.sleep(0.05)
        return asha.body(note) == merged == jo.body(note) and not asha.unsent() and not jo.unsent()

    wait_until(same, "the merge on both laptops")


def test_with_no_signal_saving_goes_on_and_sending_follows_when_it_is_back(asha: RealLaptop) -> None:
    asha.link.cut()
    asha.loop.start()
    wait_until(lambda: asha.state() == "offline", "offline is told")
    family = asha.new_family("Nwosu-Clarke")
    for number in range(5):
        asha.save(an_id(), family, {"note": f"visit {number}"})
    assert asha.unsent() == 6
    asha.link.mend()
    asha.loop.network_up()
    wait_until(lambda: asha.unsent() == 0, "all sent")
    wait_until(lambda: asha.state() == "online", "online is told")
    sent = [(fact.n, fact.of) for fact in asha.facts if isinstance(fact, v.SyncProgress)]
    assert sent[-1] == (6, 6)


def test_field_mode_sends_nothing_and_send_now_does(asha: RealLaptop) -> None:
    asha.loop.start()
    wait_until(lambda: asha.state() == "online", "online")
    asha.loop.field_mode(3_600_000)
    wait_until(lambda: asha.state() == "paused", "paused")
    begun = len([fact for fact in asha.facts if isinstance(fact, v.SyncStarted)])
    asha.new_family("Castellano")
    asha.loop.network_up()
    asha.loop.field_mode(3_600_000)
    wait_until(lambda: asha.loop.is_idle, "all that was told has been looked at")
    assert asha.unsent() == 1
    assert begun == len([fact for fact in asha.facts if isinstance(fact, v.SyncStarted)])
    asha.loop.send_now()
    wait_until(lambda: asha.unsent() == 0, "sent by hand")


def test_what_was_not_sent_before_closing_is_sent_after_opening(asha: RealLaptop) -> None:
    asha.new_family("Petrov")
    asha.close()
    asha.store = Store.open(
        asha.folder, STORE_KEY, clock=SystemClock(), entropy=SystemEntropy(), reserve_bytes=0
    )
    asha.loop = asha.new_loop()
    asha.loop.start()
    wait_until(lambda: asha.unsent() == 0, "all sent")


def test_a_service_that_is_killed_and_comes_back_gets_everything_once(
    tmp_path: Path,
) -> None:
    with real_service(tmp_path / "data") as service:
        asha = RealLaptop(tmp_path / "asha", service, "Asha Vale")
        asha.loop.start()
        family = asha.new_family("Okafor-Hughes")
        for number in range(40):
            asha.save(an_id(), family, {"note": f"visit {number} " + "x" * 2000})
            if number == 20:
                service.stop(kill=True)
        service.start(service.port)
        asha.loop.send_now()
        wait_until(lambda: asha.unsent() == 0, "all sent")
        assert asha.store.counts().held == 0
        told = service.command("status")
        assert told["held"] == 0
        assert told["revisions"] == 41 + 1, "41 of hers and the assignment, each once"
        asha.close()


def test_stopping_does_not_wait_for_a_service_that_says_nothing(asha: RealLaptop) -> None:
    with tiny_server(lambda _heard: None) as silent:
        asha.url = silent.url
        asha.loop = asha.new_loop()
        asha.loop.start()
        wait_until(lambda: silent.heard, "a request under way")
        assert asha.loop.stop(10)
        assert not asha.loop.is_running


def test_a_web_page_in_the_way_changes_nothing_and_says_offline(asha: RealLaptop) -> None:
    with tiny_server(http(200, b"<html>Sign in to the hotel</html>", Fieldapp_Nonce="x")) as portal:
        asha.url = portal.url
        asha.loop = asha.new_loop()
        asha.new_family("Petrov")
        asha.loop.start()
        wait_until(lambda: asha.state() == "offline", "offline is told")
        assert asha.unsent() == 1
        assert asha.loop.stop(10)


# -- enrolment -------------------------------------------------------------------------------------------------------


def test_the_same_code_with_the_same_key_gives_the_same_device(asha: RealLaptop) -> None:
    first = asha.store.device()
    assert first is not None
    assert asha.enrol().id == first.id


def test_a_code_works_for_one_laptop_only(asha: RealLaptop, tmp_path: Path) -> None:
    other = Store.create(
        tmp_path / "other", STORE_KEY, clock=SystemClock(), entropy=SystemEntropy(), reserve_bytes=0
    )
    with pytest.raises(ProtocolError) as refused:
        enrolment.enrol(
            other,
            HttpWire(asha.url),
            service_url=asha.url,
            code=asha.code,
            label="",
            entropy=SystemEntropy(),
        )
    assert refused.value.code == "enrol_code"
    assert other.device() is None
    other.close()


def test_a_lost_reply_costs_no_code(service: RealService, tmp_path: Path) -> None:
    """The service enrols the laptop, the reply is lost; the same code typed again works."""
    store = Store.create(
        tmp_path / "sam", STORE_KEY, clock=SystemClock(), entropy=SystemEntropy(), reserve_bytes=0
    )
    _, code = service.add_user("Sam Odell")

    class LosesOne(HttpWire):
        lost = False

        def exchange(self, method: str, path: str, headers: Any, body: bytes) -> Any:
            answer = super().exchange(method, path, headers, body)
            if path == "/v1/enrol" and not self.lost:
                self.lost = True
                raise LinkTrouble("broken")
            return answer

    wire = LosesOne(service.url)

    def enrol() -> Any:
        return enrolment.enrol(
            store, wire, service_url=service.url, code=code.lower(), label="", entropy=SystemEntropy()
        )

    with pytest.raises(LinkTrouble):
        enrol()
    assert store.device() is None
    assert enrol().user_name == "Sam Odell"
    store.close()


def test_saving_is_not_held_up_by_sync(asha: RealLaptop) -> None:
    """Many saves while the thread is talking: none fails, all arrive."""
    asha.loop.start()
    family = asha.new_family("Okafor-Hughes")
    done = threading.Event()

    def type_on() -> None:
        for number in range(60):
            asha.save(an_id(), family, {"note": f"visit {number}"})
        done.set()

    typing = threading.Thread(target=type_on)
    typing.start()
    typing.join(WAIT_S)
    assert done.is_set()
    wait_until(lambda: asha.unsent() == 0, "all sent")
    assert asha.store.counts().held == 0
