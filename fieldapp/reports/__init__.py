"""A record as pages.

Promise: handed values, gives pages; whatever must not be read by this reader is not in them, nor what a child did not
say for this reader to know (`sharing`), and the person who prints is told how many answers were left out, never which. All of it works without a network.
Never here: reading the store, choosing who may print, printers. reportlab writes no tags for screen readers
(seen with 5.1.0), so `html.render` gives the same sheet as an accessible page.
Source: practice design section 6 (what each printout holds and leaves out).
"""

from fieldapp.reports.reading import NothingToPrint
from fieldapp.reports.sheets import assessment_for_parents, childs_copy, copy_to_share, visit_note
from fieldapp.reports.values import Entry, Made, Section, Sheet

__all__ = [
    "Entry",
    "Made",
    "NothingToPrint",
    "Section",
    "Sheet",
    "assessment_for_parents",
    "childs_copy",
    "copy_to_share",
    "visit_note",
]
