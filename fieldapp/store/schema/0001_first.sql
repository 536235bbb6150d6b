-- The tables of one user's store on one laptop. Applied once, in one transaction with its version number.
-- Promise: a saved revision cannot be changed or lost by any statement: the database itself refuses.
-- Never here: a cascade from a family to unsent work (unsent work outlives its family), and plain text outside
-- this encrypted file. Source: the store's design (docs), the sync protocol sections 1, 3 to 6.
-- Local times are milliseconds of the wall clock (`…_at_ms`); times inside revisions are protocol strings.

-- Single facts, as JSON: profile, device, counter, prev, contact, place, session, days_of_use … (see meta.py).
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Every family (or the user's own scope) that this laptop holds, and how far its log has been read.
CREATE TABLE scope (
    id TEXT PRIMARY KEY,
    seq INTEGER NOT NULL DEFAULT 0 CHECK (seq >= 0),
    chain TEXT NOT NULL CHECK (length(chain) = 64),
    head INTEGER NOT NULL DEFAULT 0,          -- the service's newest seq, as last told
    more INTEGER NOT NULL DEFAULT 0,          -- the service said there is more to fetch
    state TEXT NOT NULL DEFAULT 'held'        -- held: followed · new: made here, not yet known there · gone: ended there
        CHECK (state IN ('new', 'held', 'gone')),
    gone TEXT,                                -- reassigned, closed or unknown
    diverged INTEGER NOT NULL DEFAULT 0,
    added_at_ms INTEGER NOT NULL DEFAULT 0,
    read_at_ms INTEGER                        -- when the log was last read to its head
) STRICT, WITHOUT ROWID;

-- The record: every signed revision that was made here or received, byte for byte.
CREATE TABLE revision (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,   -- the order of arrival on this laptop
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    doc TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    counter INTEGER,                             -- null on the service's own
    first_parent TEXT,
    canonical BLOB NOT NULL,
    sig TEXT NOT NULL,
    role TEXT CHECK (role IN ('main', 'side')),  -- null until it stands in the pulled log
    seq INTEGER,                                 -- null until it stands in the pulled log
    own INTEGER NOT NULL CHECK (own IN (0, 1)),  -- 1: saved on this laptop by this device
    arrived_at_ms INTEGER NOT NULL,
    filing_group TEXT GENERATED ALWAYS AS (json_extract(CAST(canonical AS TEXT), '$.group')) VIRTUAL,
    deletes INTEGER GENERATED ALWAYS AS (json_extract(CAST(canonical AS TEXT), '$.body') IS NULL) VIRTUAL,
    CHECK ((role IS NULL) = (seq IS NULL))
) STRICT;
CREATE INDEX revision_of_document ON revision (doc, ordinal);
CREATE UNIQUE INDEX revision_in_log ON revision (scope, seq) WHERE seq IS NOT NULL;
CREATE UNIQUE INDEX revision_own_counter ON revision (device, counter) WHERE own = 1;
CREATE INDEX revision_of_device ON revision (device, counter);

CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON revision
WHEN OLD.hash IS NOT NEW.hash OR OLD.canonical IS NOT NEW.canonical OR OLD.sig IS NOT NEW.sig
  OR OLD.doc IS NOT NEW.doc OR OLD.scope IS NOT NEW.scope OR OLD.kind IS NOT NEW.kind
  OR OLD.device IS NOT NEW.device OR OLD.counter IS NOT NEW.counter OR OLD.own IS NOT NEW.own
BEGIN SELECT RAISE(ABORT, 'a saved revision never changes'); END;

-- This device's revisions are numbered 1, 2, 3 … without a hole; `meta` holds the last number given.
CREATE TRIGGER revision_counter_is_dense BEFORE INSERT ON revision
WHEN NEW.own = 1 AND NEW.counter IS NOT (SELECT CAST(value AS INTEGER) + 1 FROM meta WHERE name = 'counter')
BEGIN SELECT RAISE(ABORT, 'the device counter has no holes and no repeats'); END;

-- Saved here and not yet answered for good. A row goes only together with its arrival in `ledger` or `held`.
CREATE TABLE outbox (
    hash TEXT PRIMARY KEY REFERENCES revision (hash),
    doc TEXT NOT NULL,
    scope TEXT NOT NULL,
    counter INTEGER NOT NULL,
    filing_group TEXT,
    saved_at_ms INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    tried_at_ms INTEGER,
    code TEXT,                                   -- of the last retry or refusal
    detail TEXT,
    stuck INTEGER NOT NULL DEFAULT 0,            -- refused: not sent again, others go on
    in_flight INTEGER NOT NULL DEFAULT 0         -- part of the request now under way (cleared at open)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_order ON outbox (counter);
CREATE INDEX outbox_of_document ON outbox (doc);
CREATE INDEX outbox_of_scope ON outbox (scope);

-- In the service's record, kept here until the scope is backed up past it (protocol section 10).
CREATE TABLE ledger (
    hash TEXT PRIMARY KEY REFERENCES revision (hash),
    doc TEXT NOT NULL,
    scope TEXT NOT NULL,
    counter INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'conflict')),
    head TEXT,                                   -- the document's head just after it
    seq INTEGER,                                 -- its own entry in the log
    answered_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_order ON ledger (counter);
CREATE INDEX ledger_of_document ON ledger (doc);

-- Safe on the service but outside the record, with the reason.
CREATE TABLE held (
    hash TEXT PRIMARY KEY REFERENCES revision (hash),
    doc TEXT NOT NULL,
    scope TEXT NOT NULL,
    counter INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT,
    held_at_ms INTEGER NOT NULL,
    settled_at_ms INTEGER                        -- the worker dealt with it (refiled, handed over)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_of_document ON held (doc);

-- An acknowledged save never vanishes: it leaves the outbox only for the ledger or for held.
CREATE TRIGGER outbox_lets_nothing_fall BEFORE DELETE ON outbox
WHEN NOT EXISTS (SELECT 1 FROM ledger WHERE hash = OLD.hash)
 AND NOT EXISTS (SELECT 1 FROM held WHERE hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'unsent work leaves the outbox only with an answer'); END;

CREATE TRIGGER unsent_revision_stays BEFORE DELETE ON revision
WHEN EXISTS (SELECT 1 FROM outbox WHERE hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'an unsent revision is never removed'); END;

-- Per document, the newest head received. Only a pull writes here.
CREATE TABLE shadow (
    doc TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    head TEXT NOT NULL REFERENCES revision (hash),
    state TEXT NOT NULL CHECK (json_valid(state)) -- what merging keeps beside the head (see shadow.py)
) STRICT, WITHOUT ROWID;
CREATE INDEX shadow_of_scope ON shadow (scope);

-- The projection that screens read: shadow merged with this laptop's own unsent revisions. Can always be rebuilt.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    head TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    open TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(open)),
    form TEXT CHECK (form IS NULL OR json_valid(form)),
    author TEXT NOT NULL,
    written_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags)),
    deleted INTEGER NOT NULL DEFAULT 0,
    signed_off INTEGER NOT NULL DEFAULT 0,
    unsent INTEGER NOT NULL DEFAULT 0,
    held TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX document_of_scope ON document (scope, kind);
