"""What becomes of a pushed revision: each status, each reason, and the order in which they are looked at."""

import copy

import pytest
from service_client import Laptop, hash_of, new_id, seal

from fieldapp.protocol import canonical, signing


@pytest.fixture
def family(team):
    """A family of Nia's, whose team Marcus manages."""
    assert team.marcus.user
    return team.nia.begin_family()


@pytest.fixture
def shared(team, family):
    """A family that Nia and Sam both hold, and Marcus oversees."""
    assert team.marcus.assign(team.sam.user, family, "worker")["status"] == "accepted"
    return family


def test_a_note_is_accepted_as_the_new_head(team, family):
    note = team.nia.revise(new_id(), family, {"date": "1"})
    assert team.nia.push(note) == [
        {"hash": hash_of(note), "status": "accepted", "head": hash_of(note), "seq": 2}
    ]


def test_a_repeat_gets_its_first_answer(team, family):
    note = team.nia.revise(new_id(), family, {"date": "1"})
    (first,) = team.nia.push(note)
    edit = team.nia.revise(note["rev"]["doc"], family, {"date": "2"}, [hash_of(note)])
    team.nia.push(edit)
    assert team.nia.push(note, note) == [{**first, "again": True}] * 2
    assert len(team.nia.pull(family)) == 3


def test_edits_of_other_keys_merge_without_a_question(team, shared, visit_form):
    form = {**visit_form}
    doc = new_id()
    base = team.nia.revise(doc, shared, {"date": "1"}, form=form)
    team.nia.push(base)
    mine = team.nia.revise(doc, shared, {"date": "2"}, [hash_of(base)], form=form)
    team.nia.push(mine)
    theirs = team.sam.revise(doc, shared, {"date": "1", "notes": "n"}, [hash_of(base)], form=form)
    (result,) = team.sam.push(theirs)
    assert result["status"] == "accepted"
    log = team.nia.pull(shared)
    side, merged = log[-2:]
    assert (side["role"], side["hash"], side["seq"]) == ("side", hash_of(theirs), result["seq"])
    assert (merged["role"], merged["hash"]) == ("main", result["head"])
    rev = merged["rev"]
    assert rev["body"] == {"date": "2", "notes": "n"}
    assert rev["parents"] == [hash_of(mine), hash_of(theirs)]
    assert rev["author"] == team.sam.user
    assert rev["device"] == team.nia.service.id
    assert (rev["counter"], rev["prev"], rev["group"]) == (None, None, None)
    assert rev["flags"] == ["auto"]
    keys = {key["id"]: key["public"] for key in team.nia.told["service"]["keys"]}
    assert any(signing.verify_hash(key, merged["hash"], merged["sig"]) for key in keys.values())


def test_one_key_changed_by_two_becomes_a_question_and_a_decision_closes_it(team, shared, visit_form):
    form = {**visit_form}
    doc = new_id()
    base = team.nia.revise(doc, shared, {"risk": "low"}, form=form)
    team.nia.push(base)
    team.nia.push(team.nia.revise(doc, shared, {"risk": "medium"}, [hash_of(base)], form=form))
    side = team.sam.revise(doc, shared, {"risk": "high"}, [hash_of(base)], form=form)
    (result,) = team.sam.push(side)
    assert result["status"] == "conflict"
    head = team.nia.head(shared, doc)
    assert head["rev"]["body"] == {"risk": "medium"}
    assert head["rev"]["open"] == [{"key": "risk", "side": hash_of(side)}]
    decision = team.nia.revise(doc, shared, {"risk": "high"}, [head["hash"], hash_of(side)], form=form)
    (decided,) = team.nia.push(decision)
    assert (decided["status"], decided["head"]) == ("accepted", hash_of(decision))


