"""The Jarzembowicz family of Aldermoss, in a tied cottage. Invented: nobody in here exists, nor does the place.

What it shows: early help with an interpreter on the telephone; a section of her own for a girl of four and one for a
child not yet born; a parent at eight and an advisor at three; an assessment that is saved and not complete, which
Dilys finishes on the day of the story.
Source: practice.md section 7. The Polish is to be read by a qualified translator before release.
"""

from __future__ import annotations

from fieldapp.demo.families.shape import Act, Story, moment

ASSESSMENT = "assessment February"


def acts() -> list[Act]:
    """Everything that was done with this family, in order within each day."""
    story = Story("Jarzembowicz", moment("2026-01-27", "10:20"))
    _open_the_file(story)
    _assessment(story)
    return story.acts


def _open_the_file(story: Story) -> None:
    at = story.begun
    people = ("ola", "marek", "hania", "baby")
    story.write(at, "dilys", "family", "family", {
        "label": "Jarzembowicz", "place": "Aldermoss",
        "members": [{"_id": story.id(f"person {key}"), "who": story.id(f"person {key}")} for key in people],
        "home_language": "polish", "hazards": ["none"]})  # fmt: skip
    story.person(at, "dilys", "ola", name="Aleksandra Jarzembowicz", known_as="Ola", dob="1998-05-09", sex_gender="female", ethnicity="Polish", faith=["catholic"],
                 languages=["polish"], interpreter="needed", reading="translated", comm_profile="Interpreter by telephone, a woman if there is one. Ask about the baby first and the house last.",
                 safe_contact="Messages in Polish, after ten. Marek sleeps until two.")  # fmt: skip
    story.person(at, "dilys", "marek", name="Marek Jarzembowicz", dob="1994-09-17", sex_gender="male", ethnicity="Polish", faith=["catholic"], languages=["polish", "english"],
                 interpreter="needed", reading="translated", safe_contact="After two in the afternoon; he works nights at the packing shed.")  # fmt: skip
    story.person(at, "dilys", "hania", name="Hania Jarzembowicz", dob="2021-08-19", sex_gender="female", languages=["polish"], interpreter="needed",
                 comm_profile="Polish at home, three words of English and many gestures. Sings before she speaks.")  # fmt: skip
    story.person(
        at,
        "dilys",
        "baby",
        name="Baby Jarzembowicz",
        known_as="the baby",
        due_date="2026-04-28",
        sex_gender="unstated",
    )
    for child in ("hania", "baby"):
        story.tie(
            at, "dilys", "ola", "parent", child, lives_with="yes", parental_resp="yes", source="Midwife; Ola"
        )
        story.tie(
            at,
            "dilys",
            "marek",
            "parent",
            child,
            lives_with="yes",
            parental_resp="yes",
            source="Midwife; Ola",
        )
    story.tie(at, "dilys", "ola", "partner", "marek", lives_with="yes", quality="close", source="Ola")
    story.tie(at, "dilys", "hania", "sibling_full", "baby", source="Ola")
    story.write(at, "dilys", "child", "child hania", {
        "person": story.id("person hania"), "risk_level": "unknown", "carer_role": "no", "risk_why": "Only the midwife's call so far. Hania has not been met.",
        "likes": "Songs with hands, the geese."})  # fmt: skip
    story.write(at, "dilys", "child", "child baby", {
        "person": story.id("person baby"), "risk_level": "unknown", "risk_why": "Only the midwife's call so far: missed scans, no cot yet."})  # fmt: skip
    story.entry(
        moment("2026-01-27", "10:45"), "dilys", "contact",
        "The midwife asked for advice: Ola has missed two scans, there is no telephone interpreter at the clinic, the cottage is damp and goes with Marek's job.",
        "Community midwife, by telephone",
        children={"hania": "Four, no nursery, no English.", "baby": "Two scans missed, due 28 April."},
        response="Advice: book the interpreter line through the children's centre, offer early help with both parents there. An assessment is not needed before a referral.",
        significance="medium")  # fmt: skip
    story.write(moment("2026-02-02", "09:10"), "dilys", "episode", "episode early help", {
        "level": "3", "status": "early_help", "from": "2026-02-02",
        "reason": "Several agencies are needed at once: midwife, nursery, housing, interpreter. Not level 2: no one of them could hold it. Not level 4: both parents want help, both children "
        "are well cared for in what there is.",
        "criteria": ["unborn", "consent"], "accepted_by": "Dilys Orme-Hale"})  # fmt: skip