CREATE INDEX document_of_kind ON document (kind);
CREATE INDEX document_with_questions ON document (id) WHERE open <> '[]';

-- Keystrokes not yet saved as a revision.
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    doc TEXT NOT NULL,                           -- the document it will become, or edits
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    form_id TEXT NOT NULL,
    form_version TEXT NOT NULL,
    form_hash TEXT NOT NULL,
    bases TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(bases)),  -- document -> revision the edit began from
    shown TEXT CHECK (shown IS NULL OR json_valid(shown)),  -- the whole text then on screen; null: a new document
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'discarded', 'finished')),
    place TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(place)),   -- section, question, caret, scroll
    started_at_ms INTEGER NOT NULL,
    saved_at_ms INTEGER NOT NULL,
    discarded_at_ms INTEGER,
    session TEXT NOT NULL,                       -- the unlocked session that last wrote to it
    recovered INTEGER NOT NULL DEFAULT 0         -- the last session ended without locking
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX draft_open_once ON draft (doc) WHERE state = 'open';
CREATE INDEX draft_of_scope ON draft (scope);

-- The keystroke journal: one row for each question touched, and one for each row of a repeat (value: position).
CREATE TABLE draft_key (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT CHECK (value IS NULL OR json_valid(value)),        -- null: emptied
    touched INTEGER NOT NULL DEFAULT 1,          -- 0: filled in by the app (context, earlier answer, fresh row)
    at_ms INTEGER NOT NULL,
    removed_at_ms INTEGER,                       -- the row it stands in was removed; can be put back
    PRIMARY KEY (draft, key)
) STRICT, WITHOUT ROWID;

-- Sealed files (protocol section 9): what is recorded here exists in blobs/ under a random name.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    doc TEXT,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    file TEXT NOT NULL UNIQUE,
    file_key BLOB NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    added_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Published forms by the hash of their XML; `xml` is null while one is known of but not yet here.
CREATE TABLE form (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    rank INTEGER NOT NULL,                       -- order of publishing, newest highest
    xml BLOB,
    listed INTEGER NOT NULL DEFAULT 1            -- 0: named by a revision only
) STRICT, WITHOUT ROWID;

-- Who is who: device keys (to check signatures) and names of users (for screens).
CREATE TABLE known (
    kind TEXT NOT NULL CHECK (kind IN ('device', 'user', 'service_key')),
    id TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    asked_at_ms INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What is searched, already folded (case, accents, ł, ß …): saved documents and open drafts.
CREATE TABLE search_text (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL CHECK (source IN ('document', 'draft')),
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,                         -- what everyone with the family may find
    restricted TEXT NOT NULL DEFAULT ''          -- what visit view must not find
) STRICT;
CREATE UNIQUE INDEX search_text_of ON search_text (source, id);

CREATE VIRTUAL TABLE search USING fts5 (
    words, restricted,
    content = 'search_text', content_rowid = 'ordinal',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- External content: the index must be told the old text before it changes, or it finds ghosts.
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search (rowid, words, restricted) VALUES (NEW.ordinal, NEW.words, NEW.restricted);
END;
CREATE TRIGGER search_text_gone AFTER DELETE ON search_text BEGIN
    INSERT INTO search (search, rowid, words, restricted) VALUES ('delete', OLD.ordinal, OLD.words, OLD.restricted);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
    INSERT INTO search (search, rowid, words, restricted) VALUES ('delete', OLD.ordinal, OLD.words, OLD.restricted);
    INSERT INTO search (rowid, words, restricted) VALUES (NEW.ordinal, NEW.words, NEW.restricted);
END;
