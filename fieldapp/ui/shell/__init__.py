"""The frame around every page: rail, pages, strip (interface design section 2)."""

from fieldapp.ui.shell.presenter import (
    Counts,
    Person,
    ShellPresenter,
    ShellState,
    Strip,
    StripFacts,
    strip_of,
)
from fieldapp.ui.shell.view import Shell

__all__ = ["Counts", "Person", "Shell", "ShellPresenter", "ShellState", "Strip", "StripFacts", "strip_of"]
