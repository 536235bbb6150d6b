"""Forms made to hurt, by name: each writes its files into a folder and gives the one to open."""

import io
import zipfile

HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model>'
)


def xform(instance, binds="", body="", more=""):
    """A plain XForm."""
    return (
        f'{HEAD}<instance><data id="t" version="1">{instance}</data></instance>{more}{binds}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    )


def survey(*rows, columns="type | name | label | calculation", lists=""):
    """A sheet as Markdown."""
    count = columns.count("|") + 2
    head = f"| survey {'| ' * count}|\n| | {columns} |\n"
    return head + "".join(f"| | {row} |\n" for row in rows) + lists


def calculation(expression):
    """One calculation beside one question."""
    return survey("text | a | A | ", f"calculate | b | | {expression}")


def workbook(parts):
    """A zip file with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def doubled_cells(count):
    """Each calculation says the one before twice."""
    rows = ["text | a0 | A | "]
    rows += [f"calculate | a{n} | | concat(${{a{n - 1}}}, ${{a{n - 1}}}, 'x')" for n in range(1, count)]
    return survey(*rows)


ENTITIES = '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "lol">{}]>{}'.format(
    "".join(f'<!ENTITY a{n} "{("&a" + (str(n - 1) if n else "") + ";") * 10}">' for n in range(10)),
    xform("<a>&a9;</a>"),
)
EXTERNAL = '<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + xform("<a>&a;</a>")
ROWS_IN_ROWS = survey(
    "begin_repeat | r1 | R | 1000",
    "begin_repeat | r2 | R | 1000",
    "begin_repeat | r3 | R | 1000",
    "text | q | Q | ",
    "end_repeat | | | ",
    "end_repeat | | | ",
    "end_repeat | | | ",
    columns="type | name | label | repeat_count",
)
EACH_LOOKS_AT_EACH = survey(
    "begin_repeat | r | R | 1500 | ",
    "text | q | Q | | ",
    "calculate | c | | | count(/data/r[q != current()/../q and count(/data/r[q = '1']) > 0])",
    "end_repeat | | | | ",
    columns="type | name | label | repeat_count | calculation",
)
NODES = 29_000


def names(count):
    """So many elements of the instance."""
    return "".join(f"<a{n}/>" for n in range(count))


SHEETS_OF_ZEROS = {"xl/worksheets/sheet1.xml": b"0" * (80 * 1024 * 1024)}


def sheet_xml(rows):
    """A worksheet of a workbook."""
    cells = [
        f'<row r="{n}">'
        + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        + "</row>"
        for n, texts in enumerate(rows, 1)
    ]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}</sheetData></worksheet>'


WIDE_SHEET = sheet_xml([[f"x{n}" for _ in range(20)] for n in range(30_000)])
LONG_SHEET = sheet_xml(
    [
        ["type", "name", "label", *[f"c{m}" for m in range(17)]],
        *(["text", f"q{n}", "Q", *[f"x{m}" for m in range(17)]] for n in range(3_100)),
    ]
)
BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="survey"'
    ' sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
FROM_FILE = survey("select_one_from_file list.csv | a | A | ")
EXPLODES = ("^(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "^.*.*.*.*.*=.*$", "([0-9]{1,50}){1,20}x")

CASES = {
    "entity bomb": {"f.xml": ENTITIES},
    "external entity": {"f.xml": EXTERNAL},
    "bomb in utf-16": {"f.xml": ENTITIES.encode("utf-16")},
    "nested elements": {"f.xml": "<a>" * 100_000 + "</a>" * 100_000},
    "nested groups": {
        "f.md": survey(
            *[f"begin_group | g{n} | G | " for n in range(300)],
            "text | a | A | ",
            *["end_group | | | "] * 300,
        )
    },
    "document of far too many elements": {"f.xml": lambda: xform("<a/>" * 3_900_000)},
    "document of too many elements": {"f.xml": lambda: xform("<a/>" * 1_900_000)},
    "document of too many names": {"f.xml": lambda: xform(names(190_000))},
    "document of as many names as are taken": {"f.xml": lambda: xform(names(NODES))},
    "document of as many questions as are taken": {
        "f.xml": lambda: xform(
            names(NODES),
            "".join(f'<bind nodeset="/data/a{n}" type="string"/>' for n in range(NODES)),
            "".join(f'<input ref="/data/a{n}"><label>q</label></input>' for n in range(NODES)),
        )
    },
    "document of as many choices as are taken": {
        "f.xml": xform(
            "<a/>",
            body="<select1 ref='/data/a'><itemset nodeset=\"instance('l')/root/item\"><value ref='name'/>"
            "<label ref='label'/></itemset></select1>",
            more="<instance id='l'><root>"
            + "<item><name>n</name><label>l</label></item>" * 66_000
            + "</root></instance>",
        )
    },
    "document of much text": {"f.xml": lambda: xform("<a>" + "x" * 8_300_000 + "</a>")},
    "workbook of zeros": {"f.xlsx": lambda: workbook(SHEETS_OF_ZEROS)},
    "workbook of parts": {"f.xlsx": lambda: workbook({f"xl/{n}.xml": b"<a/>" for n in range(3_000)})},
    "workbook with entities": {"f.xlsx": lambda: workbook({"xl/workbook.xml": ENTITIES.encode()})},
    "workbook that is wide and long": {
        "f.xlsx": lambda: workbook({**BOOK, "xl/worksheets/sheet1.xml": WIDE_SHEET})
    },
    "workbook as long as is taken": {
        "f.xlsx": lambda: workbook({**BOOK, "xl/worksheets/sheet1.xml": LONG_SHEET})
    },
    "sheet of far too many rows": {"f.md": survey(*[f"text | q{n} | Q | " for n in range(100_000)])},
    "sheet of as many rows as are taken": {"f.md": survey(*[f"text | q{n} | Q | " for n in range(9_900)])},
    "sheet of as many choices as are taken": {
        "f.md": survey(
            "select_one l | q | Q | ",
            lists="| choices | | | |\n| | list_name | name | label |\n"
            + "".join(f"| | l | n{n} | L{n} |\n" for n in range(19_900)),
        )
    },
    "names that lead out": {
        "f.xml": xform("<a/>", more='<instance id="l" src="jr://file-csv/..%2F..%2Fetc%2Fhostname"/>')
    },
    "table of far too many cells": {"f.md": FROM_FILE, "list.csv": "name,label\n" + "a,b\n" * 499_000},
    "table of as many cells as are taken": {
        "f.md": FROM_FILE,
        "list.csv": "name,label\n" + "".join(f"a{n},b{n}\n" for n in range(59_000)),
    },
    "table of one long line": {"f.md": FROM_FILE, "list.csv": "name,label\na," + "b" * 8_300_000},
    "table of a million columns": {
        "f.md": FROM_FILE,
        "list.csv": ",".join(f"c{n}" for n in range(900_000)) + "\n",
    },
    "table-like instance of many elements": {
        "f.xml": xform("<a/>", more='<instance id="l" src="jr://file/l.xml"/>'),
        "l.xml": "<root>" + "<i><n/></i>" * 700_000 + "</root>",
    },
    "table-like instance of as many elements as are taken": {
        "f.xml": xform("<a/>", more='<instance id="l" src="jr://file/l.xml"/>'),
        "l.xml": "<root>" + "<i><n>x</n></i>" * 99_000 + "</root>",
    },
    **{
        f"ten thousand terms of {name}": {"f.md": calculation(expression)}
        for name, expression in {
            "plus": " + ".join(["1"] * 10_000),
            "or": " or ".join(["${a} = 'x'"] * 10_000),
            "brackets": "(" * 10_000 + "1" + ")" * 10_000,
            "not": "not(" * 10_000 + "1" + ")" * 10_000,
            "minus": "-" * 10_000 + "1",
            "predicates": "/data/a" + "[1]" * 10_000,
            "arguments": "concat(" + ",".join(["'x'"] * 10_000) + ")",
            "steps": "/data" + "/.." * 10_000,
            "if": "if(1, 2, " * 10_000 + "3" + ")" * 10_000,
            "union": " | ".join(["/data/a"] * 10_000).replace("|", "\\|"),
            "digits": "1" * 100_000,
        }.items()
    },
    "cycle": {"f.md": survey("calculate | a | | ${b} + 1", "calculate | b | | ${a} + 1")},
    "cycle of ten thousand": {
        "f.xml": xform(
            "".join(f"<a{n}/>" for n in range(10_000)),
            "".join(
                f'<bind nodeset="/data/a{n}" calculate="/data/a{(n + 1) % 10_000} + 1"/>'
                for n in range(10_000)
            ),
        )
    },
    "chain of ten thousand": {
        "f.xml": xform(
            "".join(f"<a{n}/>" for n in range(10_000)),
            "".join(f'<bind nodeset="/data/a{n}" calculate="/data/a{n + 1} + 1"/>' for n in range(9_999)),
        )
    },
    "all depend on all": {
        "f.xml": xform(
            "".join(f"<a{n}/>" for n in range(2_000)),
            "".join(f'<bind nodeset="/data/a{n}" calculate="count(/data/*) + {n}"/>' for n in range(2_000)),
        )
    },
    "patterns that explode": {
        "f.md": survey(
            "text | a | A | ",
            *[
                f"calculate | b{n} | | regex(${{a}}, '{one.replace('|', chr(92) + '|')}')"
                for n, one in enumerate(EXPLODES)
            ],
        )
    },
    "rows in rows in rows": {"f.md": ROWS_IN_ROWS},
    "a thousand million rows": {
        "f.md": survey(
            "begin_repeat | r | R | 1000000000",
            "text | q | Q | ",
            "end_repeat | | | ",
            columns="type | name | label | repeat_count",
        )
    },
    "rows that look at each other": {"f.md": EACH_LOOKS_AT_EACH},
    "text that doubles": {"f.md": doubled_cells(60)},
    "triggers for ever": {
        "f.md": survey(
            "text | a | A | ${b} | concat(${b}, ${b}, 'x')",
            "text | b | B | ${a} | concat(${a}, ${a}, 'y')",
            columns="type | name | label | trigger | calculation",
        )
    },
    "labels in labels": {
        "f.md": survey(
            "text | a0 | A | ",
            *[f"note | n{n} | {'${a0} ' * 400} | " for n in range(60)],
        )
    },
    "texts in many languages": {
        "f.xml": xform(
            "<a/>",
            more="<itext>"
            + "".join(
                f'<translation lang="l{n}">'
                + "".join(f'<text id="t{m}"><value>x</value></text>' for m in range(100))
                + "</translation>"
                for n in range(1_000)
            )
            + "</itext>",
        )
    },
}


def write(name, folder):
    """Write a case's files; the path of the form."""
    for file, content in CASES[name].items():
        made = content() if callable(content) else content
        (folder / file).write_bytes(made if isinstance(made, bytes) else made.encode())
    return folder / next(iter(CASES[name]))
