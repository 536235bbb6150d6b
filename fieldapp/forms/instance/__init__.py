"""A form as being filled in: live, one thread, always settled.

`rows` (where answers are) · `settling` (what follows from a change) · `live` (the face's `Instance`) ·
`submission` (as XML).
Promises: a call returns when every consequence is there; each computation that a change can reach is done once, in
the order of the definition's graph; nothing else is done. Labels and choices are put together when looked at.
Never here: XML of forms, expressions' text, screens, storage.
"""
