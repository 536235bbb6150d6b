"""A code, a key, a device: once, for half an hour, whatever is lost on the way."""

from service_client import Laptop, ask_to_enrol, fails

from fieldapp.ports import SystemEntropy
from fieldapp.protocol import signing


def test_a_code_enrols_one_device_and_a_lost_reply_is_harmless(service):
    user = service.add_user("Nia Brackwell")
    code = service.code_for(user)
    assert len(code) == 10
    key = signing.DeviceKey.generate(SystemEntropy())
    first = ask_to_enrol(service, code, key)
    told = first.json()
    assert told["user"] == {"id": user, "name": "Nia Brackwell", "role": "practitioner"}
    assert told["org"]["name"] == "Meadowshire"
    assert told["service"]["id"] == service.id
    assert (told["recovery_key"], told["policy"]) == (None, {})
    kindly = f" {code[:5].lower()}-{code[5:]} ".replace("0", "o").replace("1", "l")
    assert ask_to_enrol(service, kindly, key).json() == told
    other = signing.DeviceKey.generate(SystemEntropy())
    assert fails(ask_to_enrol(service, code, other), 403, "enrol_code")
    assert Laptop(service, key, told).sync()["have_counter"] == 0


def test_wrong_spent_and_expired_codes_are_refused_alike(service):
    user = service.add_user("Nia Brackwell")
    key = signing.DeviceKey.generate(SystemEntropy())
    spent = service.code_for(user)
    assert ask_to_enrol(service, spent, signing.DeviceKey.generate(SystemEntropy())).status_code == 200
    late = service.code_for(user)
    used = service.code_for(user)
    assert ask_to_enrol(service, used, key).status_code == 200
    clock, now_ms = service.clock, service.clock.wall_ms()
    try:
        service.advance(minutes=30)
        refused = [ask_to_enrol(service, code, key) for code in ("0000000000", "", spent, late, used)]
    finally:
        clock.set_wall(now_ms)
    assert all(fails(reply, 403, "enrol_code") for reply in refused)
    assert len({reply.content for reply in refused}) == 1


def test_nonce_and_proof_are_looked_at_before_the_code(service):
    key = signing.DeviceKey.generate(SystemEntropy())
    old = ask_to_enrol(service, "0000000000", key, nonce="old", proof="x")
    assert fails(old, 401, "nonce")
    wrong = ask_to_enrol(service, "0000000000", key, proof="A" * 86)
    assert fails(wrong, 401, "bad_signature")
    assert fails(ask_to_enrol(service, "0000000000", key, public_key="x"), 400, "malformed")
    assert fails(ask_to_enrol(service, "0000000000", key, label=5), 400, "malformed")
    assert fails(ask_to_enrol(service, "0000000000", key, app="\0"), 400, "malformed")


def test_a_code_is_stored_only_as_a_hash(fresh_service):
    user = fresh_service.add_user("Nia Brackwell")
    code = fresh_service.code_for(user)
    kept = b"".join(path.read_bytes() for path in fresh_service.data.iterdir())
    assert code.encode() not in kept