def test_each_merge_type_is_read_from_the_published_form(team, shared, visit_form):
    form = {**visit_form}
    doc, row_a, row_b = new_id(), new_id(), new_id()
    base = team.nia.revise(doc, shared, {"date": "1"}, form=form)
    team.nia.push(base)
    mine = {"date": "1", "topics": ["a"], "notes": "Nia's", f"present[{row_a}]": 0}
    theirs = {"date": "1", "topics": ["b"], "notes": "Sam's", f"present[{row_b}]": 0}
    one = team.nia.revise(doc, shared, mine, [hash_of(base)], form=form)
    two = team.sam.revise(doc, shared, theirs, [hash_of(base)], form=form)
    team.nia.push(one)
    (result,) = team.sam.push(two)
    assert result["status"] == "accepted"
    assert team.nia.head(shared, doc)["rev"]["body"] == {
        "date": "1",
        "topics": ["a", "b"],
        "notes": {
            "accounts": [
                {"author": team.nia.user, "rev": hash_of(one), "text": "Nia's"},
                {"author": team.sam.user, "rev": hash_of(two), "text": "Sam's"},
            ]
        },
        f"present[{row_a}]": 0,
        f"present[{row_b}]": 0,
    }


def test_a_delete_against_an_edit_is_asked_about(team, shared):
    doc = new_id()
    base = team.nia.revise(doc, shared, {"date": "1"})
    team.nia.push(base)
    team.nia.push(team.nia.revise(doc, shared, {"date": "2"}, [hash_of(base)]))
    delete = team.sam.revise(doc, shared, None, [hash_of(base)])
    (result,) = team.sam.push(delete)
    assert result["status"] == "conflict"
    head = team.nia.head(shared, doc)["rev"]
    assert (head["body"], head["open"]) == ({"date": "2"}, [{"key": "", "side": hash_of(delete)}])


def test_a_delete_deletes_and_two_deletes_agree(team, shared):
    doc = new_id()
    base = team.nia.revise(doc, shared, {"date": "1"})
    team.nia.push(base)
    one = team.nia.revise(doc, shared, None, [hash_of(base)])
    two = team.sam.revise(doc, shared, None, [hash_of(base)])
    assert team.nia.push(one)[0]["status"] == "accepted"
    assert team.sam.push(two)[0]["status"] == "accepted"
    head = team.nia.head(shared, doc)["rev"]
    assert (head["body"], head["flags"]) == (None, ["auto", "deleted"])


def test_accounts_are_made_by_the_service_alone(team, shared, visit_form):
    form = {**visit_form}
    doc = new_id()
    base = team.nia.revise(doc, shared, {"date": "1"}, form=form)
    team.nia.push(base)
    one = team.nia.revise(doc, shared, {"notes": "Nia's"}, [hash_of(base)], form=form)
    two = team.sam.revise(doc, shared, {"notes": "Sam's"}, [hash_of(base)], form=form)
    team.nia.push(one)
    team.sam.push(two)
    head = team.nia.head(shared, doc)
    kept = team.nia.revise(doc, shared, {**head["rev"]["body"], "date": "2"}, [head["hash"]], form=form)
    assert team.nia.push(kept)[0]["status"] == "accepted"
    accounts = copy.deepcopy(head["rev"]["body"]["notes"])
    accounts["accounts"][0]["text"] = "changed"
    forged = team.nia.revise(doc, shared, {"notes": accounts}, [hash_of(kept)], form=form)
    (result,) = team.nia.push(forged)
    assert (result["status"], result["code"], result["hash"]) == ("refused", "malformed", hash_of(forged))


# --- refused, retry, held ---


def test_a_wrong_signature_is_refused(team, family):
    other = signing.DeviceKey(bytes(32))
    note = team.nia.revise(new_id(), family, {"date": "1"}, sign_with=other)
    (result,) = team.nia.push(note)
    assert (result["status"], result["code"], result["hash"]) == ("refused", "bad_signature", hash_of(note))


@pytest.mark.parametrize("sig", ["", "x", "A" * 86, "é"])
def test_what_is_no_signature_is_refused(team, family, sig):
    note = team.nia.revise(new_id(), family, {"date": "1"})
    (result,) = team.nia.push({**note, "sig": sig})
    assert (result["status"], result["code"]) == ("refused", "bad_signature")


def test_another_devices_or_users_revision_is_refused(team, family):
    note = team.sam.revise(new_id(), family, {"date": "1"})
    assert team.nia.push(note)[0]["status"] == "refused"
    posing = team.nia.revise(new_id(), family, {"date": "1"}, author=team.sam.user)
    assert team.nia.push(posing)[0]["status"] == "refused"


