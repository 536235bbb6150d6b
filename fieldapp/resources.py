"""Where the files that both programs carry with them are: fonts, icons, tokens, holidays, policy, translations, forms.

Promise: one place knows the layout of a checkout and of a frozen bundle; everybody else asks for a name.
Never here: reading a file's meaning.
"""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[1]


def resource(*names: str) -> Path:
    """The path of `resources/NAME/...`. It is not checked to exist."""
    return _root().joinpath("resources", *names)


def form_library() -> Path:
    """The folder of the XLSForms that come with Fieldapp."""
    return _root() / "forms"
