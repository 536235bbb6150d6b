"""The twelve months before the demonstration's day, played through the real commands with a moved clock.

Promise: each act happens at its own time, on its own worker's laptop, through a draft, the form's own checks and the
save that any note goes through; what was written without a link stays unsent until that laptop's link is mended. A
note that the data calls complete must be complete by the form's own rules, or loading stops and says which.
Never here: what the acts say (`families`), windows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fieldapp.commands.edit_document import add_document, edit_document, form_of, sign_off
from fieldapp.commands.finish import finish_note
from fieldapp.commands.start_note import reopen_note
from fieldapp.demo.families.shape import Act
from fieldapp.demo.laptop import Laptop
from fieldapp.ports import SharedClock
from fieldapp.records.document import Value
from fieldapp.records.filing import record_kinds
from fieldapp.store import Change

Laptops = Mapping[str, Laptop]


class HistoryTrouble(RuntimeError):
    """An act could not be played: the data and the forms no longer fit each other."""


def play(
    acts: Sequence[Act],
    laptops: Laptops,
    clock: SharedClock,
    *,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> None:
    """Play all acts in the order of their times. `told` hears how many are done, of how many."""
    ordered = sorted(acts, key=lambda act: act.unix_ms)
    before: Laptop | None = None
    for done, act in enumerate(ordered, start=1):
        laptop = laptops[act.who]
        if before is not None and before is not laptop:
            _sync(before)
        clock.set_wall(act.unix_ms)
        if before is not laptop:
            _sync(laptop)
        try:
            _play(act, laptop, laptops)
        except Exception as fault:
            raise HistoryTrouble(f"act {done}, {act.kind} {act.form} at {act.at:%d %b %Y %H:%M}") from fault
        before = laptop
        told(done, len(ordered))
    if before is not None:
        _sync(before)


def _sync(laptop: Laptop) -> None:
    """Send and hear, as a laptop does by itself whenever it has a link."""
    if not laptop.link.is_cut:
        laptop.sync()


def _play(act: Act, laptop: Laptop, laptops: Laptops) -> None:
    if act.kind == "cut":
        _sync(laptop)
        laptop.link.cut()
    elif act.kind == "mend":
        laptop.link.mend()
        _sync(laptop)
    elif act.kind == "assign":
        _assign(act, laptop, laptops)
    else:
        {"write": _write, "go_on": _go_on, "edit": _edit}[act.kind](act, laptop)


def _write(act: Act, laptop: Laptop) -> None:
    workplace = laptop.workplace
    form, definition = workplace.newest_form(act.form)
    kind = record_kinds(definition)[""]
    draft = workplace.store.open_draft(doc=act.doc, scope=act.family, kind=kind, form=form)
    _finish(act, laptop, draft.id, act.answers)


def _go_on(act: Act, laptop: Laptop) -> None:
    draft = reopen_note(laptop.workplace, act.doc)
    _finish(act, laptop, draft.id, act.answers)


def _finish(act: Act, laptop: Laptop, draft: str, answers: Mapping[str, Value]) -> None:
    store = laptop.workplace.store
    store.put_answers(draft, {key: None if value == "" else value for key, value in answers.items()})
    done = finish_note(laptop.workplace, draft, why=act.why_open, signed_off=act.signed_off)
    if bool(act.why_open) == done.complete:
        raise HistoryTrouble(f"{len(done.missing)} answers missing")


def _edit(act: Act, laptop: Laptop) -> None:
    answers: dict[str, Value | None] = {k: (None if v == "" else v) for k, v in act.answers.items()}
    if laptop.workplace.store.document(act.doc) is None:
        form_of(laptop.workplace, act.form)
        add_document(laptop.workplace, act.form, act.family, dict(act.answers), doc=act.doc)
    elif act.signed_off:
        sign_off(laptop.workplace, act.doc, answers)
    else:
        edit_document(laptop.workplace, act.doc, answers)


def _assign(act: Act, laptop: Laptop, laptops: Laptops) -> None:
    """A manager puts an assignment into a worker's own scope (protocol 5.6); there is no form for it."""
    if act.to is None:
        raise HistoryTrouble("an assignment without a worker")
    workplace = laptop.workplace
    body: dict[str, Value] = {"family": act.family, "role": act.role, "from": act.at.date().isoformat()}
    user = laptops[act.to].user_id
    workplace.store.save([Change(workplace.fresh_id(), "assignment", user, body, None)])
