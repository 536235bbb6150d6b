"""What is said of a note as a whole, above its page: how far it is saved, since when it is written, what to know of it.

Promise: "saved" is said only after the commit returned; a rehearsal says that nothing is kept, and never "saved".
Never here: a change of anything, Qt.
Source: interface design section 4.6 (save state, recovery, addendum, newer form).
"""

from __future__ import annotations

from fieldapp.ui.form.draft import OpenDraft
from fieldapp.ui.form.state import SaveState
from fieldapp.ui.questions import typed
from fieldapp.ui.words import Words
from fieldapp.ui.words import clock as clock_text

say = Words("Form")


def save_state(draft: OpenDraft) -> SaveState:
    """How far the last change has got."""
    if draft.opening.rehearsal:
        return SaveState()
    now = draft.clock.monotonic_ms()
    if draft.journal.has_failed:
        return SaveState("not_saved", "", say("Not saved yet. Trying again. Keep this window open."))
    if draft.journal.is_slow(now):
        return SaveState("saving", "", say("Saving"))
    if draft.saved_ms is None:
        return SaveState()
    at = clock_text(draft.local(draft.saved_ms))
    return SaveState("saved", at, say("Saved on this laptop {time}", time=at))


def started(draft: OpenDraft) -> str:
    """Since when, and by whom; of a rehearsal which version it is."""
    if draft.opening.rehearsal:
        return say("Version {version}", version=draft.instance.definition.version)
    began, now = draft.local(draft.opening.started_ms), draft.now()
    if began.date() == now.date():
        text = say("Started {time} today.", time=clock_text(began))
    else:
        text = say("Started {day}.", day=typed.shown_date(began.date().isoformat()))
    return f"{text} {say('Written by {name}.', name=draft.opening.author)}"


def banner_at_opening(draft: OpenDraft) -> str:
    """What the writer must know of this note before the first key; "" for nothing."""
    opening = draft.opening
    if opening.rehearsal:
        return say("Rehearsal. Nothing is kept, and nothing can be finished.")
    told = []
    if opening.recovered and opening.saved_ms is not None:
        at = draft.local(opening.saved_ms).strftime("%H:%M:%S")
        told.append(say("We kept everything up to {time}.", time=at))
    if opening.signed_off:
        told.append(say("This was signed off. Your change is kept as an addendum."))
    if opening.newer_form:
        told.append(say("A newer version of this form exists. Yours stays as it is."))
    return " ".join(told)
