"""`python tests/forms/functions_page.py` writes docs/forms-functions.md: function, support, test.

It is made from the engine's own table and from the examples the tests run, so it cannot say what is not so.
"""

from pathlib import Path

from function_examples import EXAMPLES, REFUSED

from fieldapp.forms.xpath.functions import FUNCTIONS
from fieldapp.forms.xpath.functions.table import signature

PAGE = Path(__file__).resolve().parents[2] / "docs" / "forms-functions.md"
RESULTS = {"t": "text", "n": "number", "b": "yes or no", "m": "date", "N": "nodes", "a": "either"}


def _cell(text):
    return text.replace("|", "\\|")


def page():
    """The page."""
    lines = [
        "# Functions in forms",
        "",
        "What an expression of a form (`calculation`, `relevant`, `constraint`, `required`, `choice_filter` …) can call.",
        "Made by `python tests/forms/functions_page.py` from the engine's table and the examples its tests run",
        "(`tests/forms/function_examples.py`, test `test_functions.py`). A function that is not here is refused when the",
        "form is checked or published, with its column. `?` marks what may be left out, `…` what may be repeated.",
        "",
        "| function | gives | what | supported | tested by |",
        "|---|---|---|---|---|",
    ]
    for name in sorted(FUNCTIONS):
        function = FUNCTIONS[name]
        examples = "<br>".join(
            f"`{_cell(expression)}` → `{_cell(result)}`" if result else f"`{_cell(expression)}` → (empty)"
            for called, expression, result in EXAMPLES
            if called == name
        )
        lines.append(
            f"| `{name}({signature(function)})` | {RESULTS[function.gives]} | {_cell(function.what)} | yes | {examples} |"
        )
    for source, names in REFUSED.items():
        for name in sorted(names):
            lines.append(
                f"| `{name}` | | from {source} | no: refused by name | `test_a_function_nobody_supports…` |"
            )
    lines += [
        "",
        "## How values meet",
        "",
        "- Not a number is written as the empty text, everywhere.",
        "- Texts compare with `<` and `>` as numbers or dates; `=` compares as numbers if one side is one.",
        "- A date alone counts whole days since 1970-01-01, whatever the clocks did; a moment counts days and parts of",
        "  them since 1970-01-01T00:00Z. `decimal-date-time()` counts moments always. A date compared with a",
        "  moment, or taken from one, is the midnight it begins with here.",
        "- Nodes that are not relevant are empty for every expression, and are still counted.",
        "- `sum()` of no rows, or of rows with an empty answer, is not a number: write `coalesce(sum(…), 0)`.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
