"""One file for each way of asking: a question's type and appearance decide which widget puts it to the person.

Promise: `widget_for` gives a widget for every question a form can show; a type without a file of its own shows itself
(its label, its answer and why it cannot be answered here) instead of vanishing. A test goes through all types of the
form engine and fails for one that nobody thought of. Never here: a live form, saving, when to speak of a mistake.
Source: architecture ("a file per question type"); practice design section 5.0 (widgets degrade).
"""

from fieldapp.ui.questions.registry import FACTORIES, NEVER_ASKED, widget_for

__all__ = ["FACTORIES", "NEVER_ASKED", "widget_for"]
