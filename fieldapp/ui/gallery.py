"""Pictures of the kit, to be looked at beside the design: `python -m fieldapp.ui.gallery OUT`.

Promise: one page of widgets in their states, in both contrasts, at 100 % and 200 % text and mirrored; written as PNG
into OUT. The words shown are examples from the design; nobody's record is opened.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from fieldapp.ui import kit, theme


def kit_page() -> QWidget:
    """The page of states."""
    note = lambda words: kit.Text(words, "label", "ink.soft")  # noqa: E731
    opening = kit.Button("Unlock", "primary")
    opening.set_busy("Opening")
    not_now = kit.Button("Not now")
    not_now.setEnabled(False)
    first = kit.Flow(
        kit.Button("Save decision", "primary", icon="check"), opening, not_now, kit.Button("Open file"), gap=2
    )
    second = kit.Flow(
        kit.Button("Plan on one page", "quiet"),
        kit.Button("Stop carrying", "danger"),
        kit.Button("Print", icon="printer"),
        gap=2,
    )
    where = kit.FieldFrame("Where did you meet?", kit.TextLine(placeholder="For example, the kitchen"))
    length = kit.FieldFrame("For how long?", kit.NumberField("twenty", unit="minutes"))
    length.set_trouble("Enter minutes as a number, like 20")
    school_line = kit.TextLine("Marchwen Primary")
    school_line.setReadOnly(True)
    school = kit.FieldFrame("School", school_line, hint="From the family file. Last changed 3 March")
    day = kit.FieldFrame("Date of the visit", kit.DateField("2026-03-12", today=date(2026, 3, 12)))
    kinds = QHBoxLayout()
    for kind, words in (
        ("words", "“I keep the torch by my bed.”"),
        ("saw", "He showed me the torch."),
        ("think", "He keeps watch at night."),
    ):
        editor = kit.KindEditor(kind, words, lines_min=2)  # type: ignore[arg-type]
        kinds.addWidget(kit.FieldFrame(kit.kind_label(kind), editor), 1)  # type: ignore[arg-type]
    seen = kit.Segmented(
        [kit.Choice("alone", "Yes, alone"), kit.Choice("with", "With someone"), kit.Choice("no", "Not seen")],
        "alone",
    )
    marks = kit.Flow(gap=4)
    for words, on, many in (
        ("Chosen", True, False),
        ("Not chosen", False, False),
        ("Ticked", True, True),
        ("Not ticked", False, True),
    ):
        mark = kit.Tick(words) if many else kit.Radio(words)
        mark.setAutoExclusive(False)
        mark.setChecked(on)
        marks.addWidget(mark)
    tags = kit.TagPicker([kit.Choice("a", "Ania"), kit.Choice("g", "Gareth"), kit.Choice("m", "Mair")], ["a"])
    chips = kit.Flow(
        kit.Chip("Statutory visit"),
        kit.Chip("Due tomorrow", "decision"),
        kit.Chip("Held", "held"),
        kit.Chip("Restricted", "restricted"),
        kit.Chip("Sent", "sent"),
        gap=2,
    )
    left = kit.column(
        kit.Text("Widget kit: states", "h2", "ink.strong"),
        note("Button: primary, plain, quiet, outline for stopping"),
        first,
        second,
        note("FieldFrame: empty, needs another look, read only, a day"),
        where,
        length,
        school,
        day,
        note("KindEditor: three kinds that never merge"),
        kinds,
        note("Segmented, radio, tick, tags"),
        seen,
        marks,
        tags,
        note("MaskedText"),
        kit.MaskedText("Address hidden. Hold to show", "2 Sallow Cottages"),
        note("Chip"),
        chips,
        None,
        gap=2,
    )
    sync = kit.column(
        kit.SyncMark("saved", "Draft, saved on this laptop 14:32"),
        kit.Flow(
            kit.SyncMark("saved", "Saved on this laptop"),
            kit.SyncMark("sending", "Sending"),
            kit.SyncMark("sent", "Sent"),
            gap=5,
        ),
        kit.Flow(
            kit.SyncMark("decision", "Needs your decision"),
            kit.SyncMark("held", "Held"),
            kit.SyncMark("restricted", "Restricted"),
            gap=5,
        ),
        gap=1,
    )
    progress = kit.ProgressPanel()
    progress.show_progress("Sending picture 2 of 5", 12, 34, amount="1.2 of 3.4 MB")
    tabs = kit.SiblingTabs(
        [
            kit.Tab("", "All three", "Said once, filed for each"),
            kit.Tab("m", "Maja", "Finished"),
            kit.Tab("r", "Rowan", "3 of 5 answered"),
        ],
        "r",
    )
    rail = kit.SectionRail(
        [
            kit.Section("a", "Visit details", "done"),
            kit.Section("b", "Seeing each child", "here"),
            kit.Section("c", "Home and daily life"),
            kit.Section("d", "What we agreed", "missing", "1 answer missing"),
        ]
    )
    card = kit.RepeatCard("Mair Price")
    card.body().addWidget(kit.FieldFrame("Who", kit.TextLine("Mair Price")))
    gone = kit.RepeatCard("Gareth")
    gone.set_removed(True)
    summary = kit.ErrorSummary()
    summary.show_troubles("One answer needs another look", [("x", "For how long?")])
    compare = kit.CompareCard(
        "SO",
        "Sam Oduya",
        "From his laptop, Tue 10 March 17:40",
        [kit.Difference("High", "changed")],
        "Use Sam’s answer",
        detail="“School rang.”",
    )
    compare.set_chosen(True)
    right = kit.column(
        note("SyncMark: shape and word change together"),
        sync,
        note("Banner: save trouble, decision, information"),
        kit.Banner("trouble", "Not saved yet. Trying again. Keep this window open."),
        kit.Banner(
            "decision",
            [kit.Run("Until you decide, everyone sees "), kit.Run("High", "bodyStrong")],
            action="Decide",
        ),
        kit.Banner("info", "We kept everything up to 14:32:07."),
        note("ProgressPanel row"),
        progress,
        note("QuoteCard"),
        kit.QuoteCard(
            "I want a door that shuts.",
            "Rowan, 5 March. Linked to goal 2.",
            follow_up="Tell him what happened: due tomorrow",
            boxed=True,
        ),
        note("EmptyState"),
        kit.EmptyState("inbox", "Nothing is waiting. Everything you finished has been sent."),
        tabs,
        kit.TabLine(tabs),
        rail,
        card,
        gone,
        summary,
        compare,
        kit.ProgressBlocks(2, "Some change"),
        None,
        gap=2,
    )
    both = kit.row(left, right, gap="gutter", margins=6)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    return kit.Panel(both, ground="bg.surface")


def main(arguments: list[str]) -> int:
    """Draw every look into the folder named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    plain = theme.Theme()
    looks = {
        "kit-light": (plain, 1280),
        "kit-high-contrast": (replace(plain, contrast="highContrast"), 1280),
        "kit-200": (replace(plain, step=2.0), 1700),
        "kit-mirrored": (plain, 1280),
    }
    for name, (look, wide) in looks.items():
        theme.use(look, app)  # type: ignore[arg-type]
        mirrored = name.endswith("mirrored")
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)  # type: ignore[attr-defined]
        page = kit_page()
        page.resize(wide, page.heightForWidth(wide))
        page.show()
        app.processEvents()
        page.resize(wide, page.heightForWidth(wide))
        app.processEvents()
        page.grab().save(str(out / f"{name}.png"))
        page.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
