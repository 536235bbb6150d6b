"""The Tarrowby family of Wrenlow, a hill hamlet without signal. Invented: nobody in here exists, nor does the place.

What it shows: neglect told by small facts over a year; a plan of 23 actions that nobody could hold, and the plan of
nine that followed; a child of six who spoke once and was not answered; two social workers who, each without signal,
set her risk level differently.
Source: practice.md section 7.
"""

from __future__ import annotations

from typing import Any

from fieldapp.demo.families.shape import Act, Story, moment
from fieldapp.records.drawing import Drawing, Stroke, write

STORY_NAME = "Tarrowby"


def acts() -> list[Act]:
    """Everything that was done with this family, in order within each day."""
    story = Story(STORY_NAME, moment("2025-06-12", "15:10"))
    _open_the_file(story)
    _autumn(story)
    _first_plan(story)
    _visits_of_autumn(story)
    _second_plan(story)
    _visits_of_january(story)
    _tansys_session(story)
    _visits_of_february(story)
    _two_risk_levels(story)
    return story.acts


def _open_the_file(story: Story) -> None:
    at = story.begun
    people = ("bryony", "kit", "dean", "merle", "ivo", "tansy", "wilf")
    story.write(
        at,
        "nia",
        "family",
        "family",
        {
            "label": "Tarrowby",
            "place": "Wrenlow",
            "members": [
                {"_id": story.id(f"person {key}"), "who": story.id(f"person {key}")} for key in people
            ],
            "home_language": "english",
            "hazards": ["remote", "dog"],
            "who_we_are": (
                "Bryony grew up on this hill and does not want to leave it. She keeps bantams, knows every path, and is "
                "proud that the children can tell a curlew from a lapwing. There is little money and no car; the bus "
                "goes from the chapel on Mondays and Wednesdays. Reading is hard for her and she does not like it to be "
                "noticed."
            ),
            "adjustments": (
                "Everything is read aloud and talked through, a page at a time, never handed over in front of others. "
                "Visits not on Monday or Wednesday mornings, when the bus goes. Appointments are drawn on the calendar by "
                "the back door, not written."
            ),
        },
    )
    story.person(at, "nia", "bryony", name="Bryony Tarrowby", dob="1996-08-03", sex_gender="female",
                 ethnicity="English, hill people, she says", faith=["none"], languages=["english"],
                 interpreter="no", reading="aloud",
                 comm_profile="Say one thing, wait, ask her to say it back. She agrees quickly when she has lost the thread; "
                 "go back a step and draw it.",
                 safe_contact="Ring the school or Merle before noon. Kit sometimes picks up Bryony's phone.")  # fmt: skip
    story.person(at, "nia", "kit", name="Kit Sallowfield", dob="1992-11-11", sex_gender="male",
                 languages=["english"], interpreter="no", reading="easy")  # fmt: skip
    story.person(at, "nia", "dean", name="Dean Oxspring", dob="1992-02-02", sex_gender="male",
                 languages=["english"], interpreter="no", reading="unknown")  # fmt: skip
    story.person(at, "nia", "merle", name="Merle Tarrowby", dob="1993-04-18", sex_gender="female",
                 languages=["english"], interpreter="no", reading="easy",
                 safe_contact="On her own phone, evenings. Never through Kit.")  # fmt: skip
    story.person(at, "nia", "ivo", name="Ivo Tarrowby", dob="2016-06-14", sex_gender="male", languages=["english"],
                 comm_profile="Talks while his hands are busy. Do not sit opposite him.")  # fmt: skip
    story.person(at, "nia", "tansy", name="Tansy Tarrowby", dob="2019-11-02", sex_gender="female",
                 languages=["english"], comm_profile="Whispers at first. Draws before she talks. Needs to know when it ends.")  # fmt: skip
    story.person(
        at, "nia", "wilf", name="Wilf Tarrowby", dob="2024-12-18", sex_gender="male", languages=["english"]
    )
    for child in ("ivo", "tansy", "wilf"):
        story.tie(
            at,
            "nia",
            "bryony",
            "parent",
            child,
            lives_with="yes",
            parental_resp="yes",
            source="Bryony; school record",
        )
    for child in ("ivo", "tansy"):
        story.tie(
            at, "nia", "dean", "parent", child, lives_with="no", parental_resp="unsure", source="Bryony"
        )
    story.tie(at, "nia", "kit", "parent", "wilf", lives_with="some", parental_resp="unsure",
              quality="strained", source="Bryony; health visitor")  # fmt: skip
    story.tie(
        at, "nia", "bryony", "former_partner", "dean", to="2020-05-01", lives_with="no", source="Bryony"
    )
    story.tie(at, "nia", "bryony", "partner", "kit", lives_with="some", quality="strained", source="Bryony")
    story.tie(at, "nia", "merle", "sibling_full", "bryony", lives_with="no", quality="close", source="Bryony")
    story.tie(at, "nia", "ivo", "sibling_full", "tansy", lives_with="yes", quality="close", source="Bryony")
    story.tie(at, "nia", "ivo", "sibling_half", "wilf", lives_with="yes", source="Bryony")
    story.tie(at, "nia", "tansy", "sibling_half", "wilf", lives_with="yes", source="Bryony")
    story.write(at, "nia", "child", "child ivo", {
        "person": story.id("person ivo"), "risk_level": "unknown",
        "risk_why": "One contact from school and nothing else known yet. He has not been met.",
        "school": "Wrenlow Chapel School, year 4", "carer_role": "unknown",
        "likes": "Curlews, the bantams, taking things apart."})  # fmt: skip
    story.write(at, "nia", "child", "child tansy", {
        "person": story.id("person tansy"), "risk_level": "unknown",
        "risk_why": "Known only as the younger sister in school's call. She has not been met, so nothing can be said.",
        "school": "Wrenlow Chapel School, reception", "carer_role": "no",
        "likes": "Plaits, the yellow bantam, drawing with chalk.",
        "calming": "Holding a corner of Ivo's sleeve. Chalk."})  # fmt: skip
    story.write(at, "nia", "child", "child wilf", {
        "person": story.id("person wilf"), "risk_level": "unknown",
        "risk_why": "Known only as the baby in school's call.", "carer_role": "no"})  # fmt: skip
    story.entry(
        moment("2025-06-12", "15:40"), "nia", "contact",
        "School rang for advice. Ivo came in hungry on four of the last ten days and asked a friend for crusts. "
        "Attendance this term 71 per cent. Bryony is friendly and always has a reason.",
        "Wrenlow Chapel School, safeguarding lead, by telephone",
        children={"ivo": "He is hungry at the start of the day and misses more than a quarter of his lessons."},
        response="Advice given: breakfast club without a charge, talk with Bryony, offer early help. An assessment is not "
        "needed before a referral if worries grow. School keeps a note of each morning.",
        significance="medium",
    )  # fmt: skip


