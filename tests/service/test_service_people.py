"""Who may do what: families begun in the field, assignments, roles, and what a stranger learns (nothing)."""

import pytest
from service_client import hash_of, new_id

UNKNOWN = {"gone": "unknown"}


@pytest.fixture
def family(team):
    assert team.marcus.user
    return team.nia.begin_family()


def answer(laptop, scope):
    found = laptop.pull(scope)
    return {key: found[key] for key in ("gone",)} if isinstance(found, dict) else len(found)


def test_a_new_family_is_its_authors_and_the_managers_oversee_it(team, family):
    (own,) = team.nia.pull(team.nia.user)
    (seen,) = team.marcus.pull(team.marcus.user)
    for entry, user, role in ((own, team.nia.user, "worker"), (seen, team.marcus.user, "oversight")):
        rev = entry["rev"]
        assert (rev["kind"], rev["scope"], rev["device"]) == ("assignment", user, team.service.id)
        assert rev["body"] == {"family": family, "role": role, "from": "2026-03-01"}
        assert (rev["author"], rev["counter"], rev["form"]) == (team.nia.user, None, None)
    assert answer(team.marcus, family) == 1
    assert answer(team.sam, family) == UNKNOWN


def test_what_a_push_begins_is_in_the_pull_of_the_same_sync(team):
    scope = new_id()
    begun = team.nia.revise(scope, scope, {"name": "Vale"}, kind="family")
    note = team.nia.revise(new_id(), scope, {"date": "1"})
    start = "0" * 64
    reply = team.nia.sync(push=[begun, note], cursors=[[team.nia.user, 0, start], [scope, 0, start]])
    assert [result["status"] for result in reply["results"]] == ["accepted", "accepted"]
    assert [(news["scope"], len(news["entries"])) for news in reply["scopes"]] == [
        (team.nia.user, 1),
        (scope, 2),
    ]


def test_a_manager_who_begins_a_family_works_in_it_and_oversees_it(team):
    family = team.marcus.begin_family()
    roles = {entry["rev"]["body"]["role"] for entry in team.marcus.pull(team.marcus.user)}
    assert roles == {"worker", "oversight"}
    assert team.marcus.assign(team.nia.user, family, "worker")["status"] == "accepted"


def test_an_auditor_begins_no_family(team):
    auditor = team.laptop("Auditor", "auditor")
    scope = new_id()
    (result,) = auditor.push(auditor.revise(scope, scope, {"name": "x"}, kind="family"))
    assert (result["status"], result["code"]) == ("held", "forbidden_scope")


def test_only_its_family_document_begins_a_scope(team):
    nia, scope = team.nia, new_id()
    strange = [
        nia.revise(new_id(), scope, {"date": "1"}),
        nia.revise(new_id(), scope, {"name": "x"}, kind="family"),
        nia.revise(scope, scope, {"name": "x"}, kind="visit"),
    ]
    assert {(r["status"], r["code"]) for r in nia.push(*strange)} == {("held", "forbidden_scope")}
    assert answer(nia, scope) == UNKNOWN


def test_a_note_of_a_stranger_is_held_and_tells_nothing(team, family):
    note = team.sam.revise(new_id(), family, {"date": "1"})
    nowhere = team.sam.revise(new_id(), new_id(), {"date": "1"})
    one, two = team.sam.push(note, nowhere)
    assert (one["status"], one["code"]) == (two["status"], two["code"]) == ("held", "forbidden_scope")
    assert set(one) == set(two) == {"hash", "status", "code"}
    assert answer(team.nia, family) == 1


def test_a_stranger_cannot_tell_a_family_by_a_note_under_its_own_id(team, family):
    """Section 5.8: not even that it exists; whether a document keeps its kind is looked at after permission."""
    scopes = (family, new_id())
    results = team.sam.push(*(team.sam.revise(scope, scope, {"date": "1"}) for scope in scopes))
    assert [(r["status"], r["code"]) for r in results] == [("held", "forbidden_scope")] * 2
    assert set(results[0]) == set(results[1])


