"""Acknowledged means durable, one writer at a time in a scope, and the database refuses the impossible."""

import json
import threading

import pytest
import sqlalchemy as sa
from service_client import hash_of, new_id
from service_running import RunningService, wait_for
from sqlalchemy.exc import DBAPIError

from fieldapp.protocol.chain import START, next_chain
from fieldapp.protocol.merge import DocumentState, follow
from fieldapp.protocol.revision import Revision
from fieldapp.service import database as db
from fieldapp.service import forms


@pytest.fixture(params=["sqlite", "postgresql"])
def own_service(request, tmp_path):
    """A service of one's own on either database, which the test may kill."""
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres").create(tmp_path.name + "-kill")
    running = RunningService(tmp_path / "s", database).start()
    yield running
    running.stop()


def test_a_kill_after_acknowledgement_loses_nothing(own_service):
    """I1: killed with SIGKILL at the moment of an acknowledgement, again and again, nothing is missing after."""
    nia = own_service.laptop(own_service.add_user("Nia Brackwell"))
    family = nia.begin_family()
    acknowledged = []
    for _ in range(3):
        notes = [nia.revise(new_id(), family, {"date": "1"}) for _ in range(3)]
        results = nia.push(*notes)
        own_service.kill()
        acknowledged += [result["hash"] for result in results if result["status"] == "accepted"]
        own_service.start()
        nia.session.close()
    log = nia.pull(family)
    assert [entry["hash"] for entry in log[1:]] == acknowledged
    assert nia.sync()["have_counter"] == 10


def test_a_kill_in_the_middle_of_pushing_leaves_whole_revisions(own_service):
    nia = own_service.laptop(own_service.add_user("Nia Brackwell"))
    family = nia.begin_family()
    group = new_id()
    notes = [nia.revise(new_id(), family, {"notes": "x" * 10_000}, group=group) for _ in range(20)]
    later = [nia.revise(new_id(), family, {"notes": "x" * 10_000}) for _ in range(60)]
    body = json.dumps({"push": [*notes, *later]}).encode()
    failed = []

    def send():
        try:
            nia.post(body)
        except OSError as error:
            failed.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    own_service.kill()
    sender.join(60)
    own_service.start()
    nia.session.close()
    stored = {entry["hash"] for entry in nia.pull(family)}
    assert len(stored & {hash_of(note) for note in notes}) in (0, 20)
    results = nia.sync(push=[*notes, *later])["results"]
    assert {result["status"] for result in results} == {"accepted"}
    assert len(nia.pull(family)) == 81


def test_two_who_publish_the_same_form_at_once_both_hear_of_the_one_that_is_kept(service):
    xml = (
        b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>'
        b'<instance><data id="at_once" version="1"><a/></data></instance></model></h:head><h:body/></h:html>'
    )
    told = []

    def publish():
        database = db.open_database(service.data, service.database)
        with database.writing() as connection:
            told.append(forms.publish(connection, service.clock, xml))
        database.close()

    second = threading.Thread(target=publish)
    with service.writing() as connection:
        told.append(forms.publish(connection, service.clock, xml))
        second.start()
        second.join(1)  # it has come as far as it comes before the first commits
    second.join(60)
    assert len(told) == 2
    assert told[0] == told[1]
    with service.writing() as connection:
        assert [one["hash"] for one in forms.listed(connection)].count(told[0]["hash"]) == 1


