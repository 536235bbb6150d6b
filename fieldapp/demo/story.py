"""The demonstration's day, Thursday 5 March 2026: the whole main job on the real windows, each step asserted.

Promise: three workers at three desktops, each its own process; their links are really cut and mended; one of them is
killed in the middle of a word. A step that does not hold raises, with what was seen. Nothing is set that a person
could not press, type or draw.
Never here: how a widget is found (`hand`), what is written (`writing`), the service's inside.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fieldapp.demo import stage as staging
from fieldapp.demo import writing as w
from fieldapp.demo.picture import strokes
from fieldapp.demo.stage import Stage
from fieldapp.demo.worker import Seated

JOURNAL_S = 2.2
"""A little more than the two seconds within which typing reaches the disk (the store's design, "Drafts")."""
SETTLED_WITHIN_S = 60.0
"""The service hears of an emptied outbox within a minute (protocol section 7)."""


WILFS_QUESTION = "Risk level, Wilf, Tarrowby"
"""The day's open question; Tansy's, of February, stays open."""


class NotSo(AssertionError):
    """A step of the story did not hold."""


def expect(so: bool, what: str) -> None:
    """Hold, or say what does not."""
    if not so:
        raise NotSo(what)


@dataclass(slots=True)
class Step:
    """One step, as it is reported."""

    name: str
    ok: bool
    ms: int
    trouble: str = ""


@dataclass(slots=True)
class Day:
    """The day under way."""

    stage: Stage
    out: Path
    tell: Callable[[str], None] = lambda line: None
    steps: list[Step] = field(default_factory=list)
    seats: dict[str, Seated] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    # -- running --------------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Play every step in order; stop at the first that does not hold."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("history synced, stores equal to the service", self.all_equal_at_the_start),
            ("unlocked without a signal", self.nia_unlocks_offline),
            ("home visit for three siblings", self.nia_writes_the_visit),
            ("locked into a fresh process, same place and caret", self.nia_locks_in_mid_sentence),
            ("visit filed on each child", self.nia_finishes_the_visit),
            ("wishes and feelings with Ivo", self.nia_and_ivo),
            ("killed while typing, nothing lost", self.nia_loses_power),
            ("session filed", self.nia_files_the_session),
            ("early help assessment without a signal", self.dilys_completes_the_assessment),
            ("both changed the same child's record", self.both_change_wilf),
            ("sent without a press once the signal is back", self.the_signal_returns),
            ("both accounts kept, one question open, the cautious value shown", self.what_the_merge_kept),
            ("decided", self.nia_decides),
            ("waiting to send is empty and says so", self.nothing_waits),
            ("all laptops equal to the service, as its manifests say", self.all_equal_at_the_end),
            ("printed, restricted answers left out", self.print_the_notes),
        )
        for name, step in steps:
            began = time.monotonic()
            self.tell(name)
            trouble = ""
            try:
                step()
            except (NotSo, RuntimeError, OSError, LookupError) as fault:
                trouble = f"{type(fault).__name__}: {fault}"
            self.steps.append(Step(name, not trouble, round((time.monotonic() - began) * 1000), trouble))
            if trouble:
                return False
        return True

    def seat(self, worker: str) -> Seated:
        """A worker at the desktop, unlocked, without a signal."""
        sitting = Seated(
            self.stage.base(worker), self.stage.clock.path, self.stage.folder / f"{worker}.no-signal"
        )
        self.seats[worker] = sitting
        sitting.lose_signal()
        sitting.start()
        return sitting

    def unlock(self, worker: str) -> Seated:
        """The passphrase, and Today."""
        sitting = self.seats[worker]
        sitting.wait_for_words("Unlock Fieldapp")
        sitting.type(self.stage.passphrases[worker])
        sitting.keys("Return")
        return sitting

    def picture(self, worker: str, name: str) -> None:
        """Keep a picture of what a worker sees."""
        file = self.out / f"{name}.png"
        self.seats[worker].picture(file)
        self.files.append(file.name)

    def open_family(self, worker: str, family: str) -> Seated:
        """Find a family by its name and open its file."""
        sitting = self.seats[worker]
        sitting.keys("Ctrl+K")
        sitting.wait_for_words("Search")
        sitting.type(family)
        sitting.wait_for(family, lambda seen: any(b.startswith(f"Family, {family}") for b in seen["buttons"]))
        sitting.keys("Return")
        sitting.wait_for_words("Chronology")
        return sitting

    def leave(self) -> None:
        """End every program that was started."""
        for sitting in self.seats.values():
            sitting.leave()
        self.seats.clear()

    # -- a: the beginning -----------------------------------------------------------------------------------------

    def all_equal_at_the_start(self) -> None:
        heads = {key: staging.heads_on(laptop) for key, laptop in self.stage.laptops.items()}
        differing = staging.differences(self.stage, heads)
        expect(not differing, f"not equal: {differing}")
        self.figures["families"] = len(self.stage.laptops["marcus"].workplace.store.families())
        self.stage.close_laptops()

    # -- b, h: Nia, offline ---------------------------------------------------------------------------------------

    def nia_unlocks_offline(self) -> None:
        nia = self.seat("nia")
        self.picture("nia", "unlock")
        self.unlock("nia")
        nia.wait_for_words("Start visit note")
        nia.wait_for_words("Offline.")
        self.picture("nia", "today")
        nia.keys("Ctrl+2")
        nia.wait_for_words("Vale")
        self.picture("nia", "families")

    def nia_writes_the_visit(self) -> None:
        nia = self.open_family("nia", "Tarrowby")
        self.picture("nia", "family")
        nia.press("Start visit note")
        nia.fill(w.BEFORE)
        nia.press("2. At the door")
        nia.fill(w.DOOR)
        place, too_early, complaint = w.TOO_EARLY
        nia.answer(nia.key_of(place), too_early)
        nia.keys("Tab")
        nia.wait_for_words(complaint)
        place, right = w.LEFT_AT
        nia.answer(nia.key_of(place), right)
        nia.press("3. Who was there")
        nia.fill(w.ADULTS_THERE[0])
        nia.press("Add another")
        nia.fill(w.ADULTS_THERE[1])
        nia.press("4. The home")
        nia.fill(w.HOME)
        for name, answers in w.CHILDREN:
            nia.press(name)
            nia.fill(answers)
            if name == "Ivo":
                nia.fill(w.IVO_SAYS)
        nia.press("6. What the adults said and how the plan is going")
        nia.fill(w.ADULTS_SAY)
        self._look_at_objectives(nia)
        nia.press("Ivo")
        nia.key_of("each_child/c_was/c_look")
        self.picture("nia", "visit")
        nia.press("7. What it means")
        nia.fill(w.MEANING)
        self.figures["caret"] = nia.look()

    @staticmethod
    def _look_at_objectives(nia: Seated) -> None:
        """The plan's objectives came with the note; today only the first was looked at."""
        keys = [key for key in nia.look()["questions"] if key.endswith("/o_progress")]
        expect(bool(keys), "the plan's objectives are not in the note")
        for number, key in enumerate(keys):
            nia.answer(key, "No change" if number == 0 else "Not looked at today")
        evidence = keys[0].removesuffix("o_progress") + "o_evidence"
        nia.answer(evidence, "Breakfast was laid when I came, three bowls.")

    def nia_locks_in_mid_sentence(self) -> None:
        nia = self.seats["nia"]
        key = nia.key_of("think/works")
        nia.answer(key, "Three bowls out before nine")
        nia.keys("Left", "Left", "Left")
        before = nia.wait_for("the caret", lambda seen: seen["at"] == key and key in seen["questions"])
        first = nia.pid
        nia.keys("Ctrl+L")
        second = nia.follow_the_lock()
        expect(first != second, "the process was not replaced")
        self.unlock("nia")
        after = nia.wait_for("the same place", lambda seen: seen["at"] == key and key in seen["questions"])
        expect(after["caret"] == before["caret"], f"caret {after['caret']}, was {before['caret']}")
        expect(after["questions"][key] == before["questions"][key], "the sentence is not the same")

    def nia_finishes_the_visit(self) -> None:
        nia = self.seats["nia"]
        nia.press("8. What happens next, and the record")
        nia.fill(w.ACTION)
        nia.fill(w.RECORD)
        nia.press("Check and finish")
        seen = nia.wait_for_words("Finish note")
        missing = [text for text in seen["texts"] if "missing" in text]
        expect(not missing, f"{missing}: {seen['texts'][:30]}")
        nia.press("Finish note")
        nia.wait_for_words("1 not sent yet")

    def nia_and_ivo(self) -> None:
        nia = self.open_family("nia", "Tarrowby")
        nia.press("Direct work")
        nia.wait_for_words("Who are you with?")
        nia.press("Ivo")
        nia.press("Nobody")
        nia.press("Drawing")
        nia.wait_for_words("What would you like me to call you?")
        nia.press("Next")
        nia.press("Yes")
        nia.press("Next")
        nia.wait_for_words("Draw anything you like")
        for pencil, points in strokes():
            nia.press(pencil)
            nia.draw(points)
        self.picture("nia", "child")
        nia.press("Next")
        nia.wait_for_words("Tell me about your picture")
        nia.type(w.IVO_PICTURE)
        nia.press("Next")
        nia.press("That is enough for today")
        self._end_the_session(nia)
        nia.type(self.stage.passphrases["nia"])
        nia.press("Take it back")
        nia.wait_for_words("What happens next")
        nia.answer(nia.key_of("after/harm"), "No")
        nia.press("Go on to the record")

    @staticmethod
    def _wait_past(nia: Seated, asked: str) -> None:
        nia.wait_for("the next question", lambda seen: seen["texts"][:1] != [asked])

    def _end_the_session(self, nia: Seated) -> None:
        """The questions before the child gives the laptop back; some are passed over."""
        chosen = {
            "Who may I show this to?": "Mum",
            "I read it all back to you": "I read it all back to you",
            "Would you like a copy?": "Yes, to keep",
            "How do you feel now?": "Calm",
        }
        for _ in range(16):
            seen = nia.wait_for(
                "a child's question", lambda s: bool({"Next", "Take it back"} & set(s["buttons"]))
            )
            if "Take it back" in seen["buttons"]:
                return
            asked = seen["texts"][0] if seen["texts"] else ""
            if asked in chosen:
                nia.press(chosen[asked])
            nia.press("Next")
            self._wait_past(nia, asked)
        raise NotSo("the child's questions do not end")

    # -- c: power goes --------------------------------------------------------------------------------------------

    def nia_loses_power(self) -> None:
        nia = self.seats["nia"]
        nia.press("1. Before you start (worker)")
        nia.fill(w.SETUP)
        nia.press("After the session (worker only)")
        key = nia.key_of("after/observed")
        nia.answer(key, w.STOPPED_AT)
        time.sleep(JOURNAL_S)
        nia.type(" and sto")
        nia.kill()
        nia.start()
        self.unlock("nia")
        nia.wait_for_words("Today")
        nia.keys("Ctrl+3")
        nia.wait_for_words("Kept after the laptop stopped")
        nia.wait_for_words("1 not sent yet")
        nia.press("Go on writing")
        seen = nia.wait_for_words("We kept everything up to")
        if key not in seen["questions"]:
            nia.press("After the session (worker only)")
            seen = nia.wait_for(key, lambda s: key in s["questions"])
        kept = seen["questions"][key]
        expect(kept.startswith(w.STOPPED_AT), f"kept only {len(kept)} letters")

    def nia_files_the_session(self) -> None:
        nia = self.seats["nia"]
        nia.fill(w.SESSION_AFTER)
        nia.fill(w.SESSION_VOICE)
        nia.fill(w.SESSION_END)
        nia.press("Check and finish")
        seen = nia.wait_for_words("Finish note")
        missing = [text for text in seen["texts"] if "missing" in text]
        expect(not missing, f"{missing}: {seen['texts'][:40]}")
        nia.press("Finish note")
        nia.wait_for_words("2 not sent yet")

    # -- b: Dilys -------------------------------------------------------------------------------------------------

    def dilys_completes_the_assessment(self) -> None:
        dilys = self.seat("dilys")
        self.unlock("dilys")
        dilys.wait_for_words("Open a family")
        self.open_family("dilys", "Jarzembowicz")
        dilys.wait_for(
            "the assessment", lambda s: any("Early help assessment" in button for button in s["buttons"])
        )
        row = next(b for b in dilys.look()["buttons"] if "Early help assessment" in b)
        dilys.press(row)
        dilys.press("Change this")
        dilys.wait_for_words("Before this can be finished")
        self.picture("dilys", "assessment")
        dilys.press("Continue: 9. Finishing together")
        dilys.press("8. What needs to change")
        dilys.press("Add: 8. What needs to change")
        dilys.fill(w.GOAL)
        dilys.press("Add: Action")
        dilys.fill(w.GOAL_ACTION)
        dilys.press("9. Finishing together")
        dilys.fill(w.FINISHING)
        dilys.press("Check and finish")
        seen = dilys.wait_for_words("Finish note")
        missing = [text for text in seen["texts"] if "missing" in text]
        expect(not missing, f"{missing}: {seen['texts'][:40]}")
        dilys.press("Finish note")
        dilys.wait_for_words("1 not sent yet")

    # -- d: two people, one answer --------------------------------------------------------------------------------

    def both_change_wilf(self) -> None:
        sam = self.seat("sam")
        self.unlock("sam")
        sam.wait_for_words("Offline.")
        self._change_wilf("sam", "High", w.SAM_WHY)
        self.open_family("sam", "Tarrowby")
        sam.press("More")
        sam.press("Add a person")
        sam.fill([("name", [w.NEW_MAN]), ("known_as", [w.NEW_MAN_KNOWN_AS])])
        self._finish("sam")
        self._change_wilf("nia", "Medium", w.NIA_WHY)

    def _change_wilf(self, worker: str, level: str, why: str) -> None:
        sitting = self.open_family(worker, "Tarrowby")
        sitting.press("More")
        sitting.press("Change the record of Wilf")
        sitting.fill([("risk_level", [level]), ("risk_why", [why])])
        self._finish(worker)

    def _finish(self, worker: str) -> None:
        sitting = self.seats[worker]
        sitting.press("Check and finish")
        sitting.press("Finish note")
        sitting.wait_for("the note to be filed", lambda seen: not seen["questions"])

    # -- e: the signal returns ------------------------------------------------------------------------------------

    def the_signal_returns(self) -> None:
        nia, sam, dilys = (self.seats[key] for key in ("nia", "sam", "dilys"))
        nia.keys("Ctrl+5")
        nia.wait_for_words("not sent yet")
        for sitting in (sam, nia, dilys):
            sitting.find_signal()
            sitting.wait_for_words("All sent")
        nia.wait_for_words("Online.")
        self.picture("nia", "waiting")

    def what_the_merge_kept(self) -> None:
        nia = self.open_family("nia", "Tarrowby")
        nia.wait_for_words("Risk level: High, undecided")
        nia.wait_for_words(f"Relationship not on record: {w.NEW_MAN_KNOWN_AS}")
        nia.keys("Ctrl+4")
        nia.press(WILFS_QUESTION)
        nia.wait_for_words("The more cautious answer is shown meanwhile.")
        nia.wait_for_words(w.NIA_WHY)
        nia.wait_for_words(w.SAM_WHY)
        nia.wait_for_words("Both accounts stand")

    def nia_decides(self) -> None:
        nia = self.seats["nia"]
        seen = nia.wait_for("the two answers", lambda s: any("Use Sam" in button for button in s["buttons"]))
        nia.press(next(button for button in seen["buttons"] if "Use Sam" in button))
        nia.write_in("Why?", "An unknown adult and a bare socket: high until both are answered.")
        nia.wait_for_words("The record will say")
        self.picture("nia", "decide")
        nia.press("Save decision")
        nia.wait_for("the question to be closed", lambda s: WILFS_QUESTION not in s["buttons"])
        nia.wait_for_words("All sent")

    # -- f: quiet -------------------------------------------------------------------------------------------------

    def nothing_waits(self) -> None:
        nia = self.seats["nia"]
        nia.keys("Ctrl+5")
        nia.wait_for_words("Nothing is waiting. Everything you finished has been sent.")
        nia.keys("Ctrl+7")
        nia.wait_for_words("On this laptop")
        self.picture("nia", "on-this-laptop")

    def all_equal_at_the_end(self) -> None:
        deadline = time.monotonic() + SETTLED_WITHIN_S
        while True:
            status = self.stage.central.status()
            unsent = {device: told["unsent"] for device, told in status["manifests"].items()}
            if not any(unsent.values()):
                break
            expect(time.monotonic() < deadline, f"the service still hears of unsent work: {unsent}")
            time.sleep(0.5)
        self.figures["unsent"] = sum(unsent.values())
        self.figures["revisions"] = status["revisions"]
        self.leave()
        self.stage.open_laptops()
        for laptop in self.stage.laptops.values():
            laptop.sync()
        heads = {key: staging.heads_on(laptop) for key, laptop in self.stage.laptops.items()}
        differing = staging.differences(self.stage, heads)
        expect(not differing, f"not equal: {differing}")
        self.figures["conflicts"] = len(self.stage.laptops["nia"].workplace.store.questions())
        self.figures["equal"] = not differing

    # -- g: print -------------------------------------------------------------------------------------------------

    def print_the_notes(self) -> None:
        from fieldapp.demo.printing import print_all

        self.files += print_all(self.stage, self.out)
