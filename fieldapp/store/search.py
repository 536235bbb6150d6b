"""Search: what was written, found by any of its words, in the same transaction as what it indexes.

Promise: saved notes, unsent ones and open drafts are all found; case, accents and strokes (Łódź, Weiß, Siân, ŷ) do not
matter; the last word may be unfinished; restricted answers stand apart so that visit view never finds them. Never
here: ranking by importance of people, plain text outside the encrypted file.
Source: SQLite FTS5, external content tables; the store's design. FTS5's unicode61 folds ŷ, ö, é but not Ł or ß (seen
with SQLite 3.53), so folding happens here, for the index and for the query alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.forms import Definition
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Document, Value

from .database import Connection
from .shelf import FormsHere

STROKES = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ŋ": "n",
        "ĸ": "k",
        "ß": "ss",
        "’": "'",
    }
)
"""Letters that Unicode does not take apart into a letter and a mark."""
_WORD = re.compile(r"\w+")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
HITS_MAX = 50
TERMS_MAX = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One document or draft that holds all words asked for."""

    source: str
    """document or draft."""
    id: str
    scope: str
    kind: str


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, no strokes."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(STROKES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(STROKES)


def terms(asked: str) -> list[str]:
    """The words of a query, folded."""
    return _WORD.findall(fold(asked))[:TERMS_MAX]


def find(
    connection: Connection,
    asked: str,
    *,
    scope: str | None = None,
    kinds: Iterable[str] | None = None,
    visit_view: bool = False,
    limit: int = HITS_MAX,
) -> list[Hit]:
    """What holds every word of `asked` (the last one as a beginning), newest first."""
    words = terms(asked)
    if not words:
        return []
    matched = " ".join(f'"{word}"' for word in words) + " *"
    if visit_view:
        matched = f"{{words}} : ({matched})"
    narrowed, values = "", list[Any]()
    if scope is not None:
        narrowed += " AND t.scope = ?"
        values.append(scope)
    if kinds is not None:
        wanted = sorted(set(kinds))
        narrowed += f" AND t.kind IN ({', '.join('?' * len(wanted))})"
        values += wanted
    rows = connection.execute(
        "SELECT t.source, t.id, t.scope, t.kind FROM search s"  # noqa: S608 - fixed texts
        f" JOIN search_text t ON t.ordinal = s.rowid WHERE search MATCH ?{narrowed} ORDER BY s.rowid DESC LIMIT ?",
        (matched, *values, limit),
    )
    return [Hit(*row) for row in rows]


def index_document(connection: Connection, forms: FormsHere, it: Document) -> None:
    """Make a document findable by what it says now; a deleted one is no longer found."""
    if it.deleted:
        forget(connection, "document", it.id)
        return
    form = None if it.form is None else {"hash": it.form.hash}
    words, restricted = _split(it.body, forms.definition(form))
    put(connection, "document", it.id, it.scope, it.kind, words, restricted)


def index_draft(
    connection: Connection,
    id: str,
    scope: str,
    kind: str,
    answers: Mapping[str, Value],
    definition: Definition | None,
) -> None:
    """Make an open draft findable by what is in it."""
    words, restricted = _split(answers, definition)
    put(connection, "draft", id, scope, kind, words, restricted)


def put(
    connection: Connection, source: str, id: str, scope: str, kind: str, words: str, restricted: str
) -> None:
    """Write the search text; a changed one moves to the front, since newest is shown first."""
    there = connection.execute(
        "SELECT words, restricted FROM search_text WHERE source = ? AND id = ?", (source, id)
    ).fetchone()
    if there == (words, restricted):
        return
    if there is not None:
        forget(connection, source, id)
    connection.execute(
        "INSERT INTO search_text (source, id, scope, kind, words, restricted) VALUES (?, ?, ?, ?, ?, ?)",
        (source, id, scope, kind, words, restricted),
    )


def forget(connection: Connection, source: str, id: str) -> None:
    """It is no longer found."""
    connection.execute("DELETE FROM search_text WHERE source = ? AND id = ?", (source, id))


def _split(body: Mapping[str, Value], definition: Definition | None) -> tuple[str, str]:
    """The folded words of a body: those anyone with the family may find, and the restricted ones."""
    marked = {
        value
        for key, value in body.items()
        if key.startswith("meta/restricted[") and key.endswith("/key") and isinstance(value, str)
    }
    words: list[str] = []
    restricted: list[str] = []
    known = set(definition.paths()) if definition is not None else set()
    for key, value in body.items():
        if key.startswith("meta/") and not key.endswith(("/text", "/why")):
            continue
        path = form_path(key)
        info = definition.question(path) if definition is not None and path in known else None
        told = list(_told(value, {c.name: c.label or c.name for c in (info.choices or ())} if info else {}))
        hidden = key in marked or (info is not None and info.sees == "restricted")
        (restricted if hidden else words).extend(told)
    return "\n".join(map(fold, words)), "\n".join(map(fold, restricted))


def _told(value: Value, labels: Mapping[str, str]) -> Iterable[str]:
    """What of one answer a person might look for: texts, and the labels of choices rather than their codes."""
    if isinstance(value, str):
        if _ID.fullmatch(value) is None:
            yield labels.get(value, value)
    elif isinstance(value, list):
        yield from (labels.get(name, name) for name in value)
    elif isinstance(value, dict):
        yield from (account["text"] for account in value["accounts"])
