"""XPath as ODK XForms uses it: parsed once, compiled to closures, dependencies known.

`parser` (text → `tree`) → `compiler` with `paths`, `functions/`, `code` (tree → closures) and `context` (what is
read) → evaluated by `instance/`.
Promises: no `eval`, no look-ups at run time that loading could have done; errors name the column; bounded time.
"""
