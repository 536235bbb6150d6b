"""Setting up, against the real service: a store comes to be only when everything has worked, and then it sends."""

import pytest
from real_service import real_service

from fieldapp.commands.context import Workplace
from fieldapp.commands.edit_document import add_document, open_family
from fieldapp.commands.enrol import choose_passphrase, enrol, give_up, initials
from fieldapp.commands.unlock import choose_user, unlock
from fieldapp.ports import SystemClock, SystemEntropy
from fieldapp.protocol.codes import ProtocolError
from fieldapp.store import errors
from fieldapp.store.keys import KdfCost
from fieldapp.sync.loop import SyncLoop
from fieldapp.sync.transport import HttpWire, LinkTrouble

CHEAP = KdfCost(64, 1, 1)
RIGHT = "tin hat sea cow"
CLOCK, ENTROPY = SystemClock(), SystemEntropy()


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with real_service(tmp_path_factory.mktemp("service")) as serving:
        yield serving


@pytest.fixture
def base(tmp_path):
    return tmp_path / "laptop"


def begin(base, service, code):
    return enrol(
        base,
        HttpWire(service.url),
        service_url=service.url,
        code=code,
        label="Nia's laptop",
        clock=CLOCK,
        entropy=ENTROPY,
        reserve_bytes=0,
    )


def finish(enrolling, passphrase=RIGHT):
    return choose_passphrase(
        enrolling,
        passphrase,
        label=initials(enrolling.device.user_name),
        clock=CLOCK,
        entropy=ENTROPY,
        floor=CHEAP,
        cost=CHEAP,
        reserve_bytes=0,
    )


def left_behind(base):
    return [path for path in base.rglob("*") if path.is_file()] + choose_user(base).profiles.__len__() * [
        "profile"
    ]


def test_a_code_and_a_passphrase_make_a_store_that_opens_without_a_network(base, service):
    user, code = service.add_user("Nia Rowlands")
    store = finish(begin(base, service, code.lower()))
    device = store.device()
    assert (device.user_id, device.user_name, device.org) == (user, "Nia Rowlands", "Aldermoor")
    store.close()
    (profile,) = choose_user(base).profiles
    assert profile.label == "NR"
    again = unlock(profile.folder, RIGHT, clock=CLOCK, entropy=ENTROPY, floor=CHEAP, reserve_bytes=0)
    assert again.device() == device
    assert again.setting("profile") == profile.id
    again.close()


@pytest.mark.parametrize("code", ["AAAAABBBBB", "", "not a code at all"])
def test_a_wrong_code_says_so_and_leaves_nothing_behind(base, service, code):
    with pytest.raises(ProtocolError) as caught:
        begin(base, service, code)
    assert caught.value.code == "enrol_code"
    assert left_behind(base) == []


def test_a_code_is_good_for_one_laptop(base, service):
    _, code = service.add_user("Sam Brook")
    finish(begin(base, service, code)).close()
    with pytest.raises(ProtocolError):
        begin(base / "second", service, code)
    assert left_behind(base / "second") == []


def test_without_a_line_nothing_is_left_behind_and_the_same_code_works_later(base, service):
    _, code = service.add_user("Dilys Hughes")
    wire = HttpWire(service.url)
    wire.link.cut()
    with pytest.raises(LinkTrouble):
        enrol(
            base,
            wire,
            service_url=service.url,
            code=code,
            label="Dilys's laptop",
            clock=CLOCK,
            entropy=ENTROPY,
            reserve_bytes=0,
        )
    assert left_behind(base) == []
    finish(begin(base, service, code)).close()


def test_giving_up_before_a_passphrase_is_chosen_leaves_nothing_behind(base, service):
    _, code = service.add_user("Marcus Webb")
    give_up(begin(base, service, code))
    assert left_behind(base) == []


def test_an_easy_passphrase_is_refused_and_another_may_be_chosen(base, service):
    _, code = service.add_user("Ana Silva")
    enrolling = begin(base, service, code)
    with pytest.raises(errors.PassphraseTooEasy):
        finish(enrolling, "password1234")
    assert choose_user(base).profiles == ()
    finish(enrolling).close()
    assert len(choose_user(base).profiles) == 1


def test_what_a_fresh_laptop_saves_is_sent_to_the_real_service(base, service, form_files, policy, tmp_path):
    forms = []
    for name in ("family", "person"):
        path = tmp_path / f"{name}.xml"
        path.write_bytes(form_files[name])
        forms.append(str(path))
    service.command("forms", "publish", *forms)
    _, code = service.add_user("Tomos Vaughan")
    store = finish(begin(base, service, code))
    loop = SyncLoop(store, HttpWire(service.url), clock=CLOCK, entropy=ENTROPY)
    loop.start()
    try:
        wait_until(lambda: store.newest_form("person") is not None)
        workplace = Workplace(store, CLOCK, ENTROPY, policy, wake_sync=loop.wake)
        scope, _ = open_family(workplace, {"label": "Okafor-Lane"})
        person, _ = add_document(workplace, "person", scope, {"name": "Ada Lane", "dob": "2015-04-01"})
        wait_until(lambda: store.counts().unsent_revisions == 0)
        wait_until(lambda: not store.document(person).unsent and store.revisions(person) != [])
        assert store.document(person).text("name") == "Ada Lane"
        assert store.waiting().held == ()
    finally:
        assert loop.stop()
        store.close()


def wait_until(holds, tries=400):
    """Until it holds, or for twenty seconds."""
    import threading

    pause = threading.Event()
    for _ in range(tries):
        if holds():
            return
        pause.wait(0.05)
    assert holds()
