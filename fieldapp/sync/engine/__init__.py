"""The engine of sync, without I/O: `machine` decides, `values` is its vocabulary, the others are its parts.

Promise: everything in this folder sees `fieldapp.protocol` and `fieldapp.ports` and nothing else of the house, so a
whole history of laptops, service and bad links can be played through it in a test.
Never here: sockets, files, threads, clocks; those stand beside this folder (`transport`, `errands`, `loop`).
"""

from fieldapp.sync.engine.machine import Engine

__all__ = ["Engine"]
