"""What the app adds to a body stands under `meta/`, beside every form's answers."""

from fieldapp.protocol.revision import check_body
from fieldapp.records import meta

R1, R2, R3 = (f"01900000-0000-7000-9000-00000000000{number}" for number in (1, 2, 3))


def test_a_note_with_gaps_is_not_complete_and_a_complete_one_has_none():
    body = meta.with_gaps(meta.completed({"a": "1"}), [(R1, "b", "No time"), (R2, "c", "Asked, no answer")])
    assert "meta/complete" not in body
    assert [(gap.key, gap.why) for gap in meta.gaps(body)] == [("b", "No time"), ("c", "Asked, no answer")]
    assert meta.gaps(meta.completed(body)) == ()


def test_gaps_are_told_anew_each_time():
    body = meta.with_gaps({}, [(R1, "b", "No time")])
    assert [gap.key for gap in meta.gaps(meta.with_gaps(body, [(R2, "c", "x")]))] == ["c"]


def test_decisions_and_jottings_stand_in_the_order_they_were_made():
    body = meta.with_decided({}, R2, "risk_level", "Seen by both")
    body = meta.with_decided(body, R1, "school", "Register")
    body = meta.with_jotting(body, R3, "09:50", "man upstairs")
    assert [one.key for one in meta.decided(body)] == ["risk_level", "school"]
    assert [(one.at, one.text) for one in meta.jottings(body)] == [("09:50", "man upstairs")]
    check_body(body)


def test_one_answer_or_a_whole_record_can_be_restricted():
    assert meta.restricted_keys(meta.with_restricted({}, R1, "why")) == {"why"}
    assert meta.restricted_keys(meta.with_restricted({}, R1)) == {meta.WHOLE_DOCUMENT}
