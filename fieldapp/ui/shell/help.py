"""Help for where one is: the keys, in the words of what they do. Opened by F1 on any page.

Promise: every key that works everywhere is here, and none that does not work; Esc takes it away.
Source: interface design section 3.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from fieldapp.ui import theme
from fieldapp.ui.kit import Dialog, Text
from fieldapp.ui.words import Words

say = Words("Help")


def keys(*, manager: bool) -> list[tuple[str, str]]:
    """What each key does, in the order they are learnt."""
    found = [
        ("Tab", say("next thing on the page")),
        ("F6", say("next part: pages, heading, page, strip")),
        ("Ctrl+Enter", say("what the filled button does")),
        ("PgDn, PgUp", say("read on in a long page, and back")),
        ("Ctrl+N", say("new note")),
        ("Ctrl+K", say("find")),
        ("Ctrl+1 … 7", say("Today, Families, Drafts, Decisions, Waiting, Search, On this laptop")),
        ("Alt+←", say("back")),
        ("F9", say("hide the screen")),
        ("Ctrl+L", say("lock")),
        ("Esc", say("close what is on top; nothing typed is lost")),
        ("Ctrl+S", say("in a note: say again that it is saved")),
        ("Ctrl+J", say("in a note: jot pad")),
        ("Ctrl+R", say("in a note: restrict this answer")),
        ("Ctrl+PgDn", say("in a note: next section")),
        ("Ctrl+Tab", say("in a note: next child")),
    ]
    if manager:
        found.insert(6, ("Ctrl+8", say("Sign-off")))
    return found


def help_dialog(host: QWidget, manager: bool) -> Dialog:
    """Show it over the page."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.current().space(4))
    grid.setVerticalSpacing(theme.current().space(1))
    for number, (key, words) in enumerate(keys(manager=manager)):
        grid.addWidget(Text(key, "label", "ink.strong", wrap=False), number, 0)
        grid.addWidget(Text(words, "body"), number, 1)
    grid.setColumnStretch(1, 1)
    return Dialog(
        host,
        say("Keys"),
        table,
        [("close", say("Close"), "plain")],
        safe="close",
        icon="circle-question-mark",
    )