def _autumn(story: Story) -> None:
    at = moment("2025-09-09", "11:25")
    story.entry(
        at, "nia", "contact",
        "A neighbour reported shouting from the house late on Saturday and Sunday, and on Monday saw Wilf alone in his "
        "pushchair in the yard in the rain for about forty minutes.",
        "Neighbour, by telephone; asked not to be named",
        children={
            "wilf": "Eight months old, cold and wet, nobody with him.",
            "ivo": "Shouting at night before school days.",
            "tansy": "Shouting at night before school days.",
        },
        response="Decided the same day: social work assessment of all three children.",
        significance="high",
    )  # fmt: skip
    decision = story.write(at, "marcus", "decision", "decision referral", {
        "decided_on": "2025-09-09",
        "question": "What should follow from the neighbour's call about shouting and the baby in the yard?",
        "options": [
            {"option": "Advice and early help", "option_for": "School already offered help; Bryony is friendly. It was not taken up since June."},
            {"option": "Social work assessment of each child", "option_for": "Two sources, three months apart, and a baby left in the rain."},
        ],
        "history_used": "School's call of 12 June: Ivo hungry on four days of ten, attendance 71 per cent. Advice was given then and "
        "nothing shows that it helped.",
        "child_view": "Not known. Nobody has spoken with Ivo or Tansy, and nobody has watched Wilf with his mother.",
        "decided": "Social work assessment of Ivo, Tansy and Wilf, each seen alone or watched in play by 16 September.",
        "why": "The June worry and this one say the same thing about mornings and nights. A baby cannot wait in the rain for "
        "a third call. Early help was offered and not used.",
        "criteria": ["neglect"], "owner": "Marcus Tildesey", "how": "phone", "tell_family_by": "2025-09-10"},
        signed_off=True)  # fmt: skip
    story.write(at, "nia", "episode", "episode assessment", {
        "level": "4", "status": "assessment", "from": "2025-09-09", "to": "2025-10-24",
        "reason": "Two reports in three months about meals, nights and a baby left outside. Not level 3: help offered in June was "
        "not taken up and the youngest cannot say how it is.",
        "criteria": ["neglect"], "decision": decision})  # fmt: skip
    story.assign(moment("2025-10-06", "08:50"), "sam")
    story.entry(
        moment("2025-10-06", "09:40"), "sam", "police",
        "Police went to the house at 01:15 after a call about shouting. Kit had left. A door was broken. Bryony had been "
        "drinking; all three children were awake in one bed. No injury was seen.",
        "Police notice of 6 October; emergency duty record",
        children={
            "ivo": "Awake at one in the morning holding the door shut, he told the officer.",
            "tansy": "Awake, did not speak to anybody.",
            "wilf": "In the big bed between the two others.",
        },
        significance="high",
    )  # fmt: skip
    story.entry(
        moment("2025-10-06", "15:30"), "nia", "strategy",
        "Strategy discussion by telephone: police, school, social care. Health was missing: the health visitor was in clinic. "
        "Enquiry agreed. Five actions, each with one name and a time. Conference by 27 October.",
        "Record of the discussion, 6 October",
        children={"ivo": "To be seen alone by Nia on 7 October.", "tansy": "To be seen alone by Nia on 7 October.",
                  "wilf": "To be weighed and watched by the health visitor by 8 October."},
        response="1 Nia sees each child, 7 October. 2 Police share the call history, 7 October. 3 School shares the register, "
        "7 October. 4 Health visitor weighs Wilf, 8 October. 5 Marcus books the conference.",
        significance="high",
    )  # fmt: skip
    story.entry(
        moment("2025-10-07", "12:10"), "nia", "health",
        "Health caught up on yesterday's discussion. Wilf weighed: just under his line for six weeks, two clinic visits missed. "
        "Immunisations are up to date.",
        "Health visitor, by telephone",
        children={"wilf": "He has grown less than he should since August."},
        response="Weight every two weeks at home.", significance="medium",
    )  # fmt: skip
    story.write(moment("2025-10-06", "16:20"), "marcus", "decision", "decision enquiry", {
        "decided_on": "2025-10-06",
        "question": "Is the threshold for an enquiry met after last night?",
        "options": [{"option": "Go on with the assessment alone"}, {"option": "Enquiry with police, single agency visits"},
                    {"option": "Enquiry, conference booked now"}],
        "history_used": "June (hungry, absent), 9 September (shouting, Wilf in the yard), and now the police at night. Three reports in "
        "four months from three sources, each about nights and mornings.",
        "child_view": "Ivo told the officer he held the door. Tansy said nothing. Wilf was awake in the big bed. Nobody has asked them "
        "what they need.",
        "decided": "Enquiry by Nia from today; conference booked for 24 October.",
        "why": "The children are likely to be harmed by what is missing and by what they hear at night. Waiting for the assessment "
        "to end would leave them three more weeks of it.",
        "criteria": ["neglect", "domestic"], "owner": "Marcus Tildesey", "how": "phone", "tell_family_by": "2025-10-07",
        "dissent": "School thought this should have happened in September."},
        signed_off=True)  # fmt: skip
    story.entry(
        moment("2025-10-21", "10:00"), "nia", "other",
        "The report for the conference was read aloud with Bryony at the kitchen table, three working days before. She asked for two "
        "words to be changed and they were. Dean had his by post.",
        "Nia Brackwell", significance="low",
    )  # fmt: skip
    conference = moment("2025-10-24", "12:30")
    story.entry(
        conference, "nia", "conference_initial",
        "Initial conference. All three children on a plan for neglect. Bryony came with Merle; Dean sent a note; Kit did not come. "
        "Ivo sent a drawing of the kitchen with the light on.",
        "Minutes of the conference, 24 October",
        children={"ivo": "His drawing stood on the table the whole time: “This is when somebody is up.”",
                  "tansy": "Nobody had words of hers to bring.", "wilf": "His weight chart was looked at first."},
        response="Core group by 7 November. Review by 24 January.", significance="high",
    )  # fmt: skip
    story.write(conference, "nia", "episode", "episode plan", {
        "level": "4", "status": "child_protection", "from": "2025-10-24",
        "reason": "Basic care falls short often enough to harm: meals, mornings, nights, and the baby's weight. Not level 3: the worry has "
        "grown over four months while help was offered. Not looked after: Bryony wants help, Merle is near, and nothing "
        "shows the children are unsafe with her by day.",
        "criteria": ["neglect", "domestic"], "accepted_by": "Marcus Tildesey"})  # fmt: skip
    story.edit(conference, "nia", story.family, {
        "why_involved": "We are here because the children have gone to school hungry, nights have been loud, and Wilf has not grown as he "
        "should. We want Ivo, Tansy and Wilf to eat, sleep and be at school. We will go when that holds without us.",
        "must_not_be_told": "Kit Sallowfield must not be told where Merle lives: he broke her gate in 2023 and said he would be back. Agreed "
        "with Merle on 24 October."})  # fmt: skip
    story.edit(conference, "nia", story.id("child ivo"), {
        "risk_level": "medium",
        "risk_why": "He gets himself and Tansy up, dressed and out, and goes without so that she can have the bread. He talks to us, knows "
        "whom to ring and has Merle. Would rise if he stops talking or the nights get worse.",
        "category": "Neglect"})  # fmt: skip
    story.edit(conference, "nia", story.id("child tansy"), {
        "risk_why": "She has not yet said a word to a worker. We know what the house is like and not what it is like to be her. Not known is "
        "the honest answer until she has been seen alone and feels safe enough to draw.",
        "category": "Neglect"})  # fmt: skip
    story.edit(conference, "nia", story.id("child wilf"), {
        "risk_level": "low",
        "risk_why": "Weight recovering since the health visitor comes every two weeks: back on his line on 20 October. He smiles, crawls and "
        "goes to Bryony when tired. Would rise with a missed weighing or another night like 6 October.",
        "category": "Neglect"})  # fmt: skip
    story.entry(
        moment("2025-11-05", "14:00"), "nia", "core_group",
        "Core group. Six of seven came. Bryony said the list was so long that she had stopped looking at it. School: breakfast 1 day in 5.",
        "Minutes of the core group", children={"ivo": "Breakfast one day in five."},
        response="Keep the plan until the review; ask what matters most.", significance="medium",
    )  # fmt: skip
    story.entry(
        moment("2025-11-14", "11:15"), "nia", "accuracy",
        "Bryony: “Wilf's birth date is wrong. You've got him ten days older than he is. He was born three days after Christmas.” "
        "The plan and the weight chart both rest on it.",
        "Bryony Tarrowby, at home", children={"wilf": "His weight was read against the wrong age."},
        verified="no", response="To be answered by 14 December. Birth certificate asked for.", significance="medium",
    )  # fmt: skip
    story.edit(moment("2025-11-28", "10:20"), "nia", story.id("person wilf"), {"dob": "2024-12-28"})
    story.entry(
        moment("2025-11-28", "10:30"), "nia", "accuracy",
        "Answered: Bryony is right. The birth certificate says 28 December 2024. Corrected; the old date stays readable in the history. "
        "The health visitor has plotted the chart anew.",
        "Birth certificate, seen by Nia Brackwell", children={"wilf": "On the corrected chart he has been on his line since mid-October."},
        response="Told Bryony in person. She said: “Thank you for changing it.”", significance="medium",
    )  # fmt: skip


