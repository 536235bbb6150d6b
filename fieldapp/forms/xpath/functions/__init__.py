"""The functions an expression can call: one table, a file for each family.

Promise: a function is here with its arguments and result, or the form that calls it is refused. `docs/forms-functions.md`
is generated from this table.
Sources: XPath 1.0 section 4; XForms 1.1 section 7; ODK XForms specification, "XPath functions". Where ODK's own
clients differ among themselves the behaviour follows the trace command's rules, then ODK Web Forms.
"""

from fieldapp.forms.xpath.functions import choices, dates, logic, nodes, numeric, places, texts
from fieldapp.forms.xpath.functions.table import FUNCTIONS, Function, call

_FAMILIES = (logic, texts, numeric, dates, nodes, choices, places)

__all__ = ["FUNCTIONS", "Function", "call"]
