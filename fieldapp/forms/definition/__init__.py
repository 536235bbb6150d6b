"""A form as written: read once from XForm XML, frozen, shared by every instance and thread.

`reading` (XML within caps) → `model` (nodes, scopes, plain data) → `binds`, `body`, `itext`, `sources` (what is
written about them) → `building` (expressions compiled, every mistake collected) → `graph` (who reads whom, the
order of evaluation, cycles refused) → `form` (the face's `Definition`).
Never here: an answer.
"""