def _first_plan(story: Story) -> None:
    """Version 1: 23 actions under five aims, most of which nobody could see or count."""
    at = moment("2025-10-24", "16:40")

    def action(what: str, who: str, by: str, know: str = "") -> dict[str, str]:
        return {"what": what, "who": who, "action_by": by, "know": know}

    story.write(at, "nia", "plan", "plan 1", {
        "type": "child_protection", "version": "1", "agreed_on": "2025-10-24",
        "aim": "The children to have their basic needs consistently met in a safe and nurturing home environment.",
        "objective": [
            {"for": "Ivo", "change": "Mother to engage with professionals and prioritise the children's needs", "now": "Poor engagement, to improve",
             "measure": "Professionals to monitor", "by": "2026-01-16",
             "action": [action("Attend all appointments", "Bryony", "2025-11-14"), action("Work with the family support worker", "Bryony", "2025-11-14"),
                        action("Engage with parenting work", "Bryony", "2025-12-12"), action("Give the group updates", "Nia Brackwell", "2025-11-05"),
                        action("Chair core groups", "Nia Brackwell", "2025-11-05")]},
            {"for": "Ivo and Tansy", "change": "Ivo and Tansy to improve school attendance", "now": "Attendance needs to improve",
             "measure": "Attendance to improve", "by": "2026-01-16",
             "action": [action("Ensure the children attend daily", "Bryony", "2025-11-14"), action("Ensure the children are on time", "Bryony", "2025-11-14"),
                        action("Offer breakfast club", "Elin Hartle", "2025-11-03"), action("Monitor attendance", "Elin Hartle", "2025-12-19"),
                        action("Send letters about absence", "Elin Hartle", "2025-11-14")]},
            {"for": "Wilf", "change": "Appropriate weight gain and safe sleep to be achieved", "now": "Weight as at clinic",
             "measure": "Health visitor to monitor weight", "by": "2026-01-16",
             "action": [action("Take Wilf to clinic", "Bryony", "2025-11-14"), action("Weigh Wilf", "Joan Petherick", "2025-11-07"),
                        action("Give advice on weaning", "Joan Petherick", "2025-11-21"), action("Provide a cot", "Nia Brackwell", "2025-11-07"),
                        action("Check safe sleep", "Joan Petherick", "2025-11-21")]},
            {"for": "All children", "change": "Home conditions to be of an appropriate standard", "now": "Home conditions variable, positive at times",
             "measure": "Visits, ongoing", "by": "2026-01-16",
             "action": [action("Tidy the kitchen and landing", "Bryony", "2025-11-14"), action("Repair the door", "Kit", "2025-11-07"),
                        action("Ask the landlord about the socket", "Bryony", "2025-11-14"), action("Unannounced visits", "Nia Brackwell", "2025-11-21")]},
            {"for": "All children", "change": "Children not to be exposed to adult arguments", "now": "Arguments reported, address as needed",
             "measure": "No further police reports", "by": "2026-01-16",
             "action": [action("Attend relationship work", "Kit", "2025-12-12"), action("Not to argue before the children", "Bryony", "2025-10-27"),
                        action("Share incidents", "Ros Amery", "2025-12-19"), action("Direct work with the children", "Nia Brackwell", "2025-12-12")]},
        ],
        "contingency": "If concerns persist, legal advice will be sought.",
        "next_review": "2026-01-20"})  # fmt: skip


def _visits_of_autumn(story: Story) -> None:
    """Five visits under the first plan: kept, short, and each with the same list of things not done."""
    at_home = [
        {
            "p_name": "Bryony Tarrowby",
            "p_role": "mother",
            "p_lives": "yes",
            "p_new": "no",
            "p_heard": "partly",
        }
    ]
    under_the_table = {"c_alone": "sib", "c_place": "kitchen", "c_bed": "no", "c_comm": ["look"]}
    for day, arrived, left, next_day, told in (
        ("2025-10-31", "15:50", "16:30", "2025-11-14", {
            "history": "A week since the conference; the door of 6 October is still broken.",
            "home": {"rooms": ["kitchen", "childbed"], "home_c": ["cold", "unsafe"], "home_detail": "Bedroom door off its upper hinge, a blanket nailed across. Breath to be seen upstairs. One "
                     "duvet for two beds.", "home_good": "Soup on the range, enough for all."},
            "ivo": {"c_alone": "yes", "c_place": "garden", "c_bed": "yes", "c_bed_d": "Mattress on the floor, coat as a second cover.", "c_comm": ["speech"], "c_look": "Thin wrists, quick. Showed me "
                    "where the hens lay away.", "c_think": "Watches what adults want before he answers."},
            "tansy": {**under_the_table, "c_look": "Behind Ivo, holding his sleeve. Did not speak.", "c_think": "I have not met her yet, only stood near her."},
            "wilf": {"c_bed": "yes", "c_bed_d": "In the big bed, between two pillows. Safer sleep talked through; cot comes on Tuesday.", "c_comm": ["cry"], "c_look": "Pale, quiet, took a crust and "
                     "held it.", "c_think": "Needs weighing every two weeks, as agreed."},
            "views": [{"v_who": "Bryony", "v_said": "I signed it. I don't know what half of it says."}], "changed": "Nothing yet but the paper.", "works": "Soup. She opened the door before I knocked.",
            "worries": "The plan is too long to be read aloud in one visit.", "pattern": "As in September and October: mornings and nights.", "safety": "4",
            "child_told": "Ivo: that his drawing stood on the table all morning."}),
        ("2025-11-14", "10:30", "11:25", "2025-11-28", {
            "history": "Core group on the 5th: breakfast one day in five.",
            "home": {"rooms": ["kitchen", "parent"], "home_c": ["cold"], "home_detail": "Kitchen fourteen degrees at half past ten. New cot in Bryony's room, still in its plastic under the window.",
                     "home_good": "Hens fed, floor swept."},
            "ivo": {"c_alone": "yes", "c_place": "own", "c_bed": "no", "c_comm": ["speech", "play"], "c_look": "At home with a headache. Ate four slices of my bread.",
                    "c_think": "The headache may be hunger."},
            "tansy": {"c_seen": "no", "c_where": "At school, the register says so and Elin saw her at nine.", "c_see_by": "2025-11-21"},
            "wilf": {"c_bed": "no", "c_comm": ["play", "cry"], "c_look": "Brighter, sat up alone, two ounces up since the 31st.", "c_think": "Better with the fortnightly scales."},
            "views": [{"v_who": "Bryony", "v_said": "There's that many jobs on it I've stopped looking.", "v_disagree": "Wilf's birth date is wrong: he was born three days after Christmas."}],
            "changed": "The cot is here. The list is on the fridge, under a bill.", "works": "Wilf is growing.", "worries": "Ivo hungry at home on a school day.", "pattern": "As before.",
            "safety": "4", "child_told": "Ivo: that I would ask school about breakfast without using his name."}),
        ("2025-11-28", "10:00", "10:50", "2025-12-12", {
            "history": "The birth date was wrong in our plan; today I bring the answer.",
            "home": {"rooms": ["kitchen", "parent"], "home_c": ["fine"], "home_good": "Cot made up, a sheet and nothing else. Door rehung by Kit, new panel."},
            "ivo": {"c_seen": "no", "c_where": "At school; Elin saw him at breakfast club.", "c_see_by": "2025-12-05"},
            "tansy": {"c_seen": "no", "c_where": "At school; in the nativity, as a sheep, Bryony says.", "c_see_by": "2025-12-05"},
            "wilf": {"c_bed": "yes", "c_bed_d": "Cot in Bryony's room, used four nights in seven by her count.", "c_comm": ["play"], "c_look": "Crawled to the door and back three times to show me.",
                     "c_think": "On his line, on the right chart."},
            "views": [{"v_who": "Bryony", "v_said": "Thank you for changing it."}], "changed": "One thing she said was wrong was put right, and she stood straighter.", "works": "The cot. The door.",
            "worries": "I came when the older two were at school. That is my diary, not their need.", "pattern": "Quieter than October.", "safety": "5", "child_told": "Wilf: nothing to tell."}),
        ("2025-12-12", "15:45", "16:35", "2025-12-23", {
            "history": "Last time I missed both older children.",
            "home": {"rooms": ["kitchen", "living"], "home_c": ["food"], "home_detail": "Cupboard: flour, tea, half a bag of oats, two tins. Money comes on Tuesday, Bryony says. I rang the chapel for a "
                     "box from the doorstep.", "home_good": "Paper stars in the window, cut by Tansy."},
            "ivo": {"c_alone": "yes", "c_place": "car", "c_bed": "no", "c_comm": ["speech"], "c_look": "Wet feet, cheerful about the stars.", "c_think": "He told me the number of tins without being asked."},
            "tansy": {**under_the_table, "c_look": "Held up a star for me to see, from behind the settee. Two stomach aches this fortnight, Bryony says.", "c_think": "That star is the first thing she has given me."},
            "wilf": {"c_bed": "no", "c_comm": ["play"], "c_look": "Fed himself porridge with both hands.", "c_think": "Well."},
            "views": [{"v_who": "Bryony", "v_said": "It's the last week that's always short."}], "changed": "Less food, more paper stars.", "works": "She said the cupboard was empty before I looked.",
            "worries": "The week before the money.", "pattern": "June's hunger, in winter.", "safety": "4", "child_told": "Ivo: that a box comes tonight and that it is nobody's fault."}),
        ("2025-12-23", "11:00", "11:40", "2026-01-08", {
            "history": "School is closed until 5 January: nobody counts breakfasts now.",
            "home": {"rooms": ["kitchen"], "home_c": ["fine"], "home_good": "Full shelf from the chapel. Merle's cake on the table, cut already."},
            "ivo": {"c_alone": "yes", "c_place": "garden", "c_bed": "no", "c_comm": ["speech"], "c_look": "Warm hat, new to him. Whistled.", "c_think": "Easier when there is food and Merle."},
            "tansy": {**under_the_table, "c_look": "On Merle's lap, thumb in, eyes open.", "c_think": "She is another child on that lap."},
            "wilf": {"c_bed": "no", "c_comm": ["play"], "c_look": "Pulled the cloth and the cake came too. Everybody laughed.", "c_think": "A year old on Sunday, on his line."},
            "views": [{"v_who": "Merle", "v_said": "They can come to me any night. I've told her. Any night."}], "changed": "Merle is here by day.", "works": "Merle.", "worries": "Who is here at night over "
            "the holiday.", "pattern": "Quieter when Merle is near.", "safety": "6", "child_told": "Ivo: whom to ring over Christmas, and he said it back."}),
    ):  # fmt: skip
        present = (
            [
                *at_home,
                {
                    "p_name": "Merle Tarrowby",
                    "p_role": "rel",
                    "p_lives": "no",
                    "p_new": "no",
                    "p_heard": "yes",
                },
            ]
            if day == "2025-12-23"
            else at_home
        )
        story.write(moment(day, "17:15"), "nia", "home_visit", f"visit {day}", _visit(
            story, day, arrived, left, {"present": present, "objectives": [], "todo": [], "next": next_day, **told}))  # fmt: skip