@pytest.mark.parametrize(
    "members",
    [
        {"counter": None, "prev": None},
        {"flags": ["auto"]},
        {"flags": ["erased"]},
        {"open": [{"key": "date", "side": "ab" * 32}]},
    ],
    ids=str,
)
def test_what_only_the_service_writes_is_malformed(team, family, members):
    note = team.nia.revise(new_id(), family, {"date": "1"}, **members)
    (result,) = team.nia.push(note)
    assert (result["status"], result["code"]) == ("refused", "malformed")


def test_bad_items_stand_beside_good_ones_and_are_refused_alone(team, family):
    nia = team.nia
    good = [nia.revise(new_id(), family, {"date": str(number)}) for number in range(3)]
    fraction = seal({**good[0]["rev"], "later": 1}, nia.key)
    raw = (
        '{"push": ['
        + ",".join(
            [
                canonical.encode(good[0]).decode(),
                canonical.encode(fraction).decode().replace('"later":1', '"later":1.5'),
                canonical.encode(good[1]).decode(),
                canonical.encode(fraction).decode().replace('"later":1', '"later":1,"later":1'),
                '{"rev":{"v":1},"sig":""}',
                "17",
                canonical.encode(good[2]).decode(),
            ]
        )
        + "]}"
    )
    results = nia.post(raw.encode()).json()["results"]
    assert [result["status"] for result in results] == [
        "accepted",
        "refused",
        "accepted",
        "refused",
        "refused",
        "refused",
        "accepted",
    ]
    assert [results[at]["hash"] for at in (1, 3, 5)] == [None, None, None]
    assert all(results[at]["code"] == "malformed" for at in (1, 3, 4, 5))


def test_a_revision_over_a_mebibyte_is_refused_alone(team, family):
    large = team.nia.revise(new_id(), family, {"notes": "x" * (1024 * 1024)})
    after = team.nia.revise(new_id(), family, {"date": "1"})
    one, two = team.nia.push(large, after)
    assert (one["status"], one["code"], one["hash"]) == ("refused", "too_large", hash_of(large))
    assert two["status"] == "accepted"


def test_an_unknown_parent_is_asked_for_again(team, family):
    doc = new_id()
    first = team.nia.revise(doc, family, {"date": "1"})
    second = team.nia.revise(doc, family, {"date": "2"}, [hash_of(first)])
    assert team.nia.push(second) == [{"hash": hash_of(second), "status": "retry", "code": "parent_unknown"}]
    assert [result["status"] for result in team.nia.push(first, second)] == ["accepted", "accepted"]


def test_a_parent_of_another_document_scope_or_kind_is_malformed(team, family):
    nia = team.nia
    second_family = nia.begin_family()
    doc = new_id()
    first = nia.revise(doc, family, {"date": "1"})
    nia.push(first)
    strange = [
        nia.revise(new_id(), family, {"date": "2"}, [hash_of(first)]),
        nia.revise(doc, second_family, {"date": "2"}, [hash_of(first)]),
        nia.revise(doc, family, {"date": "2"}, [hash_of(first)], kind="plan"),
        nia.revise(doc, second_family, {"date": "2"}),
        nia.revise(doc, family, {"date": "2"}, kind="plan"),
    ]
    assert {(result["status"], result["code"]) for result in nia.push(*strange)} == {("refused", "malformed")}


def test_an_unknown_form_holds_the_note_until_nobody_loses_it(team, family):
    form = {"id": "x", "version": "1", "hash": "ab" * 32}
    note = team.nia.revise(new_id(), family, {"date": "1"}, form=form)
    assert team.nia.push(note) == [{"hash": hash_of(note), "status": "held", "code": "form_unknown"}]
    assert len(team.nia.pull(family)) == 1


def test_a_child_of_a_held_revision_is_held_for_the_same_reason(team, family):
    doc = new_id()
    form = {"id": "x", "version": "1", "hash": "ab" * 32}
    note = team.nia.revise(doc, family, {"date": "1"}, form=form)
    child = team.nia.revise(doc, family, {"date": "2"}, [hash_of(note)])
    assert [result["code"] for result in team.nia.push(note, child)] == ["form_unknown"] * 2


