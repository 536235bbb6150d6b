"""The cover: one key, and the whole screen is hills and the time (interface design 4.16)."""

from fieldapp.ui.cover.presenter import CoverPresenter, CoverState
from fieldapp.ui.cover.view import CoverWindow

__all__ = ["CoverPresenter", "CoverState", "CoverWindow"]