def _second_plan(story: Story) -> None:
    """Version 2: three objectives first, nine actions, each with one name, a date and somebody who sees it."""
    at = moment("2026-01-20", "13:10")
    story.entry(
        at, "nia", "conference_review",
        "Review conference. The plan goes on, made new with Bryony: three things first, nine actions. Tansy was offered an advocate and said: "
        "“Tell me more first.” Kit came for the first half.",
        "Minutes of the review, 20 January",
        children={"ivo": "His words about the bell opened the meeting.", "tansy": "Wants to know what an advocate does before she says yes.",
                  "wilf": "On his line, crawling, pulling up."},
        response="Next review by 20 July.", significance="high",
    )  # fmt: skip
    story.entry(
        at, "nia", "advocacy", "Tansy was offered somebody to be on her side in meetings. Her answer: “Tell me more first.” "
        "Nobody has told her more yet.", "Nia Brackwell, at school", children={"tansy": "Still open."},
        response="Nia to bring the picture leaflet.", significance="low",
    )  # fmt: skip
    story.write(at, "nia", "plan", "plan 2", {
        "type": "child_protection", "version": "2", "agreed_on": "2026-01-20", "replaces": story.id("plan 1"),
        "aim": "We are worried that Ivo, Tansy and Wilf go without breakfast, sleep and school, and that nights are loud. Safe looks like this: "
        "everyone eats before school, Wilf sleeps in his own cot, and the children are at school by the bell, week after week.",
        "objective": [
            {"_id": story.id("goal breakfast"), "for": "Ivo", "change": "Ivo eats breakfast at home on school days", "now": "1 day in 5 (week of 12 January)",
             "measure": "Breakfast club register shows he has eaten on 4 days in 5", "by": "2026-04-30",
             "voice": "“When I'm empty the bell sounds loud.” Ivo, 8 January", "first": "OK",
             "action": [
                 {"what": "Cereal, milk and bowls stand on the low shelf each night", "who": "Bryony", "action_by": "2026-01-26", "know": "Ivo can reach it; Nia looks at each visit"},
                 {"what": "Food box from the chapel on Fridays", "who": "Merle", "action_by": "2026-01-30", "know": "Bryony signs for it"},
                 {"what": "Ask Ivo each morning if he has eaten, without making a fuss", "who": "Elin Hartle", "action_by": "2026-01-23", "know": "Register"}]},
            {"_id": story.id("goal cot"), "for": "Wilf", "change": "Wilf sleeps in his own cot on his back every night", "now": "4 nights in 7; else in the big bed",
             "measure": "Health visitor's sleep chart shows 7 nights in 7 for three weeks", "by": "2026-03-31", "first": "OK",
             "action": [
                 {"what": "Cot stands in Bryony's room, clear of pillows", "who": "Bryony", "action_by": "2026-01-23", "know": "Seen by Joan on 26 January"},
                 {"what": "Mark the sleep chart each morning", "who": "Bryony", "action_by": "2026-02-27", "know": "Chart on the fridge, suns and moons"},
                 {"what": "Weigh Wilf every two weeks at home", "who": "Joan Petherick", "action_by": "2026-03-31", "know": "Red book"}]},
            {"_id": story.id("goal school"), "for": "Ivo and Tansy", "change": "Ivo and Tansy are at school by 8.50", "now": "Ivo 71 in 100, Tansy 74 in 100 this autumn",
             "measure": "School register shows 90 in 100 for each child", "by": "2026-05-22",
             "voice": "“I like it when I'm there for my name.” Ivo, 8 January", "first": "OK",
             "action": [
                 {"what": "Alarm on the landing, set by Ivo, for ten past seven", "who": "Bryony", "action_by": "2026-01-26", "know": "Nia sees it on the landing"},
                 {"what": "Lift from the chapel when the lane is iced", "who": "Merle", "action_by": "2026-02-27", "know": "School notes who brought them"},
                 {"what": "Ring Bryony by 9.15 on any day a child is missing", "who": "Elin Hartle", "action_by": "2026-01-23", "know": "School's log"}]},
        ],
        "contingency": "If Wilf drops below his line twice, if a child is hurt, or if two weeks pass without any of the three things holding, Nia and "
        "Marcus meet Bryony and Merle the same week and take legal advice. Merle has said the children can sleep at hers any night.",
        "adjustments": "Read aloud, drawn on the calendar. Meetings at the chapel room, not on bus days.",
        "next_review": "2026-07-20"})  # fmt: skip
    story.write(at, "marcus", "decision", "decision review", {
        "decided_on": "2026-01-20",
        "question": "Should the plan go on, and in what shape?",
        "options": [{"option": "Keep version 1"}, {"option": "Step down to child in need"}, {"option": "Keep the plan, made short"}],
        "history_used": "October's night; since then no police call, but breakfast stayed at one day in five under a plan of 23 actions. Bryony told "
        "the core group on 5 November that she had stopped looking at it.",
        "child_view": "Ivo: “When I'm empty the bell sounds loud.” Tansy has said only “Tell me more first.” Wilf goes to his mother when tired.",
        "decided": "Keep the plan. Three things first, nine actions, visits every ten working days.",
        "why": "Nothing shows yet that it holds without us. What failed was the plan's length, not Bryony's will: she asked for fewer things and "
        "named them herself.",
        "criteria": ["neglect"], "owner": "Marcus Tildesey", "how": "meeting", "tell_family_by": "2026-01-21"},
        signed_off=True)  # fmt: skip
    story.entry(
        moment("2026-02-12", "14:30"), "nia", "core_group",
        "Core group at the chapel room. All came, Kit late. Breakfast: Ivo ate on 3 days of 5. Cot: 6 nights in 7. School: Ivo 86, Tansy 84 "
        "in 100 since January.",
        "Minutes of the core group",
        children={"ivo": "Three days of five, up from one.", "tansy": "Nothing of hers was brought.", "wilf": "Six nights of seven in the cot."},
        response="Next core group by 26 March.", significance="medium",
    )  # fmt: skip
    plan = story.id("plan 2")
    at = moment("2026-02-12", "16:05")
    for goal, value, moved, evidence in (
        (
            "breakfast",
            "3 days in 5",
            "better",
            "Elin read the register out, week of 2 February: Monday, Tuesday and Thursday.",
        ),
        (
            "cot",
            "6 nights in 7",
            "better",
            "Bryony brought the chart with suns and moons. One moon missing, the night Wilf had a cold.",
        ),
        ("school", "Ivo 86, Tansy 84 in 100", "better", "School register since 5 January."),
    ):
        row = f"objective[{story.id(f'goal {goal}')}]/progress[{story.id(f'progress {goal} february')}]"
        story.edit(at, "nia", plan, {row: 0, f"{row}/progress_on": "2026-02-12", f"{row}/progress_value": value,
                                     f"{row}/progress_moved": moved, f"{row}/progress_evidence": evidence})  # fmt: skip


