"""Fieldapp: offline-first records for children's social workers.

Two programs share this package: `fieldapp`, the desktop app, and `fieldapp-service`, the central service.
ARCHITECTURE.md is the map; each room's `__init__` is its public face.
"""