@pytest.mark.parametrize(
    ("person_role", "role", "reads", "writes", "signs", "assigns"),
    [
        ("practitioner", "worker", True, True, False, False),
        ("practitioner", "oversight", True, True, True, True),
        ("practitioner", "reader", True, False, False, False),
        ("practitioner", None, False, False, False, False),
        ("manager", "worker", True, True, False, False),
        ("manager", None, False, False, False, False),
        ("auditor", "reader", True, False, False, False),
        ("auditor", "worker", True, True, False, False),
    ],
)
def test_what_each_assigned_role_may_do(team, family, person_role, role, reads, writes, signs, assigns):
    who = team.laptop("Dilys Orme-Hale", person_role, "South")
    if role is not None:
        assert team.marcus.assign(who.user, family, role)["status"] == "accepted"
    doc = new_id()
    note = team.nia.revise(doc, family, {"date": "1"})
    team.nia.push(note)
    assert isinstance(who.pull(family), list) == reads

    def outcome(item):
        (result,) = who.push(item)
        return result["status"] in ("accepted", "conflict"), result.get("code")

    assert outcome(who.revise(new_id(), family, {"date": "2"}))[0] == writes
    assert outcome(who.revise(doc, family, {"date": "3"}, [hash_of(note)]))[0] == writes
    assert outcome(who.revise(new_id(), family, None))[0] == writes
    signed = who.revise(new_id(), family, {"date": "1"}, flags=["signed_off"])
    assert outcome(signed) == (signs, None if signs else "forbidden_scope")
    target = team.sam.user
    given = who.revise(
        new_id(), target, {"family": family, "role": "reader", "from": "2026-03-01"}, kind="assignment"
    )
    assert outcome(given) == (assigns, None if assigns else "forbidden_scope")
    assert isinstance(team.sam.pull(family), list) == assigns


def test_the_strongest_of_several_assignments_counts(team, family):
    team.marcus.assign(team.sam.user, family, "reader")
    team.marcus.assign(team.sam.user, family, "oversight")
    team.marcus.assign(team.sam.user, family, "worker")
    signed = team.sam.revise(new_id(), family, {"date": "1"}, flags=["signed_off"])
    assert team.sam.push(signed)[0]["status"] == "accepted"


def test_an_assignment_begins_and_ends_on_the_services_date(team, family):
    assert (
        team.marcus.assign(team.sam.user, family, "worker", "2026-03-01", until="2026-03-01")["status"]
        == "accepted"
    )
    assert answer(team.sam, family) == UNKNOWN
    team.marcus.assign(team.sam.user, family, "worker", "2026-03-02")
    assert answer(team.sam, family) == UNKNOWN
    clock, now_ms = team.service.clock, team.service.clock.wall_ms()
    try:
        team.service.advance(hours=14)
        assert answer(team.sam, family) == 1
        dilys = team.laptop("Dilys Orme-Hale")
        team.marcus.assign(dilys.user, family, "worker", "2026-03-01", until="2026-03-03")
        assert answer(dilys, family) == 1
        team.service.advance(hours=24)
        assert answer(dilys, family) == {"gone": "reassigned"}
    finally:
        clock.set_wall(now_ms)


def test_who_held_a_family_once_delivers_but_reads_no_more(team, family):
    given = team.marcus.revise(
        new_id(),
        team.sam.user,
        {"family": family, "role": "worker", "from": "2026-03-01"},
        kind="assignment",
    )
    team.marcus.push(given)
    assert answer(team.sam, family) == 1
    doc = given["rev"]["doc"]
    ended = team.marcus.revise(
        doc,
        team.sam.user,
        {**given["rev"]["body"], "until": "2026-03-01"},
        [hash_of(given)],
        kind="assignment",
    )
    assert team.marcus.push(ended)[0]["status"] == "accepted"
    assert answer(team.sam, family) == {"gone": "reassigned"}
    note = team.sam.revise(new_id(), family, {"date": "1"})
    (result,) = team.sam.push(note)
    assert (result["status"], result["code"]) == ("held", "case_moved")


def test_a_deleted_assignment_ends_at_once(team, family):
    given = team.marcus.revise(
        new_id(),
        team.sam.user,
        {"family": family, "role": "worker", "from": "2026-03-01"},
        kind="assignment",
    )
    team.marcus.push(given)
    gone = team.marcus.revise(given["rev"]["doc"], team.sam.user, None, [hash_of(given)], kind="assignment")
    assert team.marcus.push(gone)[0]["status"] == "accepted"
    assert answer(team.sam, family) == {"gone": "reassigned"}