def _visits_of_january(story: Story) -> None:
    at = moment("2026-01-08", "12:05")
    story.write(at, "nia", "home_visit", "visit 8 January", _visit(story, "2026-01-08", "10:05", "11:00", {
        "history": "The police call of 6 October came after a quiet fortnight. Today is the first school week after Christmas.",
        "present": [{"p_name": "Bryony Tarrowby", "p_role": "mother", "p_lives": "yes", "p_new": "no", "p_heard": "partly"}],
        "home": {"rooms": ["kitchen", "living"], "home_c": ["cold"],
                 "home_detail": "Kitchen warm from the range. Front room about ten degrees by my breath; a blanket hung over the stair door to keep the warmth in. "
                 "I was not shown upstairs: Bryony said the landing was full of washing.",
                 "home_good": "Porridge pan soaking in the sink at ten. The bantams' feed is kept in a lidded bin, so no rats this winter."},
        "ivo": {"c_alone": "yes", "c_place": "garden", "c_bed": "no", "c_comm": ["speech", "play"],
                "c_look": "School jumper, clean. Chapped hands. Quick and busy, building a ramp for the bantams while we talked.",
                "c_with": "Bryony called him in for his scarf and tied it; he let her, and leaned.",
                "said": [
                    _said(story, "ivo bell", "When I'm empty the bell sounds loud.", "I asked what mornings at school are like.", "food", "any"),
                    _said(story, "ivo name", "I like it when I'm there for my name.", "He was telling me about the register, without being asked.", "school", "any")],
                "c_think": "He takes being hungry as his own affair and solves it. That is too much for nine. He wants to be at school, which is the "
                "strongest thing we have."},
        "tansy": {"c_alone": "no", "c_alone_why": "refchild",
                  "c_alone_plan": "Meet her at school on the 22nd, in the book corner she knows, with chalk and paper, and tell her beforehand when it ends.",
                  "c_place": "kitchen", "c_bed": "no", "c_comm": ["look"],
                  "c_look": "Hair brushed, tights with a hole at the knee. Watched me from under the table and did not speak.",
                  "c_with": "Came out when Bryony held up the chalk box. Sat on her foot.",
                  "c_think": "She is not shy with Bryony. She may be waiting to see what I am for."},
        "wilf": {"c_bed": "no", "c_comm": ["play", "cry"],
                 "c_look": "Rosy, fat wrists, crawling fast. Banged a spoon on the coal scuttle and laughed at the noise.",
                 "c_with": "Reached for Bryony when I came near; she picked him up and named me to him.",
                 "c_think": "He uses his mother as a safe place. Growing."},
        "views": [{"v_who": "Bryony", "v_said": "I know about the breakfasts. I get them up and then it's all gone, the time. I'm not a bad mum.", "v_disagree": ""}],
        "objectives": [], "changed": "Quieter since Christmas. Kit is at his brother's most nights, Bryony says. I saw one pair of large boots by the door.",
        "works": "School every day this week. Porridge this morning. Bryony told me about the breakfasts before I asked.",
        "worries": "Ivo carries the mornings. Tansy has still not been heard alone.",
        "pattern": "Same as the autumn in kind, better in degree. The last quiet time, in September, lasted two weeks.",
        "safety": "6", "todo": [
            {"t_what": "Bring the alarm clock for the landing", "t_who": "Nia Brackwell", "t_by": "2026-01-22", "t_know": "It stands there and rings"}],
        "next": "2026-01-22", "child_told": "I told Ivo I would say his words about the bell at the big meeting if he liked, and he said I could.",
    }))  # fmt: skip
    story.edit(moment("2026-01-22", "17:40"), "nia", story.id("said ivo bell"), _answered(
        story, "ivo", "ivo bell", "plan", "Breakfast is the first goal of the new plan; Bryony and school, from 26 January.", "2026-01-22",
        "Good. Can I still have it at club if I'm late?", "goal breakfast"))  # fmt: skip
    story.edit(moment("2026-01-22", "17:42"), "nia", story.id("said ivo name"), _answered(
        story, "ivo", "ivo name", "plan", "Being there by the bell is the third goal; alarm on the landing, Bryony, 26 January.", "2026-01-22",
        "I'll set it myself.", "goal school"))  # fmt: skip
    story.write(moment("2026-01-22", "17:30"), "nia", "home_visit", "visit 22 January", _visit(story, "2026-01-22", "15:40", "16:35", {
        "history": "The review on Tuesday made the plan new. Kit heard half of it and left.",
        "present": [{"p_name": "Bryony Tarrowby", "p_role": "mother", "p_lives": "yes", "p_new": "no", "p_heard": "no"},
                    {"p_name": "Kit Sallowfield", "p_role": "father", "p_lives": "some", "p_new": "no", "p_heard": "no"}],
        "home": {"rooms": ["kitchen", "living", "childbed", "parent"], "home_c": ["unsafe", "cold"],
                 "home_detail": "Children's room: two mattresses on pallets, dry, duvets clean, a torch each. Socket by the window hangs out on its wires at about "
                 "Wilf's height; I pushed the chest of drawers in front of it. Wilf's cot stands in Bryony's room at the foot of the bed, nothing in it "
                 "but a sheet. Bedroom door has a new panel, unpainted.",
                 "home_good": "Cereal, two bowls and spoons on the low shelf at four in the afternoon, ready for the morning. Calendar by the back door with a sun "
                 "drawn for today."},
        "ivo": {"c_alone": "yes", "c_place": "own", "c_bed": "yes",
                "c_bed_d": "Mattress on a pallet under the window, own duvet with planets, own torch and a tin with his things. Dry. About twelve degrees.",
                "c_comm": ["speech"], "c_look": "Tired eyes, cheerful. Showed me how the alarm works, twice.",
                "c_with": "Kit put a hand on his head in passing and Ivo went still until it was gone.",
                "said": [_said(story, "ivo torch", "If it gets loud I put the torch on for Tansy and we do shadow rabbits.", "I asked what the torch is for.", "arguing", "some",
                               worry="no")],
                "c_think": "He looks after Tansy at night as well as in the morning. He went still at Kit's hand; I have not seen that before and do not know what it means."},
        "tansy": {"c_alone": "yes", "c_place": "school", "c_bed": "yes",
                  "c_bed_d": "Mattress beside Ivo's, pushed close. Three soft animals in a row. Dry. She keeps chalk under the pillow.",
                  "c_comm": ["speech", "draw", "play"], "c_look": "In the book corner at 14.00, warm, plaits. Spoke to me for the first time. The session has its own record.",
                  "c_with": "At home later she stood behind Bryony's chair while Kit talked.",
                  "c_think": "She has decided I may hear something. What she said is in her session and needs an answer from us, not only a record."},
        "wilf": {"c_bed": "yes", "c_bed_d": "Cot at the foot of Bryony's bed, firm mattress, sheet only, on his back when I looked at four. Room about fourteen degrees. Safer sleep "
                 "talked through again.", "c_comm": ["play", "look"],
                 "c_look": "Pulling up on the cot bars, two new teeth, dribble rash, nothing else.", "c_with": "Bryony changed him while she talked, naming his toes.",
                 "c_think": "On track where he was worrying in October."},
        "views": [{"v_who": "Kit", "v_said": "You lot come when you like and write what you like. The socket's the landlord's.", "v_disagree": ""},
                  {"v_who": "Bryony", "v_said": "It's better with three things. I can see three things.", "v_disagree": ""}],
        "objectives": [("breakfast", "same", "Cereal and bowls stood ready; register for this week not in yet."),
                       ("cot", "better", "Cot clear and used; chart begun on Tuesday, three moons.")],
        "changed": "A new plan that Bryony can say by heart. Kit in the house in the afternoon. Tansy spoke.",
        "works": "The low shelf. The alarm. Bryony said the three things to me before I opened the folder.",
        "worries": "Nights when Kit stays. The socket. Tansy's words of today, which are not for this page.",
        "pattern": "In September and October the loud nights came on weekends when Kit stayed. Ask about weekends, not about arguments.",
        "safety": "5", "todo": [
            {"t_what": "Socket made safe, landlord rung with Bryony beside me", "t_who": "Nia Brackwell", "t_by": "2026-01-30", "t_know": "Seen at the next visit"},
            {"t_what": "Sleep chart marked each morning", "t_who": "Bryony", "t_by": "2026-02-05", "t_know": "Chart on the fridge"}],
        "next": "2026-02-05", "child_told": "Ivo: I told him both his sentences are in the plan, and where. Tansy: that I will come and tell her what happens by Monday.",
    }))  # fmt: skip
    story.edit(moment("2026-02-05", "17:10"), "nia", story.id("said ivo torch"), _answered(
        story, "ivo", "ivo torch", "now", "Nia asked Bryony about weekends, and gave Merle's number to Ivo on a card for his tin, 5 February.", "2026-02-05",
        "She's on speed dial two.", ""))  # fmt: skip


