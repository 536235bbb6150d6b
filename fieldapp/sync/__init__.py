"""Sync gets this laptop's work there and the family's news back; it never decides what a conflict means.

What other rooms use: `loop.SyncLoop` over a `transport.HttpWire` (whose `Link` can be cut), `enrolment.enrol`, and the
four facts below, which the loop announces on the store's bus. How it decides stands in `engine/`. Only the facts are
imported here: a window that merely listens need not wait for the wire.
"""

from fieldapp.sync.engine.values import ConnectionChanged, SyncFinished, SyncProgress, SyncStarted

__all__ = ["ConnectionChanged", "SyncFinished", "SyncProgress", "SyncStarted"]
