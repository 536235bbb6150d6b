"""The widget kit: what every screen is made of (interface design section 6).

Promise: each widget takes its look from tokens, grows with text, mirrors for right-to-left, can be used with the
keyboard alone and says its name and state to a screen reader. Screens use these and Qt's layouts, nothing else.
Never: a fact of a family, a store, a presenter.
"""

from fieldapp.ui.kit.button import Button, IconButton
from fieldapp.ui.kit.cards import (
    CompareCard,
    Difference,
    GoalColumn,
    MaskedText,
    NumberDisc,
    ProgressBlocks,
    QuoteCard,
    RepeatCard,
    RowCard,
    Step,
)
from fieldapp.ui.kit.choices import Choice, ChoiceList, Radio, Segmented, TagPicker, Tick, draw_mark
from fieldapp.ui.kit.editors import (
    EditorKind,
    KindEditor,
    LinesEditor,
    kind_hint,
    kind_label,
    kind_label_of,
)
from fieldapp.ui.kit.fields import (
    DateField,
    FieldFrame,
    NumberField,
    TextLine,
    TimeField,
    UnitLine,
    read_date,
    read_time,
)
from fieldapp.ui.kit.focus import FocusRing
from fieldapp.ui.kit.genogram import Genogram
from fieldapp.ui.kit.icon import Icon
from fieldapp.ui.kit.layout import (
    Card,
    Flow,
    Hairline,
    Page,
    Panel,
    Reading,
    Scroll,
    column,
    row,
    set_margins,
)
from fieldapp.ui.kit.marks import Avatar, Chip, IconLine, MarkKind, SyncMark
from fieldapp.ui.kit.messages import (
    Banner,
    Dialog,
    EmptyState,
    ErrorSummary,
    ProgressBar,
    ProgressPanel,
    Toast,
    announce,
)
from fieldapp.ui.kit.slices import Slices
from fieldapp.ui.kit.tabs import FilterRow, Section, SectionRail, SiblingTabs, Tab, TabLine, UnderlineTabs
from fieldapp.ui.kit.text import Run, Text
from fieldapp.ui.kit.timeline import Timeline, TimelineRow

__all__ = [
    "Avatar",
    "Banner",
    "Button",
    "Card",
    "Chip",
    "Choice",
    "ChoiceList",
    "CompareCard",
    "DateField",
    "Dialog",
    "Difference",
    "EditorKind",
    "EmptyState",
    "ErrorSummary",
    "FieldFrame",
    "FilterRow",
    "Flow",
    "FocusRing",
    "Genogram",
    "GoalColumn",
    "Hairline",
    "Icon",
    "IconButton",
    "IconLine",
    "KindEditor",
    "LinesEditor",
    "MarkKind",
    "MaskedText",
    "NumberDisc",
    "NumberField",
    "Page",
    "Panel",
    "ProgressBar",
    "ProgressBlocks",
    "ProgressPanel",
    "QuoteCard",
    "Radio",
    "Reading",
    "RepeatCard",
    "RowCard",
    "Run",
    "Scroll",
    "Section",
    "SectionRail",
    "Segmented",
    "SiblingTabs",
    "Slices",
    "Step",
    "SyncMark",
    "Tab",
    "TabLine",
    "TagPicker",
    "Text",
    "TextLine",
    "Tick",
    "TimeField",
    "Timeline",
    "TimelineRow",
    "Toast",
    "UnderlineTabs",
    "UnitLine",
    "announce",
    "column",
    "draw_mark",
    "kind_hint",
    "kind_label",
    "kind_label_of",
    "read_date",
    "read_time",
    "row",
    "set_margins",
]
