"""What a device is told of the scopes that it names."""

import pytest
from service_client import hash_of, new_id

START = "0" * 64


@pytest.fixture
def family(team):
    return team.nia.begin_family()


def fill(team, family, count, text="x"):
    notes = [team.nia.revise(new_id(), family, {"notes": text}) for _ in range(count)]
    assert {result["status"] for result in team.nia.push(*notes)} == {"accepted"}
    return notes


def test_a_log_is_dense_and_its_chain_agrees(team, family):
    fill(team, family, 7)
    assert [entry["seq"] for entry in team.nia.pull(family)] == list(range(1, 9))


def test_the_bytes_that_were_signed_come_back(team, family):
    note = team.nia.revise(
        new_id(), family, {"notes": "Zoë 😀\n\t\u0001"}, later={"\ufb33": [1, None], "😀": {"": True}}
    )
    team.nia.push(note)
    last = team.nia.pull(family)[-1]
    assert (last["rev"], last["sig"], last["hash"]) == (note["rev"], note["sig"], hash_of(note))


def test_nothing_new_says_nothing(team, family):
    cursor = team.nia.cursor(family)
    assert team.nia.sync(cursors=[cursor])["scopes"] == []
    assert team.nia.sync(cursors=[[team.sam.user, 0, START]])["scopes"] == [
        {"scope": team.sam.user, "gone": "unknown"}
    ]
    assert team.sam.sync(cursors=[[team.sam.user, 0, START]])["scopes"] == []


def test_scopes_come_in_the_order_of_the_cursors(team, family):
    second = team.nia.begin_family()
    wanted = [second, new_id(), team.nia.user, family]
    reply = team.nia.sync(cursors=[[scope, 0, START] for scope in wanted])
    assert [news["scope"] for news in reply["scopes"]] == wanted


def test_a_page_holds_no_more_than_was_asked_for_but_news_has_an_entry(team, family):
    fill(team, family, 10, "x" * 2000)
    whole = team.nia.pull(family)
    reply = team.nia.sync(cursors=[[family, 0, START]], max_bytes=8000)
    (news,) = reply["scopes"]
    assert (news["from"], news["head"], news["more"]) == (1, 11, True)
    assert 1 < len(news["entries"]) < 4
    (least,) = team.nia.sync(cursors=[[family, 3, START]], max_bytes=1)["scopes"]
    assert "diverged" in least
    assert team.nia.pull(family, max_bytes=0) == whole
    assert team.nia.pull(family, max_bytes=5000) == whole


def test_a_scope_that_did_not_fit_says_that_there_is_more(team, family):
    fill(team, family, 3, "x" * 2000)
    second = team.nia.begin_family()
    reply = team.nia.sync(cursors=[[family, 0, START], [second, 0, START]], max_bytes=1)
    one, two = reply["scopes"]
    assert (len(one["entries"]), one["more"]) == (1, True)
    assert (two["entries"], two["more"], two["head"], two["from"]) == ([], True, 1, 1)


def test_another_chain_or_a_cursor_past_the_end_has_diverged(team, family):
    fill(team, family, 2)
    scope, seq, chain = team.nia.cursor(family)
    for cursor in ([scope, seq + 1, chain], [scope, seq, START], [scope, 1, chain], [scope, 0, chain]):
        assert team.nia.sync(cursors=[cursor])["scopes"] == [{"scope": family, "diverged": True, "head": 3}]


def test_gone_is_looked_at_before_diverged(team, family):
    assert team.sam.sync(cursors=[[family, 9, "ab" * 32]])["scopes"] == [{"scope": family, "gone": "unknown"}]


def test_a_reply_stays_within_four_mebibytes(team, family):
    for _ in range(6):
        fill(team, family, 1, "x" * 1_000_000)
    (news,) = team.nia.sync(cursors=[[family, 0, START]], max_bytes=2**40)["scopes"]
    assert (len(news["entries"]), news["more"]) == (5, True)
    assert len(team.nia.pull(family)) == 7


def test_a_sync_says_the_time_and_the_epoch_object(team):
    reply = team.nia.sync()
    hello = team.nia.session.get(team.service.url + "/v1/hello").json()
    assert reply["epoch"] == hello["epoch"]
    assert reply["time"].startswith("2026-03-0")
    assert (reply["results"], reply["scopes"]) == ([], [])
    assert team.nia.sync(epoch="another")["epoch"] == hello["epoch"]


def test_the_latest_counts_of_each_laptop_are_kept(team):
    told = {
        "unsent": 3,
        "oldest_unsent": "2026-03-01T09:00:00.000Z",
        "held": 0,
        "drafts": 1,
        "blob_bytes": 0,
        "last_counter": 7,
        "app": "0.1.0",
        "free_disk": 10**12,
        "later": {"ŵ": []},
    }
    team.nia.sync(manifest=told)
    assert team.service.command("status")["manifests"][team.nia.device] == told
    team.nia.sync(manifest={**told, "unsent": 0})
    team.nia.sync()
    assert team.service.command("status")["manifests"][team.nia.device]["unsent"] == 0