def _tansys_session(story: Story) -> None:
    story.write(moment("2026-01-22", "16:55"), "nia", "wishes_and_feelings", "session Tansy 22 January", {
        "ctx_person": story.id("person tansy"), "ctx_child": "Tansy", "ctx_age": "6",
        "setup": {"sdate": "2026-01-22", "started": "14:00:00", "place": "school", "earshot": ["none"], "tools": ["houses", "ladder"],
                  "comm": ["speech", "draw", "play"], "interp": "none", "par_know": "yes"},
        "hello": {"call_me": "Tansy Bee", "ok_go": "yes"},
        "go": {
            "houses": {
                "first_house": "good",
                "good": [{"good_w": "When Merle does my plaits and it doesn't pull", "good_by": "worker"},
                         {"good_w": "Ivo's shadow rabbits", "good_by": "worker"}],
                "worry": [{"worry_w": "The loud makes my tummy hurt", "worry_d": _tansys_drawing(), "worry_size": "huge", "worry_by": "worker"}],
                "dream": [{"dream_w": "I want Merle to fetch me", "dream_who": "Merle. And you could ring her.", "dream_by": "worker"}],
                "door": "From the loud to Merle's",
            },
            "ladders": {"l_safe": "4", "l_safe_up": "If the loud stopped before Wilf wakes up", "l_safe_hold": "Ivo is on the next bed",
                        "l_home": "6", "l_home_up": "The yellow one could sleep inside", "l_school": "8", "l_school_up": "More chalk",
                        "l_heard": "5", "l_heard_up": "Say it back so I know you heard"},
            "end": {"message": "Tell Mum it's not her I'm cross at", "advocate": "tell", "may_tell": ["family", "school"], "not_tell": ["partner"],
                    "not_tell_w": "He'd be loud", "read_back": "OK", "copy": "safe", "anon_ok": "no", "feel_end": "calm"},
        },
        "after": {
            "ended": "14:45:00",
            "observed": "Chose the book corner and sat with her back to the wall. Ten minutes of chalk before a word. Drew the good house first, small and in the middle, "
            "then the worries in red right to the edge of the paper, pressing until the chalk broke. Put her hand on her stomach while she said it. "
            "After the dream house she breathed out and asked what was for pudding.",
            "harm": "yes",
            "harm_words": "I asked: “What lives in this house?” She said: “The loud makes my tummy hurt.” I asked: “Tell me about the loud.” She said: “It's in the night. "
            "It comes up the stairs.” I asked nothing more.",
            "harm_told": "Marcus Tildesey, by telephone, 15.05. Agreed: no police referral today, ask Bryony about weekends this afternoon, school to watch, look again at "
            "the core group on 12 February.",
            "meaning": "I think the loud is the arguments on nights when Kit stays, and that her body keeps the score. She has thought about how to get out and who would come. "
            "She put herself at four, and what holds her there is a nine-year-old. She asked to be told that she was heard.",
            "voice": [
                {"_id": story.id("said tansy loud"), "vo_words": "The loud makes my tummy hurt", "vo_kind": "said",
                 "vo_before": "I had asked what lives in the house of worries. She was drawing it in red.", "vo_theme": "arguing"},
                {"_id": story.id("said tansy fetch"), "vo_words": "I want Merle to fetch me", "vo_kind": "said",
                 "vo_before": "I had asked what it would be like if all the worries were gone.", "vo_theme": "family"},
            ],
            "fb_date": "2026-01-26", "mine": "OK",
        },
    }, why_open="What we will do needs Marcus and the core group first; I ran out of the day.")  # fmt: skip


