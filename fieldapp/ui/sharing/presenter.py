"""Check before you share, without a window: who a copy is for, what is in it, what stays out, and that twice looked at.

Promise: nothing is chosen beforehand; the copy that is saved is the one that was shown, for the reader who was named;
what is left out is told in numbers and reasons, never in its own words, and in visit view not even by reason. A child
who asked that something be kept safe is obeyed: no reader is offered at all.
Never here: what a reader may have (`reports`), writing a file (`commands.save_copy`), Qt.
Source: interface design section 4.14; practice section 6 (printouts).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from fieldapp.commands.errors import CommandRefused
from fieldapp.commands.printing import (
    Printable,
    Printed,
    look_at,
    print_childs_copy,
    print_copy_to_share,
    print_visit_note,
)
from fieldapp.commands.save_copy import SavedCopy, save_copy
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile, record_day
from fieldapp.records.filing import OF
from fieldapp.records.kin import kin
from fieldapp.records.sees import is_restricted
from fieldapp.reports import NothingToPrint, Sheet
from fieldapp.reports.values import Reason
from fieldapp.ui import words
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.titles import Titles
from fieldapp.ui.pages.wording import capital, closed_words, initials, near_day
from fieldapp.ui.words import Words

say = Words("Share")

FILE, CHILD, SOMEBODY = "file", "child", "somebody"
"""Readers that are no person of the network: our own file, the child whose words they are, somebody not on record."""
EVERYONE = "everyone"
"""A copy about all the children of a note."""
FOR_OTHERS = frozenset({"visit", "assessment"})
"""Records that have a copy for parents and other people; practice section 6."""
FOR_THE_CHILD = frozenset({"direct_work"})
FOR_THE_FILE = frozenset({"visit", "assessment", "direct_work", "plan", "decision", "chronology_entry"})
CARING_TIES = frozenset({"parent", "step", "carer", "grandparent"})
"""Who of the network a parents' copy is for; anybody else is named by hand."""
RECORDS_OFFERED_MAX = 8
"""As many of a family's newest records as can be looked over at once."""


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """What the worker chose so far."""

    reader: str = ""
    """`file`, `child`, `somebody`, or the `person` document of somebody in the network."""
    name: str = ""
    role: str = ""
    """Of somebody who is not on record."""
    about: str = ""
    """The child (`person` document) a copy is about, or `everyone`; empty where there is nothing to choose."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReaderLine:
    """Somebody a copy can be for."""

    key: str
    name: str
    detail: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class HiddenLine:
    """Something that stays out, in numbers."""

    icon: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record a copy could be made of."""

    doc: str
    icon: str
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class ShareState:
    """All that the page shows."""

    scope: str = ""
    doc: str = ""
    title: str = ""
    under: str = ""
    missing: str = ""
    missing_icon: str = "file-text"
    records: tuple[RecordLine, ...] = ()
    readers: tuple[ReaderLine, ...] = ()
    chosen: ReaderLine | None = None
    naming: bool = False
    """Somebody who is not on record is being named."""
    choice: ShareChoice = field(default_factory=ShareChoice)
    about: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    """(icon, words): what the copy holds."""
    hidden: tuple[HiddenLine, ...] = ()
    warning: str = ""
    unsent: str = ""
    surname_asked: bool = False
    typed: str = ""
    trouble: str = ""
    nothing: str = ""
    making: bool = False
    pages: int = 0
    sheet: Sheet | None = None
    ready: bool = False
    saved: str = ""
    problem: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class ShareFacts:
    """What was read for one choice, and the copy that was made for it."""

    choice: ShareChoice = field(default_factory=ShareChoice)
    state: ShareState = field(default_factory=ShareState)
    printed: Printed | None = None


