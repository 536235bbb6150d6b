"""A small invented family for tests of the rules: documents made through the real forms, a line each."""

from dataclasses import replace
from datetime import date, datetime

from fieldapp.demo.families.shape import flat, ident
from fieldapp.records.document import Document, FormReference
from fieldapp.records.fields import Reader
from fieldapp.records.files import FamilyFile, open_file
from fieldapp.records.filing import split

BEGUN = datetime(2026, 1, 1, 9, 0)


class Scene:
    """Documents of one family. `write` files a form; `file` opens what there is."""

    def __init__(self, definitions):
        self.definitions = definitions
        self.documents: list[Document] = []
        self.id = ident("the family", BEGUN)

    def name(self, thing: str) -> str:
        return ident(thing, BEGUN)

    def write(self, form: str, thing: str, tree: dict, **about) -> list[Document]:
        definition = self.definitions[form]
        body = flat(tree, thing, BEGUN) | about.pop("meta", {})
        root = self.id if form == "family" else self.name(thing)
        made = [
            Document(
                id=filed.doc,
                kind=filed.kind,
                scope=self.id,
                body=filed.body,
                head="0" * 64,
                author="",
                written_at=about.get("written_at", "2026-01-01T09:00:00.000Z"),
                created_at=about.get("written_at", "2026-01-01T09:00:00.000Z"),
                form=FormReference(definition.id, definition.version, definition.hash),
                **{name: value for name, value in about.items() if name != "written_at"},
            )
            for filed in split(body, definition, root)
        ]
        self.documents += made
        return made

    def change(self, doc: str, **about) -> None:
        self.documents = [replace(one, **about) if one.id == doc else one for one in self.documents]

    def family(self, label="Tarrowby", **more):
        self.write("family", "the family", {"label": label, **more})
        return self

    def child(self, name: str, born: str = "2016-06-14", **more) -> str:
        person = self.name(f"person {name}")
        self.write("person", f"person {name}", {"name": f"{name} Tarrowby", "dob": born})
        self.write("child", f"child {name}", {"person": person, "risk_level": "low", **more})
        return person

    def adult(self, name: str, gender: str = "female", born: str = "1996-08-03") -> str:
        self.write(
            "person", f"person {name}", {"name": f"{name} Tarrowby", "dob": born, "sex_gender": gender}
        )
        return self.name(f"person {name}")

    def tie(self, a: str, type_: str, b: str, **more) -> None:
        self.write(
            "relationship",
            f"tie {a} {type_} {b}",
            {"a": self.name(f"person {a}"), "b": self.name(f"person {b}"), "type": type_, **more},
        )

    def episode(self, status: str, since: str, level="4", **more) -> None:
        self.write("episode", f"episode {since}", {"status": status, "from": since, "level": level, **more})

    def visit(self, day: str, children: dict[str, dict], access="in", **more) -> str:
        """A visit; for each child's name what was noted: `c_seen` yes unless said otherwise."""
        rows = [
            {
                "_id": self.name(f"part {day} {name}"),
                "c_person": self.name(f"person {name}"),
                "c_name": name,
                "c_stage": told.pop("c_stage", "prim"),
                "c_seen": told.pop("c_seen", "yes"),
                "c_was": told,
            }
            for name, told in ((name, dict(told)) for name, told in children.items())
        ]
        self.write(
            "home_visit",
            f"visit {day}",
            {
                "arrive": {"vdate": day, "t_in": "10:00:00", "access": access},
                "each_child": rows,
                "next": {"next_visit": more.pop("next_visit", "")},
                **more,
            },
        )
        return self.name(f"visit {day}")

    def session(self, day: str, name: str, voice: list[dict] = (), **setup) -> str:
        self.write(
            "wishes_and_feelings",
            f"session {day} {name}",
            {
                "ctx_person": self.name(f"person {name}"),
                "setup": {"sdate": day, "earshot": setup.pop("earshot", ["none"]), "tools": ["houses"]},
                "after": {"voice": list(voice), **setup},
            },
        )
        return self.name(f"session {day} {name}")

    def entry(self, day: str, type_: str, what="Something happened.", **more) -> None:
        self.write(
            "chronology_entry",
            f"entry {day} {type_} {what}",
            {"type": type_, "event_on": day, "what": what, "source": "School", **more},
        )

    def reader(self) -> Reader:
        by_hash = {definition.hash: definition for definition in self.definitions.values()}
        return Reader(lambda form: by_hash.get(form.hash))

    def file(self) -> FamilyFile:
        return open_file(self.documents, self.reader(), self.id)


TODAY = date(2026, 3, 5)
