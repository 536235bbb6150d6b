"""A file for each type of value: how what is entered or calculated is made to fit.

Promise: `fitting(type)` gives the function that turns any text into the type's own form, or "" where it cannot be
one; it is applied to answers, defaults, calculations and actions alike. Choices are fitted in `choices`, since
what fits depends on the choices at that moment.
Never here: constraints (the form's own, in expressions), showing values.
Sources: the trace command's "Values"; ODK XForms specification, "Data types".
"""

from __future__ import annotations

from collections.abc import Callable

from fieldapp.forms.values import (
    acknowledge,
    date,
    date_time,
    decimal,
    geopoint,
    geoshape,
    geotrace,
    integer,
    text,
    time,
)

Fit = Callable[[str], str]

BIND_TYPES: dict[str, Fit] = {
    "string": text.fit,
    "int": integer.fit,
    "integer": integer.fit,
    "decimal": decimal.fit,
    "date": date.fit,
    "time": time.fit,
    "dateTime": date_time.fit,
    "boolean": text.fit,
    "barcode": text.fit,
    "binary": text.fit,
    "intent": text.fit,
    "select": text.fit,
    "select1": text.fit,
    "rank": text.fit,
    "odk:rank": text.fit,
    "geopoint": geopoint.fit,
    "geotrace": geotrace.fit,
    "geoshape": geoshape.fit,
    "anyURI": text.fit,
    "base64Binary": text.fit,
    "long": integer.fit,
    "short": integer.fit,
    "byte": integer.fit,
    "double": decimal.fit,
    "float": decimal.fit,
}
"""Bind types (without the prefix of XML Schema) and how they fit. Another type is refused at load."""


def fitting(bind_type: str, control: str) -> Fit:
    """The fitting function of a bind's type under a body control."""
    if control == "trigger":
        return acknowledge.fit
    return BIND_TYPES[bind_type]


__all__ = ["BIND_TYPES", "Fit", "fitting"]