def test_a_signed_off_document_takes_no_more_edits_but_from_who_oversees(team, shared):
    doc = new_id()
    note = team.nia.revise(doc, shared, {"date": "1"})
    team.nia.push(note)
    early = team.nia.revise(doc, shared, {"date": "1"}, [hash_of(note)], flags=["signed_off"])
    assert team.nia.push(early)[0]["code"] == "forbidden_scope"
    signed = team.marcus.revise(doc, shared, {"date": "1"}, [hash_of(note)], flags=["signed_off"])
    assert team.marcus.push(signed)[0]["status"] == "accepted"
    late = team.sam.revise(doc, shared, {"date": "2"}, [hash_of(note)])
    assert team.sam.push(late) == [{"hash": hash_of(late), "status": "held", "code": "locked"}]
    delete = team.sam.revise(doc, shared, None, [hash_of(signed)])
    assert team.sam.push(delete)[0]["code"] == "locked"
    reopened = team.marcus.revise(doc, shared, {"date": "3"}, [hash_of(signed)])
    assert team.marcus.push(reopened)[0]["status"] == "accepted"
    again = team.sam.revise(doc, shared, {"date": "4"}, [hash_of(reopened)])
    assert team.sam.push(again)[0]["status"] == "accepted"


def test_a_merge_is_never_signed_off(team, shared):
    doc = new_id()
    note = team.nia.revise(doc, shared, {"date": "1"})
    team.nia.push(note)
    team.sam.push(team.sam.revise(doc, shared, {"date": "1", "risk": "low"}, [hash_of(note)]))
    signed = team.marcus.revise(doc, shared, {"date": "1"}, [hash_of(note)], flags=["signed_off"])
    (result,) = team.marcus.push(signed)
    assert result["head"] != hash_of(signed)
    assert team.nia.head(shared, doc)["rev"]["flags"] == ["auto"]


def test_the_order_of_the_checks(team, family):
    """What fails in two ways is answered for the first: signature, then fork, parents, permission, form."""
    nia = team.nia
    strange = {"id": "x", "version": "1", "hash": "ab" * 32}
    unknown = new_id()
    wrong_key = signing.DeviceKey(bytes(32))
    worst = nia.revise(new_id(), unknown, {"a": "1"}, ["cd" * 32], form=strange, sign_with=wrong_key)
    assert nia.push(worst)[0]["code"] == "bad_signature"
    orphan = nia.revise(new_id(), unknown, {"a": "1"}, ["cd" * 32], form=strange)
    assert nia.push(orphan)[0]["code"] == "parent_unknown"
    stranger = nia.revise(new_id(), unknown, {"a": "1"}, form=strange)
    assert nia.push(stranger)[0]["code"] == "forbidden_scope"


# --- counters and forks ---


def test_have_counter_rises_over_dense_revisions_held_ones_included(team, family):
    nia = team.nia
    assert nia.sync()["have_counter"] == 1
    held = nia.revise(new_id(), new_id(), {"date": "1"})
    noted = nia.revise(new_id(), family, {"date": "1"})
    late = nia.revise(new_id(), family, {"date": "2"})
    assert nia.sync(push=[held])["have_counter"] == 2
    assert nia.sync(push=[late])["have_counter"] == 2
    assert nia.sync(push=[noted])["have_counter"] == 4


def test_a_copied_laptop_is_found_at_its_first_divergent_revision(team, family):
    nia = team.nia
    twin = Laptop(nia.service, nia.key, nia.told)
    twin.counter, twin.prev = nia.counter, nia.prev
    genuine = nia.revise(new_id(), family, {"date": "1"})
    divergent = twin.revise(new_id(), family, {"date": "2"})
    assert nia.push(genuine)[0]["status"] == "accepted"
    cursor = [family, 0, "0" * 64]
    reply = twin.sync(push=[divergent], cursors=[cursor])
    assert reply["results"] == [{"hash": hash_of(divergent), "status": "held", "code": "device_forked"}]
    assert reply["scopes"] == []
    following = nia.revise(new_id(), family, {"date": "3"})
    (result,) = nia.push(following)
    assert (result["status"], result["code"]) == ("held", "device_forked")
    assert nia.push(genuine)[0]["status"] == "accepted"
    assert team.sam.sync()["scopes"] == []


def test_another_predecessor_than_the_stored_one_is_a_fork(team, family):
    note = team.nia.revise(new_id(), family, {"date": "1"}, prev="ab" * 32)
    assert team.nia.push(note)[0]["code"] == "device_forked"


