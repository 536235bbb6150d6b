"""What the workers write on the demonstration's day: places in the forms and the words that are pressed or typed.

Promise: plain data in the order of writing; a place is a form path, its words are a choice's words or a text. All
people and all they say are invented. Never here: how it is done (`story`, `Seated`).
Source: practice design, section 7, "The story of the day".
"""

from __future__ import annotations

RESTRICTED_TEXT = "Bryony says in confidence that Kit has asked twice where Merle lives."
"""The one answer that must reach no printout."""
IVO_SAID = "When it gets loud I do the rabbits on the wall for Wilf so he looks at me."
IVO_PICTURE = "That's the torch and that's Wilf laughing. The black is the loud."
OBSERVED = (
    "Ivo drew fast, pressed hard on the black and stopped twice to listen at the door. He laughed when he showed me the "
    "rabbit with his hands."
)
STOPPED_AT = "Ivo drew fast, pressed hard on the black"
"""Where the laptop dies in the middle of `OBSERVED`."""

Answers = tuple[tuple[str, tuple[str, ...]], ...]

BEFORE: Answers = (
    ("prep/purpose", ("Child protection plan visit",)),
    ("prep/planned", ("Planned",)),
    ("prep/read_history", ("I have read the chronology, the plan and what the children last said",)),
    (
        "prep/history_matters",
        ("The night of 6 October began with an unknown visitor. Tansy not alone since January.",),
    ),
    ("prep/interp", ("Not needed",)),
    ("prep/hazards", ("None known",)),
)
DOOR: Answers = (
    ("arrive/t_in", ("09:45",)),
    ("arrive/access", ("Yes, inside",)),
)
TOO_EARLY = ("arrive/t_out", "09:15", "This is before you arrived")
LEFT_AT = ("arrive/t_out", "10:40")
ADULTS_THERE: tuple[Answers, ...] = (
    (
        ("inside/present/p_name", ("Bryony Tarrowby",)),
        ("inside/present/p_role", ("Mother",)),
        ("inside/present/p_lives", ("Yes",)),
        ("inside/present/p_new", ("No",)),
    ),
    (
        ("inside/present/p_name", ("A man who gave no name",)),
        ("inside/present/p_role", ("Would not say",)),
        ("inside/present/p_lives", ("Not clear",)),
        ("inside/present/p_new", ("Yes",)),
        (
            "inside/present/p_new_detail",
            ("About forty, grey van outside. Bryony called him a friend of Kit's.",),
        ),
    ),
)
HOME: Answers = (
    ("home/rooms", ("Living room", "Kitchen", "Children's bedrooms")),
    ("home/home_c", ("Unsafe: stairs, wires, machinery, slurry, water",)),
    (
        "home/home_detail",
        ("Landing socket torn from the wall at the height of Wilf's hand, wires bare. Kitchen warm.",),
    ),
)


def child(name: str, *, alone: bool, looked: str, bed: str, view: str) -> Answers:
    """One child's own part, seen."""
    why: Answers = () if alone else (("each_child/c_was/c_alone_why", ("Baby or not yet talking",)),)
    return (
        ("each_child/c_seen", ("Yes",)),
        ("each_child/c_was/c_alone", ("Yes" if alone else "No",)),
        *why,
        ("each_child/c_was/c_place", ("Own room",)),
        ("each_child/c_was/c_bed", ("Yes",)),
        ("each_child/c_was/c_bed_d", (bed,)),
        ("each_child/c_was/c_look", (looked,)),
        ("each_child/c_was/c_mark", ("No",)),
        ("each_child/c_was/c_think", (view,)),
    )


