"""Find: type a name, a place or a few words; saved notes, unsent ones and drafts are searched.

Promise: found on this laptop, offline, newest first, with the words around the first match; in visit view nothing is
found, or shown, by a restricted answer. Never here: asking the service. Source: interface 4.4; the store's search.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.protocol.revision import form_path
from fieldapp.records.document import FormReference, Value
from fieldapp.records.meta import restricted_keys
from fieldapp.store import Hit
from fieldapp.store.errors import DraftGone

from .context import Workplace

AROUND = 60
"""Letters shown on each side of the first word found."""


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    source: str
    """document or draft."""
    id: str
    scope: str
    kind: str
    key: str
    """Where the first word was found; empty if it was found in a choice's label only."""
    excerpt: str
    written_at: str
    """Protocol time of a document; empty for a draft."""


def find(
    workplace: Workplace,
    text: str,
    *,
    scope: str | None = None,
    kinds: tuple[str, ...] | None = None,
    visit_view: bool = False,
    limit: int = 50,
) -> list[Found]:
    """What holds all the words, the last one as a beginning; a draft that goes while it is looked at is left out."""
    hits = workplace.store.search(text, scope=scope, kinds=kinds, visit_view=visit_view, limit=limit)
    found = (_found(workplace, hit, text, visit_view) for hit in hits)
    return [one for one in found if one is not None]


def _found(workplace: Workplace, hit: Hit, text: str, visit_view: bool) -> Found | None:
    body: Mapping[str, Value] = {}
    form: FormReference | None = None
    written_at = ""
    if hit.source == "draft":
        try:
            draft = workplace.store.draft(hit.id)
        except DraftGone:
            return None
        if draft.state != "open":
            return None
        body, form = draft.answers, draft.form
    else:
        document = workplace.store.document(hit.id)
        if document is not None:
            body, form, written_at = document.body, document.form, document.written_at
    hidden = _hidden(workplace, body, form) if visit_view else frozenset()
    key, excerpt = _excerpt({k: v for k, v in body.items() if k not in hidden}, text)
    return Found(hit.source, hit.id, hit.scope, hit.kind, key, excerpt, written_at)


def _hidden(workplace: Workplace, body: Mapping[str, Value], form: FormReference | None) -> frozenset[str]:
    definition = None if form is None else workplace.store.definition(form.hash)
    by_hand = restricted_keys(body)
    if definition is None:
        return frozenset(body)  # a form that is not here cannot say what is restricted
    places = set(definition.paths())
    return frozenset(
        key
        for key in body
        if key in by_hand
        or "all" in by_hand
        or (form_path(key) in places and definition.question(form_path(key)).sees == "restricted")
    )


def _excerpt(body: Mapping[str, Value], text: str) -> tuple[str, str]:
    from fieldapp.store.search import fold, terms

    words = terms(text)
    for key, value in body.items():
        for told in _texts(value):
            folded = fold(told)
            places = [place for word in words if (place := folded.find(word)) >= 0]
            if not places:
                continue
            # Folding may lengthen a text (ß → ss), so the place is near, not exact: enough for an excerpt.
            middle = min(places) if len(folded) == len(told) else min(places) * len(told) // len(folded)
            start, end = max(0, middle - AROUND), min(len(told), middle + AROUND)
            shown = " ".join(told[start:end].split())
            return key, f"{'…' if start else ''}{shown}{'…' if end < len(told) else ''}"
    return "", ""


def _texts(value: Value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [account["text"] for account in value["accounts"]]
    return []