def _visits_of_february(story: Story) -> None:
    story.write(moment("2026-02-05", "13:00"), "nia", "home_visit", "visit 5 February", _visit(story, "2026-02-05", "10:10", "11:05", {
        "history": "Two weekends since the last visit. Kit's boots were here on the 22nd.",
        "present": [{"p_name": "Bryony Tarrowby", "p_role": "mother", "p_lives": "yes", "p_new": "no", "p_heard": "partly"}],
        "home": {"rooms": ["kitchen", "living"], "home_c": ["damp"],
                 "home_detail": "Damp patch above the back door, a hand wide, new since January; bucket under it. Range lit. Upstairs not seen: Wilf was asleep and Bryony asked me not "
                 "to wake him.",
                 "home_good": "The low shelf was laid. Bryony had drawn a curlew on the sleep chart for a week without a gap."},
        "ivo": {"c_alone": "yes", "c_place": "garden", "c_bed": "no", "c_comm": ["speech", "play"],
                "c_look": "Home with a cold, slept in, good colour. Showed me a dead shrew and what it had eaten.",
                "c_with": "Bryony brought him a hot drink and felt his forehead.",
                "said": [_said(story, "ivo bantam", "Mum laughed yesterday. At the yellow one on the bucket.", "I asked what was the best thing this week.", "fun", "any")],
                "c_think": "Lighter than in January. He offered me a good thing before any other."},
        "tansy": {"c_alone": "sib", "c_place": "kitchen", "c_bed": "no", "c_comm": ["speech"],
                  "c_look": "Reading to the dog. Said hello, then went under the table with Ivo when I asked to talk with her.",
                  "c_with": "Let Bryony wipe her nose.",
                  "c_think": "She told me a great deal two weeks ago and I came without an answer. I think she noticed."},
        "wilf": {"c_bed": "no", "c_comm": ["play"],
                 "c_look": "Woke at ten to eleven and was brought down. Stood at the bench holding on, passed me the same brick eleven times.",
                 "c_with": "Cried when Bryony left the room, stopped when she sang from the stairs.", "c_think": "Well."},
        "views": [{"v_who": "Bryony", "v_said": "The landlord laughed about the socket. He did come about the roof.", "v_disagree": ""}],
        "objectives": [("breakfast", "better", "Elin's note: three days last week."), ("cot", "better", "Chart: six of seven."),
                       ("school", "better", "All at school by the bell until Ivo's cold.")],
        "changed": "Laughter in the house. A leak. No talk of Kit unless I asked; he was there both weekends, once loud.",
        "works": "Breakfast and the cot chart hold for a third week.",
        "worries": "I have not told Tansy what happens with what she said. The socket is still only hidden.",
        "pattern": "Better, on weekdays. October's nights were on weekends.",
        "safety": "6", "todo": [
            {"t_what": "Ring the landlord again about the socket, in writing this time", "t_who": "Nia Brackwell", "t_by": "2026-02-13", "t_know": "Letter on file"}],
        "next": "2026-02-19", "child_told": "Ivo: Merle's number is in his tin. I told Tansy that I have not forgotten and cannot yet say.",
    }))  # fmt: skip
    story.edit(moment("2026-02-20", "09:30"), "nia", story.id("said ivo bantam"), _answered(
        story, "ivo", "ivo bantam", "listen", "", "2026-02-19", "He was pleased I remembered.", ""))  # fmt: skip
    story.link(moment("2026-02-19", "09:30"), "nia", cut=True)
    story.write(moment("2026-02-19", "11:20"), "nia", "home_visit", "visit 19 February", _visit(story, "2026-02-19", "09:50", "10:55", {
        "history": "Last time I came back to Tansy without an answer, and she hid. Half-term: the children have been at home four days. October's call came at the "
        "end of a school holiday too.",
        "want": "How are the nights in half-term? Will Tansy let me sit near her? Is the socket safe?",
        "present": [{"p_name": "Bryony Tarrowby", "p_role": "mother", "p_lives": "yes", "p_new": "no", "p_heard": "partly"},
                    {"p_name": "Kit Sallowfield", "p_role": "father", "p_lives": "some", "p_new": "no", "p_heard": "partly"}],
        "home": {"rooms": ["kitchen", "living", "out"], "home_c": ["unsafe", "damp"],
                 "home_detail": "Kitchen warm, floor swept, washing over the range. The leak above the back door is mended, a dry stain left. The yard gate is off its "
                 "hinge and lies across the step; Wilf could pull himself up on it and it would come over. I lifted it against the wall with Kit. Upstairs not seen: Kit "
                 "said the stairs were wet and stood in front of them. I asked twice. The socket therefore not seen.",
                 "home_good": "Low shelf laid for the morning though it is half-term: Ivo does it now, Bryony says, and she lets him. Suns and moons on the fridge, six rows of "
                 "them."},
        "ivo": {"c_alone": "yes", "c_place": "garden", "c_bed": "no", "c_comm": ["speech", "play"],
                "c_look": "Warm coat, odd gloves, hair cut since last time. Talked fast and looked at the house between sentences. Ate an apple I had brought, core and all.",
                "c_with": "When Kit called his name from the door he said “Coming” and did not move until he had counted something on his fingers.",
                "said": [
                    _said(story, "ivo count", "I count to twenty before I go in, so I know what sort of quiet it is.",
                          "He did not go in when Kit called, and I asked what he was counting.", "safe", "ask", worry="yes"),
                    _said(story, "ivo eggs", "I can do eggs now. Mum showed me. Three minutes.", "I asked about breakfast in the holidays.", "food", "any")],
                "c_think": "Two things are true in one child: he is learning to cook from his mother and is proud, and he stands outside his own door to listen. I believe "
                "the counting; he told it as a fact about doors. It fits the torch, the tin and the shadow rabbits. He has a system for being safe, and he is nine."},
        "tansy": {"c_alone": "no", "c_alone_why": "risk",
                  "c_alone_plan": "At school on Monday 23 February, book corner, without telling anybody at home which day. I owe her an answer and will not ask her anything new "
                  "until I have given it.",
                  "c_place": "living", "c_bed": "no", "c_comm": ["look", "draw"],
                  "c_look": "On the settee beside Kit with her knees up, blanket to her chin, pale. Did not answer her mother. Drew with a dry finger on the arm of the settee, the "
                  "same shape again and again: a house, then lines all round it.",
                  "c_with": "Kit spoke for her each time I said her name: “She's fine. She's tired.” When he got up she moved into the warm place he had left and put her hand on "
                  "her stomach.",
                  "said": [],
                  "c_think": "I could not see her alone without putting her at risk, and not being able to is itself what I know today. Hand on the stomach, as on 22 January when "
                  "she told me what the loud does. She is telling me in the only way left in that room."},
        "wilf": {"c_bed": "no", "c_comm": ["play", "cry"],
                 "c_look": "Awake the whole time and in play: stood alone for a breath, sat down, clapped himself. Clean, new sleepsuit, the dribble rash gone. Bruise-free arms and "
                 "legs as far as a sleeveless vest shows.",
                 "c_with": "Looked for Bryony's face before each new thing. Turned his back to Kit's voice once, and went on playing.",
                 "c_think": "Thriving by day. He looks to his mother to know whether a thing is safe, and she gives him an answer each time."},
        "views": [
            {"v_who": "Bryony", "v_said": "We're all right. It's just half-term. They're on top of each other. I've done the shelf and the chart, you can see I have.",
             "v_disagree": ""},
            {"v_who": "Kit", "v_said": "Stairs are wet. She's tired, leave her be. You'll not find anything because there's nothing to find.",
             "v_disagree": "He does not agree that he stays “some nights”. He says he lives at his brother's."}],
        "objectives": [("breakfast", "better", "No register in half-term. Shelf laid, eggs learned; Ivo told it unasked."),
                       ("cot", "notlooked", ""), ("school", "notlooked", "")],
        "identity": "", "changed": "Kit was in the house on a Thursday morning and answered for people. Tansy did not speak, and held her stomach. I was kept from the stairs. The "
        "shelf and the chart go on all the same: the mornings are better and the house is more afraid.",
        "works": "Breakfast holds in the holidays, and Ivo has learned something from Bryony that is his. Wilf is well. Bryony has marked the chart for six weeks.",
        "worries": "Tansy most. I think she is living with the loud now and not only at weekends. Ivo counts before he goes in. I do not know what is upstairs.",
        "pattern": "Worse, and of the same kind as 9 September and 6 October: Kit in the house, nights loud, a small child found where the sound is least. New: an adult standing "
        "in front of the stairs.",
        "safety": "4", "risk": "unsure",
        "told": {"told": ["nobody"], "told_what": "No signal in Wrenlow. I will ring Marcus from the hilltop on the way down, before noon: is there enough for a visit tonight "
                 "by the emergency duty team, and may I see Tansy at school on Monday without notice?"},
        "dns": ["partner"], "dns_why": "Kit Sallowfield must not learn what Tansy said on 22 January, nor that Ivo counts. He would know whom it came from.",
        "todo": [
            {"t_what": "See Tansy alone at school and give her our answer", "t_who": "Nia Brackwell", "t_by": "2026-02-23", "t_know": "Written in her own record"},
            {"t_what": "Gate hung or taken away", "t_who": "Kit", "t_by": "2026-02-20", "t_know": "Bryony sends a picture"},
            {"t_what": "Upstairs and the socket seen, unannounced", "t_who": "Nia Brackwell", "t_by": "2026-03-05", "t_know": "In the next visit"}],
        "next": "2026-03-05", "child_told": "Ivo: that I heard him, that I may have to tell my manager about the counting because I want him safe, and that I would tell him first, "
        "which this was. Wilf: nothing to tell. Tansy: nothing could be said in that room.",
    }))  # fmt: skip
    story.edit(moment("2026-02-24", "16:10"), "nia", story.id("said ivo count"), _answered(
        story, "ivo", "ivo count", "now", "Told Marcus from the hilltop at 11.38. A card for Ivo's tin (whom to ring, when, from where), given to him at school by Elin with Nia's words, 23 February.", "2026-02-23",
        "I still count. But I've got the card.", ""))  # fmt: skip
    story.entry(
        moment("2026-02-24", "15:50"), "nia", "school",
        "Tansy was away on Monday with a stomach ache, the first day after half-term, and back today. Nia could not see her at school as planned.",
        "Elin Hartle, Wrenlow Chapel School, by telephone",
        children={"tansy": "Third stomach ache on record since December. She has still not been answered."},
        response="School keeps a note of each ache with the day before it. To be seen at the next visit at the latest.", significance="medium",
    )  # fmt: skip
    story.edit(moment("2026-02-24", "16:15"), "nia", story.id("said ivo eggs"), _answered(
        story, "ivo", "ivo eggs", "done", "", "2026-02-23", "Four minutes if it's a big one.", ""))  # fmt: skip


