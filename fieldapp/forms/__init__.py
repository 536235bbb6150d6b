"""An XLSForm becomes a live form.

The room's face: the types of `face`, `load_definition` (XForm XML in, frozen definition out, every mistake at once)
and `folder_media` (files of one folder, nothing else). `convert` (spreadsheet → XML) is asked for by its own name,
`fieldapp.forms.convert`, because only publishing and tools need it.
Never: Qt, a store, the network; the clock and randomness are passed in.
"""

from fieldapp.forms.definition.form import folder_media, load_definition
from fieldapp.forms.face import (
    BadForm,
    Changes,
    Checked,
    Choice,
    Definition,
    FormError,
    FormPath,
    Instance,
    Key,
    Kind,
    Media,
    Merge,
    NodeState,
    NotWritable,
    Path,
    Problem,
    QuestionInfo,
    QuestionType,
    UnknownPath,
    Violation,
    ViolationKind,
)

__all__ = [
    "BadForm",
    "Changes",
    "Checked",
    "Choice",
    "Definition",
    "FormError",
    "FormPath",
    "Instance",
    "Key",
    "Kind",
    "Media",
    "Merge",
    "NodeState",
    "NotWritable",
    "Path",
    "Problem",
    "QuestionInfo",
    "QuestionType",
    "UnknownPath",
    "Violation",
    "ViolationKind",
    "folder_media",
    "load_definition",
]