@dataclass(slots=True)
class SharePresenter:
    """One record (or a family's newest, when none is named); remembers what was chosen and typed."""

    desk: Desk
    scope: str
    doc: str
    choice: ShareChoice = field(default_factory=ShareChoice)
    facts: ShareFacts = field(default_factory=ShareFacts)
    naming: bool = False
    typed: str = ""
    trouble: str = ""
    saved: str = ""
    problem: str = ""

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self, choice: ShareChoice) -> ShareFacts:
        """The record as it stands now, and the copy for this choice. Call it from a worker."""
        file = self.desk.file(self.scope)
        if file is None:
            gone = say("This family isn’t on this laptop any more.")
            return self._missing(choice, closed_words() if self.desk.is_limited() else gone)
        if not self.doc:
            return ShareFacts(choice, self._which_record(file))
        document = self.desk.store.document(self.doc)
        if document is None or document.deleted:
            return self._missing(choice, say("This record isn’t on this laptop any more."))
        root = self.desk.store.document(document.text(OF) or document.id) or document
        record = self.desk.reader().read(root)
        if is_restricted(record):
            sentence = (
                say("Visit view: this record is restricted and not shown.")
                if self.desk.visit_view
                else say("This record is restricted. No copy of it leaves Fieldapp.")
            )
            return self._missing(choice, sentence, "lock-keyhole")
        if root.kind not in FOR_THE_FILE:
            return self._missing(choice, say("There is no copy to make of this kind of record yet."))
        try:
            printable = look_at(self.desk.workplace, root.id)
        except CommandRefused as refused:
            return self._missing(choice, say(refused.sentence))
        return self._facts(choice, file, record, printable)

    def _which_record(self, file: FamilyFile) -> ShareState:
        """A family's newest records, to choose from."""
        titles, today = Titles(file), self.desk.today()
        found = [
            (day, record)
            for record in file.records
            if record.kind in FOR_THE_FILE
            and not is_restricted(record)
            and (day := record.date("date") or record_day(record)) is not None
        ]
        newest = sorted(found, key=lambda one: (one[0], one[1].id), reverse=True)[:RECORDS_OFFERED_MAX]
        lines = tuple(
            RecordLine(one.id, titles.icon(one), titles.of(one), capital(near_day(day, today)))
            for day, one in newest
        )
        return ShareState(
            scope=self.scope,
            title=say("What do you want to share?"),
            under=file.label,
            records=lines,
            missing="" if lines else say("There is nothing to share yet. Copies are made of finished notes."),
            announce=say("What do you want to share?"),
        )

    def _missing(self, choice: ShareChoice, sentence: str, icon: str = "file-text") -> ShareFacts:
        title = say("Check before you share")
        return ShareFacts(
            choice,
            ShareState(
                scope=self.scope,
                doc=self.doc,
                title=title,
                missing=sentence,
                missing_icon=icon,
                announce=f"{title}. {sentence}",
            ),
        )

    def _facts(
        self, choice: ShareChoice, file: FamilyFile, record: Record, printable: Printable
    ) -> ShareFacts:
        title = say("Check before you share")
        under = f"{Titles(file).of(record)}, {file.label}"
        if printable.kept_safe:
            child = file.called(printable.person) or say("The child")
            sentence = say(
                "{child} asked us to keep this safe. It stays in Fieldapp, and no copy is made of it. "
                "{child} can ask for one whenever they like.",
                child=child,
            )
            missing = self._missing(choice, sentence, "shield")
            return replace(missing, state=replace(missing.state, under=under))
        readers = self._readers(file, printable)
        children = [(one, file.called(one) or say("A child")) for one in printable.children]
        chosen = self._chosen(choice, readers)
        theirs = _children_of_reader(file, choice.reader, children)
        known = {one for one, _ in theirs} | ({EVERYONE} if len(theirs) == len(children) else set())
        about = choice.about if choice.about in known else theirs[0][0] if theirs else ""
        state = ShareState(
            scope=self.scope,
            doc=record.id,
            title=title,
            under=under,
            readers=readers,
            chosen=chosen,
            choice=choice,
            about=self._about(theirs, whole=len(theirs) == len(children))
            if chosen is not None and chosen.key != CHILD
            else (),
            languages=self._languages(printable) if chosen is not None and chosen.key == CHILD else (),
            warning=self._warning(choice, printable),
            surname_asked=_leaves_the_service(choice),
            announce=title,
        )
        if chosen is None:
            return ShareFacts(choice, state)
        used = replace(choice, about=about, language=choice.language or printable.languages[0])
        state = replace(state, choice=used)
        try:
            printed = self._print(record.id, used, chosen.name)
        except NothingToPrint as refused:
            return ShareFacts(choice, replace(state, nothing=self._nothing(refused, file, printable)))
        siblings = [name for one, name in children if one != about]
        return ShareFacts(
            choice,
            replace(
                state,
                sheet=printed.sheet,
                pages=printed.pages,
                inside=_inside(printed.sheet, file.called(printable.person)),
                hidden=self._hidden(printed.sheet, chosen.key, file.called(about), siblings),
                unsent=say("Some of this has not been sent yet. Every page says so.")
                if printed.unsent
                else "",
                announce=say.count(printed.pages, "{title}, {n} page", "{title}, {n} pages", title=title),
            ),
            printed,
        )

    def _print(self, doc: str, choice: ShareChoice, name: str) -> Printed:
        workplace = self.desk.workplace
        about = None if choice.about in ("", EVERYONE) else choice.about
        if choice.reader == CHILD:
            return print_childs_copy(workplace, doc, language=choice.language)
        if choice.reader == FILE:
            return print_visit_note(workplace, doc, child=about, for_whom="service")
        for_whom = "other" if choice.reader == SOMEBODY else "parent"
        return print_copy_to_share(workplace, doc, child=about, recipient=name, for_whom=for_whom)  # type: ignore[arg-type]

    # -- who ------------------------------------------------------------------------------------------------------

    def _readers(self, file: FamilyFile, printable: Printable) -> tuple[ReaderLine, ...]:
        found = []
        if printable.kind in FOR_THE_CHILD:
            child = file.called(printable.person) or say("The child")
            detail = say("A copy of their own, in large letters")
            found.append(ReaderLine(CHILD, child, detail, initials(child)))
        if printable.kind in FOR_OTHERS:
            net = kin(file)
            about = set(printable.children) or {child.id for child in file.children}
            caring = {tie.a for tie in net.ties if tie.type in CARING_TIES and tie.b in about}
            people = [
                one
                for one in file.people.values()
                if one.id in caring and one.died is None and not one.is_child and one.name
            ]
            found += [
                ReaderLine(one.id, one.name, capital(net.role_of(one.id)), initials(one.name))
                for one in sorted(people, key=lambda one: (one.id not in net.household, one.name.casefold()))
            ]
            found.append(
                ReaderLine(
                    SOMEBODY,
                    say("Somebody else"),
                    say("Somebody at school, a health visitor, another person"),
                )
            )
        device = self.desk.store.device()
        organisation = device.org if device is not None else ""
        own = say("Stays with {organisation}", organisation=organisation)
        found.append(ReaderLine(FILE, say("Our own paper file"), own))
        return tuple(found)

    def _chosen(self, choice: ShareChoice, readers: tuple[ReaderLine, ...]) -> ReaderLine | None:
        found = next((one for one in readers if one.key == choice.reader), None)
        if found is None or found.key != SOMEBODY:
            return found
        if not choice.name:
            return None
        return ReaderLine(SOMEBODY, choice.name, choice.role, initials(choice.name))

    def _about(self, children: list[tuple[str, str]], *, whole: bool) -> tuple[tuple[str, str], ...]:
        """The children to choose from; all of them together only for whoever cares for all of them."""
        if len(children) < 2:
            return ()
        return (*children, (EVERYONE, say("All of them"))) if whole else tuple(children)

    def _languages(self, printable: Printable) -> tuple[tuple[str, str], ...]:
        known = [(code, words.LANGUAGES[code]) for code in printable.languages if code in words.LANGUAGES]
        return tuple(known) if len(known) > 1 else ()

    def _warning(self, choice: ShareChoice, printable: Printable) -> str:
        """Never in visit view: that there is somebody who must not be told is itself restricted."""
        if not printable.must_not_tell or self.desk.visit_view or not _leaves_the_service(choice):
            return ""
        return say("This note names somebody who must not be told. Read who and why before you share a copy.")

    # -- what -----------------------------------------------------------------------------------------------------

    def _hidden(self, sheet: Sheet, reader: str, child: str, siblings: list[str]) -> tuple[HiddenLine, ...]:
        counts: dict[Reason, int] = dict(sheet.reasons)
        if self.desk.visit_view:
            line = HiddenLine(
                "eye-off",
                say("Some answers are not part of this copy"),
                say("Visit view does not say which kind"),
            )
            return (line,) if counts else ()
        found = []
        if n := counts.get("restricted", 0):
            title = say.count(n, "{n} restricted answer", "{n} restricted answers")
            found.append(HiddenLine("lock-keyhole", title, say("These never leave Fieldapp")))
        if n := counts.get("not_shared", 0):
            title = say.count(n, "{n} answer about what a child said", "{n} answers about what a child said")
            detail = say("The child did not say that anyone may know, or it may mean harm")
            found.append(HiddenLine("quote", title, detail))
        if n := counts.get("child", 0):
            title = say.count(n, "{n} answer that is a child’s own", "{n} answers that are a child’s own")
            found.append(HiddenLine("user", title, say("What was seen and thought about each child")))
        if (n := counts.get("sibling", 0)) and siblings:
            title = say("The parts of {names}", names=words.join(siblings))
            detail = say.count(
                n,
                "{n} answer; this copy is about {child}",
                "{n} answers; this copy is about {child}",
                child=child,
            )
            found.append(HiddenLine("users", title, detail))
        if reader == CHILD:
            title = say("Everybody else’s words")
            found.append(
                HiddenLine("users", title, say("The copy holds what the child said, drew and chose"))
            )
        return tuple(found)

    def _nothing(self, refused: NothingToPrint, file: FamilyFile, printable: Printable) -> str:
        child = file.called(printable.person) or say("The child")
        if refused.why == "unwanted":
            return say("{child} did not want a copy. None is made.", child=child)
        return say("Nothing is left to share after hiding. Check step 2.")

    # -- what a person does ---------------------------------------------------------------------------------------

    def show(self, facts: ShareFacts) -> ShareState:
        """Take what was read; a copy made for an earlier choice is not shown."""
        if facts.choice == self.choice:
            self.facts = facts
        return self.state()

    def state(self) -> ShareState:
        """The page as it stands, with what was chosen and typed since it was read."""
        read = self.facts.state
        making = self.facts.choice != self.choice
        chosen = self._chosen(self.choice, read.readers)
        if making:
            shown = replace(
                self.choice,
                about=self.choice.about or read.choice.about,
                language=self.choice.language or read.choice.language,
            )
            read = replace(
                read,
                choice=shown,
                chosen=chosen,
                sheet=None,
                pages=0,
                inside=(),
                hidden=(),
                unsent="",
                warning="",
                nothing="",
                surname_asked=_leaves_the_service(self.choice),
                about=read.about if chosen is not None and chosen.key != CHILD else (),
                languages=read.languages if chosen is not None and chosen.key == CHILD else (),
            )
        asked = read.surname_asked and chosen is not None
        matches = not asked or (chosen is not None and is_surname_of(self.typed, chosen.name))
        return replace(
            read,
            naming=self.naming,
            surname_asked=asked,
            typed=self.typed,
            trouble=self.trouble,
            making=making and chosen is not None,
            ready=self.facts.printed is not None and not making and matches,
            saved=self.saved,
            problem=self.problem,
        )

    def choose(self, reader: str) -> ShareState:
        """A reader was chosen; somebody who is not on record is named first. Empty: choose again."""
        self._begin_again()
        self.naming = reader == SOMEBODY
        self.choice = (
            ShareChoice(about=self.choice.about)
            if self.naming
            else replace(self.choice, reader=reader, name="", role="", language="")
        )
        return self.state()

    def name_somebody(self, name: str, role: str) -> ShareState:
        """Somebody who is not on record was named."""
        clean = " ".join(name.split())
        if not clean:
            return self.state()
        self._begin_again()
        self.naming = False
        self.choice = replace(self.choice, reader=SOMEBODY, name=clean, role=" ".join(role.split()))
        return self.state()

    def choose_about(self, child: str) -> ShareState:
        """Another child, or all of them."""
        self._forget_saved()
        self.choice = replace(self.choice, about=child)
        return self.state()

    def choose_language(self, code: str) -> ShareState:
        """The language of a child's own copy."""
        self._forget_saved()
        self.choice = replace(self.choice, language=code)
        return self.state()

    def type_surname(self, typed: str) -> ShareState:
        """The second look at who it is for."""
        self.typed, self.trouble = typed, ""
        return self.state()

    def leave_surname(self) -> ShareState:
        """The line was left: say so if it is not the name above."""
        chosen = self._chosen(self.choice, self.facts.state.readers)
        wrong = chosen is not None and self.typed.strip() and not is_surname_of(self.typed, chosen.name)
        self.trouble = say("That isn’t the name above.") if wrong else ""
        return self.state()

    def file_name(self) -> str:
        """A name that says nothing about anybody."""
        return say("Copy {day}", day=self.desk.today().isoformat()) + ".pdf"

    def copy_shown(self) -> Printed | None:
        """The copy that may be saved now: the one that is shown."""
        return self.facts.printed if self.state().ready else None

    @staticmethod
    def save(printed: Printed, chosen: Path) -> SavedCopy:
        """Write the copy. Call it from a worker."""
        return save_copy(printed, chosen)

    def was_saved(self, saved: SavedCopy) -> ShareState:
        """Both files are there."""
        self.problem = ""
        self.saved = say(
            "Saved in “{folder}” as “{pdf}”, and as “{twin}” for a screen reader. These two files are not locked: "
            "whoever has them can read them.",
            folder=saved.pdf.parent.name or str(saved.pdf.parent),
            pdf=saved.pdf.name,
            twin=saved.twin.name,
        )
        return self.state()

    def was_refused(self, refused: CommandRefused) -> ShareState:
        """Nothing was saved."""
        self.saved, self.problem = "", say(refused.sentence)
        return self.state()

    def begin_anew(self) -> ShareState:
        """The page is opened again after a copy was saved: nothing is chosen."""
        self._begin_again()
        self.choice, self.naming = ShareChoice(), False
        return self.state()

    def _begin_again(self) -> None:
        self._forget_saved()
        self.typed = self.trouble = ""

    def _forget_saved(self) -> None:
        self.saved = self.problem = ""


