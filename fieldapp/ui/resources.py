"""Where the files that travel with the programs are found.

Promise: `resource("fonts")` is the same folder in a checkout and in a bundle; nothing is looked for elsewhere, so a
developer's own fonts or icons never leak into a picture.
Never: reading, caching or choosing; that is `theme` and `kit`.
"""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of one file or folder of `resources/`."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)