def test_assignments_stand_in_users_scopes_alone_and_nothing_else_does(team, family):
    marcus = team.marcus
    strange = [
        marcus.revise(
            new_id(), family, {"family": family, "role": "reader", "from": "2026-03-01"}, kind="assignment"
        ),
        marcus.revise(new_id(), team.sam.user, {"date": "1"}),
        marcus.revise(team.sam.user, team.sam.user, {"name": "x"}, kind="family"),
        team.marcus.revise(new_id(), marcus.user, {"note": "own"}, kind="visit"),
    ]
    assert {(r["status"], r["code"]) for r in marcus.push(*strange)} == {("held", "forbidden_scope")}


def unreadable(family):
    """Bodies that no assignment can be read from."""
    begun = {"family": family, "role": "worker", "from": "2026-03-01"}
    yield {}
    for name in begun:
        yield {key: value for key, value in begun.items() if key != name}
    for change in (
        {"family": "tarrowby"},
        {"family": ["tarrowby"]},
        {"role": "boss"},
        {"role": ["worker"]},
        {"from": "1 March"},
        {"from": "2026-02-30"},
        {"from": "20260301"},
        {"until": "never"},
    ):
        yield {**begun, **change}


def test_an_unreadable_assignment_is_held_for_its_author(team, family):
    for body in unreadable(family):
        item = team.marcus.revise(new_id(), team.sam.user, body, kind="assignment")
        assert team.marcus.push(item)[0]["code"] == "invalid_field", body
        stranger = team.sam.revise(new_id(), team.nia.user, body, kind="assignment")
        assert team.sam.push(stranger)[0]["code"] == "forbidden_scope", body
    assert answer(team.sam, family) == UNKNOWN


def test_a_signed_off_assignment_can_still_be_ended(team, family):
    given = team.marcus.revise(
        new_id(),
        team.sam.user,
        {"family": family, "role": "worker", "from": "2026-03-01"},
        kind="assignment",
        flags=["signed_off"],
    )
    ended = team.marcus.revise(given["rev"]["doc"], team.sam.user, None, [hash_of(given)], kind="assignment")
    assert [result["status"] for result in team.marcus.push(given, ended)] == ["accepted", "accepted"]
    assert answer(team.sam, family) == {"gone": "reassigned"}


def test_a_manager_assigns_no_family_that_they_do_not_oversee(team, family):
    other = team.laptop("Other manager", "manager", "South")
    assert other.assign(team.sam.user, family, "worker")["code"] == "forbidden_scope"
    assert other.assign(team.sam.user, new_id(), "worker")["code"] == "forbidden_scope"
    own = other.begin_family()
    given = other.revise(
        new_id(), team.sam.user, {"family": own, "role": "worker", "from": "2026-03-01"}, kind="assignment"
    )
    other.push(given)
    turned = other.revise(
        given["rev"]["doc"],
        team.sam.user,
        {"family": family, "role": "worker", "from": "2026-03-01"},
        [hash_of(given)],
        kind="assignment",
    )
    assert other.push(turned)[0]["code"] == "forbidden_scope"
    taken = team.marcus.revise(given["rev"]["doc"], team.sam.user, None, [hash_of(given)], kind="assignment")
    assert team.marcus.push(taken)[0]["code"] == "forbidden_scope"


def test_a_users_own_scope_is_read_by_that_user_and_the_teams_managers(team, family):
    other = team.laptop("Other manager", "manager", "South")
    assert answer(team.nia, team.nia.user) == 1
    assert answer(team.marcus, team.nia.user) == 1
    assert answer(team.sam, team.nia.user) == UNKNOWN
    assert answer(other, team.nia.user) == UNKNOWN
    assert answer(team.sam, new_id()) == UNKNOWN


def test_the_end_of_an_assignment_counts_from_the_push_that_ended_it(team, family):
    """I11: whoever is removed receives nothing committed after the removal."""
    given = team.marcus.revise(
        new_id(),
        team.marcus.user,
        {"family": family, "role": "reader", "from": "2026-03-01"},
        kind="assignment",
    )
    team.marcus.push(given)
    (first,) = [e for e in team.marcus.pull(team.marcus.user) if e["rev"]["body"]["role"] == "oversight"]
    ends = team.marcus.revise(first["rev"]["doc"], team.marcus.user, None, [first["hash"]], kind="assignment")
    note = team.marcus.revise(new_id(), family, {"date": "1"})
    ended, held = team.marcus.push(ends, note)
    assert ended["status"] == "accepted"
    assert (held["status"], held["code"]) == ("held", "forbidden_scope")
