"""SQLCipher, keys, drafts, outbox, search, attachments: the one keeper of this laptop's data.

Promise: nothing saved is lost, nothing is ever in plain text on the disk, and a store that does not open is never
replaced by an empty one. Never here: the network, Qt, what a conflict means to people.
"""

from .bus import Bus
from .errors import StoreError
from .people import Device, KnownDevice, KnownUser
from .store import Store

__all__ = ["Bus", "Device", "KnownDevice", "KnownUser", "Store", "StoreError"]