def test_a_hole_left_by_a_refused_revision_is_no_fork(team, family):
    nia = team.nia
    refused = nia.revise(new_id(), family, {"date": ""})
    after = nia.revise(new_id(), family, {"date": "1"})
    reply = nia.sync(push=[refused, after])
    assert [result["status"] for result in reply["results"]] == ["refused", "accepted"]
    assert reply["have_counter"] == 1


# --- groups ---


def test_a_group_is_stored_together(team, family):
    group = new_id()
    visit = team.nia.revise(new_id(), family, {"date": "1"}, group=group)
    child = team.nia.revise(new_id(), family, {"date": "1"}, group=group)
    assert [result["seq"] for result in team.nia.push(visit, child)] == [2, 3]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("fault", ["refused", "retry", "unparsed"])
def test_one_bad_member_keeps_a_whole_group_out(team, family, fault, place):
    nia = team.nia
    group = new_id()
    items = [nia.revise(new_id(), family, {"date": str(number)}, group=group) for number in range(3)]
    if fault == "refused":
        items[place]["sig"] = items[place - 1]["sig"]
        expected = ("refused", "bad_signature")
    elif fault == "retry":
        items[place] = seal({**items[place]["rev"], "parents": ["ab" * 32]}, nia.key)
        expected = ("retry", "parent_unknown")
    else:
        items[place]["rev"]["later"] = 1.5
        expected = ("refused", "malformed")
    alone = nia.revise(new_id(), family, {"date": "9"})
    results = nia.sync(push=[*items, alone])["results"]
    assert [(result["status"], result["code"]) for result in results[:3]] == [expected] * 3
    assert results[3]["status"] == "accepted"
    assert len(nia.pull(family)) == 2


def test_refused_comes_before_retry_in_a_group(team, family):
    nia = team.nia
    group = new_id()
    orphan = nia.revise(new_id(), family, {"date": "1"}, ["ab" * 32], group=group)
    empty = nia.revise(new_id(), family, {"date": ""}, group=group)
    assert [(r["status"], r["code"]) for r in nia.push(orphan, empty)] == [("refused", "malformed")] * 2


def test_members_of_a_group_are_held_or_accepted_each_by_itself(team, family):
    nia = team.nia
    group = new_id()
    one = nia.revise(new_id(), family, {"date": "1"}, group=group)
    other = nia.revise(new_id(), new_id(), {"date": "1"}, group=group)
    assert [result["status"] for result in nia.push(one, other)] == ["accepted", "held"]


def test_more_than_twenty_in_a_group_are_refused(team, family):
    nia = team.nia
    group = new_id()
    items = [nia.revise(new_id(), family, {"date": "1"}, group=group) for _ in range(21)]
    assert {(r["status"], r["code"]) for r in nia.push(*items)} == {("refused", "malformed")}


def test_a_repeated_group_gets_its_first_answers(team, family):
    nia = team.nia
    group = new_id()
    items = [nia.revise(new_id(), family, {"date": "1"}, group=group) for _ in range(2)]
    first = nia.push(*items)
    assert nia.push(*items) == [{**result, "again": True} for result in first]


def test_a_copy_inside_a_group_that_is_kept_out_is_not_said_to_be_stored(team, family):
    """A laptop forgets whatever was answered `accepted`, so nothing may be that is not in the record."""
    nia = team.nia
    group = new_id()
    good = nia.revise(new_id(), family, {"date": "1"}, group=group)
    empty = nia.revise(new_id(), family, {"date": ""}, group=group)
    results = nia.push(good, good, empty)
    assert [(r["status"], r["code"]) for r in results] == [("refused", "malformed")] * 3
    assert len(nia.pull(family)) == 1
    assert nia.push(good)[0] == {
        "hash": hash_of(good),
        "status": "accepted",
        "head": hash_of(good),
        "seq": 2,
    }


def test_a_group_that_does_not_stand_side_by_side_is_refused(team, family):
    nia = team.nia
    group = new_id()
    one, alone, two = (
        nia.revise(new_id(), family, {"date": "1"}, group=said) for said in (group, None, group)
    )
    statuses = [result["status"] for result in nia.push(one, alone, two)]
    assert statuses == ["refused", "accepted", "refused"]