def _assessment(story: Story) -> None:
    at = moment("2026-02-02", "11:40")
    doc = story.write(at, "dilys", "early_help_assessment", ASSESSMENT, {
        "ctx_family": "Jarzembowicz", "ctx_level": "3", "ctx_open_sw": "no", "ctx_due": "2026-02-23",
        "start": {"sdate": "2026-02-02", "place": "centre", "asked": "health",
                  "why_now": "Ola: “The baby comes and I don't understand what they say to me.” Marek: “The house is cold. If I leave the work we leave the house.” The midwife worries about the missed scans; "
                  "I worry that nobody has asked Hania anything.",
                  "reason": "help", "harm": "no", "read_history": "OK",
                  "history": "None here before. In their last place a health visitor who spoke Polish came each week; that helped most, and stopped when they moved for the work in September."},
        "agree": [
            {"ag_name": "Ola Jarzembowicz", "ag_role": "mother", "ag_yes": "yes", "ag_share": ["health", "school", "eh"], "ag_how": "said"},
            {"ag_name": "Marek Jarzembowicz", "ag_role": "father", "ag_yes": "partly", "ag_why": "Not to the job centre and not to his employer: the cottage hangs on the job.", "ag_share": ["health", "school"],
             "ag_not": "The packing shed and its letting office must not be told that help was asked for: they could end the cottage.", "ag_how": "said"}],
        "person": [
            {"_id": story.id("in home ola"), "h_person": story.id("person ola"), "h_name": "Ola Jarzembowicz", "h_rel": "Mother", "h_lives": "yes", "h_pr": "yes",
             "h_needs": "Polish; telephone interpreter. Written things in Polish, and read aloud."},
            {"_id": story.id("in home marek"), "h_person": story.id("person marek"), "h_name": "Marek Jarzembowicz", "h_rel": "Father", "h_lives": "yes", "h_pr": "yes",
             "h_needs": "Polish; enough English for the shed. Sleeps from eight to two."}],
        "net": [
            {"n_name": "Hatty Corbin, community midwife", "n_does": "Sees Ola every two weeks. They like her; she has no Polish.", "n_gave": "yes"},
            {"n_name": "Father Tomek, parish in the market town", "n_does": "Polish Mass on Sundays, lifts when there is room.", "n_gave": "refused"}],
        "who_we_are": {"identity": "Polish, Catholic; Sunday is for Mass and the telephone with both grandmothers. Easter is the centre of the year and comes three weeks before the baby. Ola was a seamstress.",
                       "identity_do": "No appointments on Sundays or from Maundy Thursday to Easter Monday. A woman interpreter for anything about her body. Copies in Polish, read aloud. Visits after two, when "
                       "Marek is up.", "docs": "polish"},
        "each_child": [
            {"_id": story.id("assessed hania"), "c_person": story.id("person hania"), "c_name": "Hania", "c_stage": "pre", "c_seen": "yes", "c_how": ["play", "draw"],
             "c_words": "Laid the doll in the shoebox, covered its feet, put a finger to her lips: “Cii. Tata śpi.” (Hush. Daddy is sleeping.) Then sang to it without any sound.",
             "c_day": "Up at seven with her mother. Quiet games until two because her father sleeps in the one warm room; she has learned to run on tiptoe. Then he takes her to see the geese. Soup at five, he "
             "leaves at half past six, bed in with her mother.",
             "d_health": "some", "d_health_t": "Coughs at night in the damp room, told by both; last checked in September, red book seen.", "d_learn": "some",
             "d_learn_t": "No nursery place, no other child to play with. She copied each English word I said, twice, exactly.", "d_feel": "ok", "d_self": "ok",
             "d_rel": "strong", "d_rel_t": "Leans on both parents, came back to her mother's knee after each new toy.", "d_care": "ok", "d_care_t": "Washes her own hands standing on a crate.",
             "c_carer": "no",
             "c_sum": "Hania needs a place to be loud, and other children. Different from the baby, who needs a cot and a scan: what she lacks is not care but company and noise."},
            {"_id": story.id("assessed baby"), "c_person": story.id("person baby"), "c_name": "the baby", "c_stage": "unborn",
             "c_unborn": "Due 28 April. Two scans missed because the letters were in English; one done on 29 January with the interpreter on the line: growing well. Ola feels movements and is afraid of the "
             "birth in a language she cannot follow. A drawer is ready, no cot, no car seat. Marek has painted the window frame.",
             "c_sum": "The baby needs a birth that Ola can understand, and a safe place to sleep away from the damp wall. Different from Hania: everything here has a date."}],
        "parenting": [
            {"_id": story.id("parent ola"), "pc_name": "Ola", "pc_good": ["basic", "warm", "stim"], "pc_hard": ["stable"],
             "pc_text": "Hania's hair plaited in a crown, clean clothes from very little. She sings through everything. Sat with her coat on and did not notice.",
             "pc_own": "“I want to ask and to understand the answer. I want my mother.”"},
            {"_id": story.id("parent marek"), "pc_name": "Marek", "pc_good": ["warm", "safe", "stable"], "pc_hard": ["basic"],
             "pc_text": "Came from a night shift and stayed awake. Got down on the floor with the doll's shoebox when asked what Hania plays.",
             "pc_own": "“I work. Everything is all right when I work.” He wants a cottage that does not end with the job."}],
        "env": {"e_hist": "Both grew up with their grandmothers; both say so with pleasure. Moved four times in five years for work.", "e_wider": "Parish on Sundays, one colleague's wife who has a car on Thursdays.",
                "e_house": ["tied", "damp"], "e_money": ["season"], "e_rural": ["bus", "far", "shift"],
                "e_detail": "Hania coughs and is quiet by rule until two. The baby would sleep by the wet wall. If the shed stops in spring, the cottage stops with it, three weeks before the birth."},
        "think": {"works": "Two warm parents who came together, tired, and stayed an hour and a half. A scan that went well once somebody spoke Polish.",
                  "worry": "The damp room for Hania's chest and the baby's cot; a birth without language; a home that hangs on a job. Hania is never loud.",
                  "makes_hard": "Letters in English, nights, no bus. The pattern of the last five years is that they leave just when somebody has got to know them.",
                  "nothing": "The baby comes home to a drawer by a wet wall, and Hania starts school without ever having played with another child.", "s_par": "8", "s_wrk": "3", "level": "3",
                  "level_why": "Level 3 because midwife, nursery and housing must move together before April. Not 2: each has tried alone and missed. Not 4: care is good and help is wanted.",
                  "consult": "sw", "consult_t": "Early help social worker, 30 January: agreed with level 3; would look again if another scan is missed."},
        "finish": {"lead": "Dilys Orme-Hale", "mine": "OK"},
    }, why_open="A second sitting is agreed: the changes, the actions and the family's own last word are still to come.")  # fmt: skip
    at = moment("2026-02-20", "15:30")
    story.go_on(at, "dilys", "early_help_assessment", doc, {
        "finish": {"tac": "2026-03-12", "copies": ["mother", "father"]},
    }, why_open="Shared so far in Polish, read aloud over the telephone line. Changes, actions and their last word follow with the interpreter in March.")  # fmt: skip
    story.edit(moment("2026-02-20", "15:45"), "dilys", story.id("child hania"), {
        "risk_level": "low", "risk_why": "Well cared for; what is missing is warmth in one room and company. Would rise if the cottage goes or the cough stays."})  # fmt: skip
    story.edit(moment("2026-02-20", "15:50"), "dilys", story.family, {
        "who_we_are": "A young family from Poland, here since September for Marek's night work. Catholic: Sunday and Easter matter more than any appointment. Hania sings. Ola sews. Both "
        "grandmothers are on the telephone every Sunday.",
        "adjustments": "Telephone interpreter every time, a woman for Ola. Copies in Polish, read aloud. After two o'clock. Never on Sundays or between Maundy Thursday and Easter Monday.",
        "why_involved": "You asked for help before the baby comes. We want you to understand what the midwife says, to have a dry place for the cot, and Hania to have friends. You decide "
        "who hears about it."})  # fmt: skip
    story.entry(
        moment("2026-02-20", "16:10"), "dilys", "other",
        "What there is of the assessment was read aloud in Polish with the interpreter, one hour. Both parents have the written Polish. Marek laughed at the two numbers and then was quiet.",
        "Dilys Orme-Hale; interpreter's booking", children={"hania": "Her section was read twice, at Ola's wish.", "baby": "Scan on 26 February confirmed in Polish."},
        response="First meeting on 12 March at 14.30, room 2, interpreter booked.", significance="medium")  # fmt: skip