def test_many_writers_in_one_scope_leave_a_dense_log(service, team, visit_form):
    """Section 5.2: commit order is number order, for writers of one document and of many."""
    assert team.marcus.user
    family = team.nia.begin_family()
    people = [team.nia, team.sam, team.laptop("Dilys Orme-Hale"), team.marcus]
    for who in people[1:3]:
        team.marcus.assign(who.user, family, "worker")
    doc = new_id()
    base = team.nia.revise(doc, family, {"date": "0"}, form=visit_form)
    team.nia.push(base)
    outcomes, readers = [], []

    def write(who, name):
        last = hash_of(base)
        for number in range(6):
            edit = who.revise(doc, family, {"date": "0", f"own_{name}": str(number)}, [last], form=visit_form)
            last = hash_of(edit)
            outcomes.extend(who.push(edit, who.revise(new_id(), family, {"date": "1"})))

    def read(who):
        readers.append(who.pull(family))

    threads = [threading.Thread(target=write, args=(who, f"n{at}")) for at, who in enumerate(people)]
    extra = service.laptop(team.nia.user)
    threads += [threading.Thread(target=read, args=(extra,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(90)
        assert not thread.is_alive()
    assert {outcome["status"] for outcome in outcomes} == {"accepted"}
    log = team.nia.pull(family)
    assert [entry["seq"] for entry in log] == list(range(1, len(log) + 1))
    assert len(readers) == 1
    assert log[: len(readers[0])] == readers[0]
    head = team.nia.head(family, doc)["rev"]
    assert head["body"] == {"date": "0", **{f"own_n{at}": "5" for at in range(4)}}
    assert head["open"] == []


def test_writers_in_several_scopes_do_not_wait_for_each_other_for_ever(team):
    """Two laptops that push to two families in opposite orders both get through."""
    assert team.marcus.user
    one, two = team.nia.begin_family(), team.nia.begin_family()
    team.marcus.assign(team.sam.user, one, "worker")
    team.marcus.assign(team.sam.user, two, "worker")
    outcomes = []

    def write(who, families):
        for _ in range(8):
            outcomes.extend(who.push(*[who.revise(new_id(), family, {"date": "1"}) for family in families]))

    threads = [
        threading.Thread(target=write, args=(team.nia, (one, two))),
        threading.Thread(target=write, args=(team.sam, (two, one))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(90)
        assert not thread.is_alive()
    assert [outcome["status"] for outcome in outcomes] == ["accepted"] * 32


def test_the_same_push_twice_at_once_is_stored_once(team):
    family = team.nia.begin_family()
    notes = [team.nia.revise(new_id(), family, {"date": "1"}) for _ in range(10)]
    body = json.dumps({"push": notes}).encode()
    replies = []
    twins = [team.nia, type(team.nia)(team.nia.service, team.nia.key, team.nia.told)]
    threads = [threading.Thread(target=lambda who=who: replies.append(who.post(body))) for who in twins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(sum("again" in result for result in reply.json()["results"]) for reply in replies) == [
        0,
        10,
    ]
    assert len(team.nia.pull(family)) == 11


def opened(service):
    return db.open_database(service.data, service.database)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET sig = 'x'",
        "DELETE FROM revision",
        "UPDATE entry SET seq = seq + 1000",
        "DELETE FROM entry",
    ],
)
def test_the_record_cannot_be_changed(service, team, statement):
    """Threat row 13: the database itself refuses to rewrite what was acknowledged."""
    team.nia.begin_family()
    database = opened(service)
    with pytest.raises(DBAPIError), database.writing() as connection:
        connection.execute(sa.text(statement))
    database.close()


def test_heads_are_a_projection_of_the_log(service, team, visit_form):
    """Architecture, data rule 1: every document row can be rebuilt from its revisions, set_by included."""
    assert team.marcus.user
    family = team.nia.begin_family()
    team.marcus.assign(team.sam.user, family, "worker")
    doc = new_id()
    base = team.nia.revise(doc, family, {"date": "1", "risk": "low"}, form=visit_form)
    team.nia.push(base)
    one = team.nia.revise(doc, family, {"date": "2", "risk": "high"}, [hash_of(base)], form=visit_form)
    two = team.sam.revise(doc, family, {"date": "3", "notes": "n"}, [hash_of(base)], form=visit_form)
    gone = team.sam.revise(doc, family, None, [hash_of(two)], form=visit_form)
    team.nia.push(one)
    team.sam.push(two, gone)
    state, chain = DocumentState(), START
    for entry in team.nia.pull(family):
        revision = Revision.parse(entry["rev"])
        chain = next_chain(chain, entry["role"], revision.hash)
        if revision.doc == doc and entry["role"] == "main":
            state = follow(state, revision)
    database = opened(service)
    with database.reading() as connection:
        row = connection.execute(sa.select(db.document).where(db.document.c.id == doc)).one()
        kept_chain = connection.execute(
            sa.select(db.scope.c.chain).where(db.scope.c.id == family)
        ).scalar_one()
    database.close()
    assert (row.head, row.deleted, kept_chain) == (state.head, state.deleted, chain)
    assert json.loads(row.set_by) == {key: [by.rev, by.author] for key, by in state.set_by.items()}


def test_every_revision_bears_the_time_of_its_arrival(service, team):
    family = team.nia.begin_family()
    note = team.nia.revise(new_id(), family, {"date": "1"})
    team.nia.push(note)
    database = opened(service)
    with database.reading() as connection:
        received_ms = connection.execute(
            sa.select(db.revision.c.received_ms).where(db.revision.c.hash == hash_of(note))
        ).scalar_one()
    database.close()
    assert abs(received_ms - service.clock.wall_ms()) < 60_000


def test_commits_are_durable_in_both_databases(service):
    database = opened(service)
    with database.reading() as connection:
        if database.dialect == "sqlite":
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        else:
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
    database.close()


def test_synchronous_commit_is_raised_where_the_server_lowers_it(postgres):
    url = postgres.create("lowered")
    database = db.open_database(None, url)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ALTER DATABASE lowered SET synchronous_commit = off")
    database.close()
    database = db.open_database(None, url)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
    database.close()


def test_the_steps_lead_back_as_well(postgres, tmp_path):
    from alembic import command

    for number, url in enumerate((None, postgres.create("steps"))):
        database = db.open_database(tmp_path, url)
        db.migrate(database)
        config = db._alembic()
        with database.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, "base")
            left = set(sa.inspect(connection).get_table_names())
        assert left == {"alembic_version"}, number
        db.migrate(database)
        with database.engine.connect() as connection:
            assert "revision" in sa.inspect(connection).get_table_names()
        database.close()


def test_the_tables_are_those_that_the_code_names(service):
    database = opened(service)
    with database.engine.connect() as connection:
        seen = sa.inspect(connection)
        for table in db.metadata.tables.values():
            columns = {column["name"]: column for column in seen.get_columns(table.name)}
            assert set(columns) == set(table.columns.keys())
            for name, column in columns.items():
                assert column["nullable"] == table.columns[name].nullable, (table.name, name)
    database.close()


def test_a_lock_that_is_held_too_long_is_said_and_nothing_is_applied(service, team):
    """The push is refused whole with 503 lock_timeout; the same push later is taken as new."""
    family = team.nia.begin_family()
    note = team.nia.revise(new_id(), family, {"date": "1"})
    database = opened(service)
    replies = []
    with database.writing() as connection:
        connection.execute(sa.select(db.scope.c.id).where(db.scope.c.id == family).with_for_update())
        waiting = threading.Thread(target=lambda: replies.append(team.nia.post({"push": [note]})))
        waiting.start()
        wait_for("the answer", lambda: replies, seconds=60)
    waiting.join(10)
    database.close()
    assert replies[0].status_code == 503
    assert replies[0].json()["code"] == "lock_timeout"
    assert "again" not in team.nia.push(note)[0]


def test_what_nobody_foresaw_in_one_item_delays_no_other(own_service):
    """I17: a published form that can no longer be read makes its own note wait, and is logged without its content."""
    nia = own_service.laptop(own_service.add_user("Nia Brackwell"))
    family = nia.begin_family()
    broken = {"id": "visit", "version": "1", "hash": "ab" * 32}
    with own_service.writing() as connection:
        connection.execute(
            sa.insert(db.form).values(
                hash=broken["hash"], form_id="visit", version="1", xml=b"<broken", published_ms=0
            )
        )
    doc = new_id()
    base = nia.revise(doc, family, {"date": "1"}, form=broken)
    nia.push(base, nia.revise(doc, family, {"date": "2"}, [hash_of(base)], form=broken))
    waits = nia.revise(doc, family, {"date": "sentinel"}, [hash_of(base)], form=broken)
    passes = nia.revise(new_id(), family, {"date": "1"})
    one, two = nia.push(waits, passes)
    assert (one["status"], one["code"], one["hash"]) == ("retry", "overloaded", hash_of(waits))
    assert two["status"] == "accepted"
    said = own_service.said_on_stderr()
    assert "unforeseen FormRefused at forms.py" in said
    assert "sentinel" not in said


def test_what_belongs_to_a_family_waits_with_its_first_document(team):
    """Found by the simulation: it was held for good, as a stranger's, because the family was to be sent again."""
    nia = team.nia
    scope, group = new_id(), new_id()
    begun = nia.revise(scope, scope, {"name": "Vale"}, kind="family", group=group)
    orphan = nia.revise(new_id(), scope, {"name": "x"}, ["ab" * 32], kind="person", group=group)
    person = nia.revise(new_id(), scope, {"name": "Micah"}, kind="person")
    elsewhere = nia.revise(new_id(), new_id(), {"name": "x"}, kind="person")
    results = nia.push(begun, orphan, person, elsewhere)
    assert [(result["status"], result["code"]) for result in results] == [
        ("retry", "parent_unknown"),
        ("retry", "parent_unknown"),
        ("retry", "overloaded"),
        ("held", "forbidden_scope"),
    ]