def _two_risk_levels(story: Story) -> None:
    """Nia sets Tansy's risk level high; Sam, who has not seen that, sets medium. Both give their reasons."""
    story.link(moment("2026-02-18", "17:05"), "sam", cut=True)
    tansy = story.id("child tansy")
    story.edit(moment("2026-02-19", "11:26"), "nia", tansy, {
        "risk_level": "high",
        "risk_why": "Tansy did not speak today and held her stomach, as she did on 22 January when she said the loud makes it hurt. Kit answered for her and I was kept from the "
        "stairs. She put herself at four on the ladder a month ago and nothing has been done about it since. Would fall if she is seen alone, answered, "
        "and sleeps at Merle's when it is loud."})  # fmt: skip
    story.link(moment("2026-02-19", "15:20"), "nia", cut=False)
    story.entry(
        moment("2026-02-21", "22:50"), "sam", "contact",
        "A caller reported raised voices at 22.20. I rang Bryony on the landline at 22.40: she said Kit had gone to his brother's after an argument about the gate. I heard no "
        "children.",
        "Caller, by telephone to the emergency duty team; asked not to be named",
        children={"tansy": "Asleep, her mother said. Not seen.", "ivo": "Asleep, his mother said. Not seen.", "wilf": "Asleep, his mother said. Not seen."},
        verified="no", response="No visit tonight. Left for Nia and Marcus to read on Monday.", significance="medium",
    )  # fmt: skip
    story.edit(moment("2026-02-21", "23:20"), "sam", tansy, {
        "risk_level": "medium",
        "risk_why": "Spoke with Bryony at 22.40 after a call about raised voices. She was sober and clear, Kit had left, the children were in bed. She said she would ring again if he came "
        "back. I have not seen Tansy myself. Medium, because there is an argument again but an adult who acts on it; would rise if Kit returns tonight."})  # fmt: skip
    story.link(moment("2026-02-21", "23:55"), "sam", cut=False)


def _visit(story: Story, day: str, arrived: str, left: str, told: dict[str, Any]) -> dict[str, Any]:
    """A protection visit to the Tarrowbys: what is the same each time, with what was different."""
    children = []
    for key, name, stage in (("ivo", "Ivo", "prim"), ("tansy", "Tansy", "prim"), ("wilf", "Wilf", "pre")):
        was: dict[str, Any] = dict(told[key])
        child = {
            "_id": story.id(f"part {day} {key}"),
            "c_person": story.id(f"person {key}"),
            "c_name": name,
            "c_stage": stage,
        }
        if was.get("c_seen") == "no":
            children.append(child | was)
            continue
        if key == "wilf":
            was = {"c_alone": "no", "c_alone_why": "baby", "c_place": "kitchen"} | was
        children.append(child | {"c_seen": "yes", "c_was": {"c_mark": "no"} | was})  # fmt: skip
    return {
        "ctx_family": "Tarrowby", "ctx_level": "4", "ctx_no_access": "0",
        "prep": {"purpose": "cp", "planned": "planned", "want_to_know": told.get("want", "Have the children eaten? Who slept here?"), "read_history": "OK",
                 "history_matters": told["history"], "interp": "none", "hazards": ["remote", "dog"],
                 "lone_plan": "Office has the route. Merle's landline from the chapel. If I have not rung by two hours after the start, Marcus rings Merle, then the police."},
        "arrive": {"vdate": day, "t_in": f"{arrived}:00", "t_out": f"{left}:00", "access": "in"},
        "inside": {"present": told["present"]},
        "home": told["home"],
        "each_child": children,
        "adults": {
            "view": told["views"],
            "obj": [{"o_id": story.id(f"goal {goal}"), "o_what": _GOALS[goal], "o_progress": moved, "o_evidence": evidence}
                    for goal, moved, evidence in told["objectives"]]},
        "think": {"changed": told["changed"], "works": told["works"], "worries": told["worries"], "pattern": told["pattern"], "safety": told["safety"],
                  "risk": told.get("risk", "no"), "act": told.get("told", {}), "dns": told.get("dns", ["partner"]),
                  "dns_why": told.get("dns_why", "Kit Sallowfield must not be told where Merle lives.")},
        "next": {"todo": told["todo"], "next_visit": told["next"], "read_back": "yes", "copy": ["mother"], "child_told": told["child_told"], "written": "car", "fact_op": "OK"},
    }  # fmt: skip


_GOALS = {
    "breakfast": "Ivo eats breakfast at home on school days",
    "cot": "Wilf sleeps in his own cot on his back every night",
    "school": "Ivo and Tansy are at school by 8.50",
}


def _said(
    story: Story, name: str, words: str, before: str, theme: str, share: str, worry: str = "no"
) -> dict[str, str]:
    return {
        "_id": story.id(f"said {name}"),
        "s_words": words,
        "s_kind": "said",
        "s_before": before,
        "s_theme": theme,
        "s_share": share,
        "s_worry": worry,
    }


_DAY_OF = {
    "ivo bell": "2026-01-08",
    "ivo name": "2026-01-08",
    "ivo torch": "2026-01-22",
    "ivo bantam": "2026-02-05",
    "ivo count": "2026-02-19",
    "ivo eggs": "2026-02-19",
}


def _answered(
    story: Story, child: str, name: str, response: str, did: str, told_on: str, back: str, goal: str
) -> dict[str, Any]:
    """What is added to a statement of a visit when it has been answered and the child was told."""
    row = f"each_child[{story.id(f'part {_DAY_OF[name]} {child}')}]/c_was/said[{story.id(f'said {name}')}]"
    return {
        f"{row}/s_resp": response,
        f"{row}/s_do": did,
        f"{row}/s_objective": story.id(goal) if goal else "",
        f"{row}/s_told": told_on,
        f"{row}/s_back": back,
    }


def _tansys_drawing() -> str:
    """A small house in the middle of the page, and red lines round it out to the edge."""
    page = Drawing(4000, 3000)
    house = ((1700, 1900), (1700, 1400), (2000, 1150), (2300, 1400), (2300, 1900), (1700, 1900))
    page = page.with_stroke(Stroke("black", 24, house))
    page = page.with_stroke(
        Stroke("yellow", 30, ((1860, 1560), (1960, 1560), (1960, 1680), (1860, 1680), (1860, 1560)))
    )
    for ring, reach in enumerate((350, 600, 850, 1150)):
        points = tuple(
            (2000 + x * (reach + (40 if index % 2 else 0)) // 100, 1520 + y * (reach * 9 // 10) // 100)
            for index, (x, y) in enumerate(
                ((-100, 40), (-90, -30), (-60, -70), (-20, -88), (30, -90), (70, -60), (95, -10), (90, 45), (50, 80), (0, 92), (-55, 78), (-96, 36))
            )
        )  # fmt: skip
        page = page.with_stroke(Stroke("red", 26 + 6 * ring, points))
    return write(page)