CHILDREN: tuple[tuple[str, Answers], ...] = (
    (
        "Ivo",
        child(
            "Ivo",
            alone=True,
            looked="School jumper, hair wet. Spoke low until the door was shut, then quickly.",
            bed="Own mattress on a frame, two blankets, torch under the pillow. Window shuts now.",
            view="He watches the house for the little ones. That is not a nine-year-old's work.",
        ),
    ),
    (
        "Tansy",
        child(
            "Tansy",
            alone=True,
            looked="Plaits done, pale. Held a chalk all the time and drew on the sill while we talked.",
            bed="Bottom bunk, clean sheet, her cloth rabbit. Shares with Ivo.",
            view="First time alone since January. She asked about Merle again; we owe her an answer.",
        ),
    ),
    (
        "Wilf",
        child(
            "Wilf",
            alone=False,
            looked="Pulled up on the settee, went to Bryony when the kettle whistled. Clean, a little snuffly.",
            bed="Cot by Bryony's bed, flat sheet, nothing loose in it.",
            view="Settles with Bryony. The socket is at his height and he is on his feet.",
        ),
    ),
)
IVO_SAYS: Answers = (
    ("each_child/c_was/said/s_words", (IVO_SAID,)),
    ("each_child/c_was/said/s_before", ("I asked what he does when it is noisy downstairs.",)),
    ("each_child/c_was/said/s_share", ("Fine for anyone to know",)),
    ("each_child/c_was/said/s_worry", ("No",)),
)
ADULTS_SAY: Answers = (
    ("adults/view/v_who", ("Bryony Tarrowby",)),
    (
        "adults/view/v_said",
        ("The man is only helping with the van. I know about the socket, Kit said Sunday.",),
    ),
)
MEANING: Answers = (
    ("think/changed", ("An unknown adult in the house. Tansy seen alone. Breakfast still holds.",)),
    ("think/worries", (RESTRICTED_TEXT,)),
    (
        "think/pattern",
        ("As in October, a visitor nobody will name. Better than then: Bryony let me see every room.",),
    ),
    ("think/safety", ("5",)),
    ("think/risk", ("No",)),
    ("think/dns", ("Father",)),
    ("think/dns_why", ("Kit must not be told where the aunt lives, nor that I asked about the man.",)),
)
ACTION: Answers = (
    ("next/todo/t_what", ("Socket on the landing made safe",)),
    ("next/todo/t_who", ("Bryony Tarrowby",)),
    ("next/todo/t_by", ("2026-03-09",)),
    ("next/todo/t_know", ("Photograph shown to Nia at school gate on Monday",)),
)
RECORD: Answers = (
    ("next/next_visit", ("2026-03-17",)),
    ("next/read_back", ("Yes",)),
    ("next/child_told", ("That I will ask about Merle and come back on the seventeenth.",)),
    ("next/written", ("Straight after, same day",)),
    ("next/fact_op", ("This is my own record. What I saw, what I was told and what I think are kept apart",)),
)

SESSION_AFTER: Answers = (
    ("after/observed", (OBSERVED,)),
    ("after/harm", ("No",)),
    ("after/meaning", ("He turns the noise into a job he can do. He should not have to.",)),
)
SESSION_VOICE: Answers = (
    ("after/voice/vo_words", (IVO_PICTURE,)),
    ("after/voice/vo_theme", ("Arguments or violence",)),
    ("after/voice/vo_resp", ("Put it in the plan",)),
    (
        "after/voice/vo_do",
        ("Nia brings it to the core group on 26 March: who is with the children when it is loud.",),
    ),
)
SESSION_END: Answers = (("after/mine", ("These are the child's words and pictures as they gave them",)),)
SETUP: Answers = (
    ("setup/started", ("10:12",)),
    ("setup/place", ("At home",)),
    ("setup/comm", ("Speech", "Drawing")),
    ("setup/interp", ("Not needed",)),
    ("setup/par_know", ("Yes",)),
)

NIA_WHY = "An unknown man was in the house today and the socket on the landing is bare at Wilf's height."
SAM_WHY = "Neighbour rang at 23.10: shouting, a child crying for twenty minutes, a van in the yard."
NEW_MAN = "Unknown man, grey van"
NEW_MAN_KNOWN_AS = "Unknown man"

GOAL: Answers = (
    ("goal/g_for", ("Hania",)),
    ("goal/g_need", ("Hania plays with other children two mornings a week",)),
    ("goal/g_now", ("No playgroup; sees no other child from Monday to Friday",)),
    ("goal/g_know", ("Playgroup register shows two mornings a week by 30 April",)),
    ("goal/g_by", ("2026-04-30",)),
)
GOAL_ACTION: Answers = (
    ("goal/action/a_what", ("Takes Hania to the playgroup the first four times",)),
    ("goal/action/a_who", ("Dilys Orme-Hale",)),
    ("goal/action/a_by", ("2026-03-20",)),
)
FINISHING: Answers = (
    ("finish/fam_say", ("Marek: It is written as we said it. Ola: I want the scan letters in Polish too.",)),
    ("finish/child_told", ("2026-03-09",)),
)