def is_surname_of(typed: str, name: str) -> bool:
    """Whether this is the last of somebody's names, or all of them, however it is written."""
    wanted, got = _plain(name), _plain(typed)
    return bool(got) and got in (wanted, wanted.rpartition(" ")[2])


def _plain(text: str) -> str:
    """Letters without case, accents or spare spaces: what two hands would write alike."""
    letters = unicodedata.normalize("NFKD", " ".join(text.split())).casefold()
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return plain.replace("’", "'")


def _children_of_reader(
    file: FamilyFile, reader: str, children: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Of a note's children those that a parent or carer cares for; all of them for any other reader."""
    if reader not in file.people:
        return children
    cared_for = {tie.b for tie in kin(file).ties if tie.a == reader and tie.type in CARING_TIES}
    return [one for one in children if one[0] in cared_for]


def _leaves_the_service(choice: ShareChoice) -> bool:
    return choice.reader not in ("", FILE, CHILD)


def _inside(sheet: Sheet, child: str) -> tuple[tuple[str, str], ...]:
    """What a copy holds: how many answers, whose words, how many drawings."""
    entries = [entry for section in sheet.sections for entry in section.entries]
    found = [("file-text", say.count(len(entries), "{n} answer is in it", "{n} answers are in it"))]
    said = Counter(entry.whose or child for entry in entries if entry.voice == "words")
    named = [name for name in said if name]
    if named:
        found.append(("quote", say("The words of {names}", names=words.join(named))))
    elif said:
        n = said.total()
        found.append(("quote", say.count(n, "Somebody’s own words, once", "Somebody’s own words, {n} times")))
    drawings = sum(entry.voice == "drawing" for entry in entries)
    if drawings:
        found.append(("palette", say.count(drawings, "{n} drawing", "{n} drawings")))
    return tuple(found)
