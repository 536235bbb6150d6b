"""The Vale family of Hopestow Cross, a market town. Invented: nobody in here exists, nor does the place.

What it shows: help that was ended because somebody "engaged well", for one child of two; a girl of twelve whom no
worker has met; a boy who was missing for two nights; a request to end help, made without signal, that the record
itself speaks against.
Source: practice.md section 7.
"""

from __future__ import annotations

from fieldapp.demo.families.shape import Act, Story, moment


def acts() -> list[Act]:
    """Everything that was done with this family, in order within each day."""
    story = Story("Vale", moment("2025-03-24", "13:15"))
    _open_the_file(story)
    _early_help(story)
    _social_work_assessment(story)
    _march(story)
    return story.acts


def _open_the_file(story: Story) -> None:
    at = story.begun
    story.write(at, "nia", "family", "family", {
        "label": "Vale", "place": "Hopestow Cross",
        "members": [{"_id": story.id(f"person {key}"), "who": story.id(f"person {key}")} for key in ("odette", "micah", "juno")],
        "home_language": "english", "hazards": ["none"],
        "who_we_are": "Odette has brought up two generations in the same three rooms over the ironmonger's. Church is Wednesday and all Sunday; she sings alto and is called Sister Odette in the street. "
        "She took both children in when their mother died in 2019.",
        "adjustments": "Large print, eighteen point, and no handwriting. Not on Sundays, not on Wednesday evenings. Speak to Odette standing where she can see your mouth."})  # fmt: skip
    story.person(at, "nia", "odette", name="Odette Vale", dob="1957-08-21", sex_gender="female", ethnicity="Black British, Dominica by her mother", faith=["pentecostal"], languages=["english"], interpreter="no",
                 disability=["sight"], reading="large", safe_contact="Mornings. She likes to be rung before she is visited.")  # fmt: skip
    story.person(at, "nia", "micah", name="Micah Vale", dob="2010-07-08", sex_gender="male", ethnicity="Black British", faith=["pentecostal"], languages=["english"],
                 comm_profile="Walking, not sitting. Silence is thinking; wait.")  # fmt: skip
    story.person(
        at,
        "nia",
        "juno",
        name="Juno Vale",
        dob="2013-04-17",
        sex_gender="female",
        ethnicity="Black British",
        faith=["pentecostal"],
        languages=["english"],
    )
    for child in ("micah", "juno"):
        story.tie(
            at,
            "nia",
            "odette",
            "grandparent",
            child,
            lives_with="yes",
            parental_resp="yes",
            quality="close",
            source="Odette; court order of 2019, seen",
        )
    story.tie(at, "nia", "micah", "sibling_full", "juno", lives_with="yes", source="Odette")
    story.write(at, "nia", "child", "child micah", {
        "person": story.id("person micah"), "risk_level": "low", "school": "Hopestow Academy, year 9", "carer_role": "unknown",
        "risk_why": "Missing lessons since Christmas, polite about it. Safe at home.", "likes": "Drumming, trainers, his grandmother's pepper sauce."})  # fmt: skip
    story.write(at, "nia", "child", "child juno", {
        "person": story.id("person juno"), "risk_level": "unknown", "school": "Hopestow Academy, year 7", "carer_role": "unknown",
        "risk_why": "Nobody has asked about her. Known from her brother's form only."})  # fmt: skip


def _early_help(story: Story) -> None:
    story.write(moment("2025-03-24", "13:50"), "nia", "episode", "episode early help", {
        "level": "3", "status": "early_help", "from": "2025-03-24", "to": "2025-07-18",
        "reason": "Micah's attendance and a wish for help from school and grandmother. Not level 2: two agencies. Not level 4: no harm is known.",
        "criteria": ["school", "consent"], "accepted_by": "Marcus Tildesey"})  # fmt: skip
    story.write(moment("2025-03-24", "16:30"), "nia", "early_help_assessment", "assessment 2025", {
        "ctx_family": "Vale", "ctx_level": "3", "ctx_open_sw": "no",
        "start": {"sdate": "2025-03-24", "place": "school", "asked": "school",
                  "why_now": "School: Micah is in the building and not in lessons. Odette: “He's a good boy who has gone quiet on me.”", "reason": "help", "harm": "no", "read_history": "OK",
                  "history": "Bereavement support for both children in 2019, six meetings. Nothing since."},
        "agree": [{"ag_name": "Odette Vale", "ag_role": "carer", "ag_yes": "yes", "ag_share": ["school", "eh"], "ag_how": "signed"},
                  {"ag_name": "Micah Vale", "ag_role": "child", "ag_yes": "partly", "ag_why": "Not to his form tutor.", "ag_share": ["eh"], "ag_how": "said"}],
        "person": [{"h_person": story.id("person odette"), "h_name": "Odette Vale", "h_rel": "Grandmother of Micah", "h_lives": "yes", "h_pr": "yes", "h_needs": "Large print."}],
        "net": [{"n_name": "Pat Loveday, pastoral lead, Hopestow Academy", "n_does": "Meets Micah at the gate on Mondays.", "n_gave": "yes"}],
        "who_we_are": {"identity": "Pentecostal; church is family.", "identity_do": "No meetings on Sundays or Wednesday evenings. Letters in large print.", "docs": "english"},
        "each_child": [{"_id": story.id("assessed micah"), "c_person": story.id("person micah"), "c_name": "Micah", "c_stage": "sec", "c_seen": "yes", "c_how": ["talk"],
                        "c_words": "“I'm not in trouble. I just don't see the point of half of it.”",
                        "c_day": "Bus at ten past eight, often gets off a stop early. Home at five. Drums at church on Wednesday and Sunday.",
                        "d_health": "ok", "d_learn": "some", "d_learn_t": "Attendance 81 in 100, in lessons 60 in 100, school's own count.", "d_feel": "ok", "d_self": "ok", "d_rel": "ok", "d_care": "strong",
                        "c_carer": "no", "c_agree": "yes", "c_sum": "Micah needs a reason to be in lessons. His sister was not looked at."}],
        "parenting": [{"pc_name": "Odette Vale", "pc_good": ["basic", "safe", "warm", "guide"], "pc_hard": ["stim"],
                       "pc_text": "Meals, manners, prayers. She cannot read the homework.", "pc_own": "“Tell me what to ask him.”"}],
        "env": {"e_wider": "The church."},
        "think": {"works": "Grandmother, drums, one teacher at the gate.", "worry": "Drifting out of lessons in year 9.", "nothing": "He will be out of school by sixteen.", "s_par": "6", "s_wrk": "6",
                  "level": "3", "level_why": "School and family together for a term. Not 2, because he has stopped listening to school alone. Not 4.", "consult": "advisor",
                  "consult_t": "Dilys Orme-Hale, 20 March: asked who else lives at home."},
        "goal": [{"g_for": "Micah", "g_need": "Micah is in four lessons of five", "g_now": "Three of five", "g_know": "School's lesson register", "g_by": "2025-07-11", "g_voice": "don't see the point",
                  "action": [{"a_what": "Mondays at the gate, then the drum room", "a_who": "Pat Loveday", "a_by": "2025-04-28"}]}],
        "finish": {"lead": "Nia Brackwell", "tac": "2025-04-30", "fam_say": "Odette: “It is fair.”", "copies": ["carer"], "child_told": "2025-03-28", "mine": "OK"},
    })  # fmt: skip
    story.write(moment("2025-07-18", "16:00"), "marcus", "decision", "decision closing", {
        "decided_on": "2025-07-18", "question": "Can early help for Micah end?",
        "options": [{"option": "End"}, {"option": "One more term"}],
        "history_used": "None noted.", "child_view": "Not asked about the ending.", "decided": "Early help ends.", "why": "Engaged well. Attendance up to 88 in 100.",
        "owner": "Marcus Tildesey", "how": "corridor"}, signed_off=True)  # fmt: skip
    story.entry(
        moment("2025-07-18", "16:20"), "nia", "closing",
        "Early help ended. Reason given: “engaged well”. Juno was not part of it and was not seen.", "Decision of 18 July",
        children={"micah": "Ended at the start of a summer without school."}, significance="medium")  # fmt: skip


def _social_work_assessment(story: Story) -> None:
    at = moment("2026-01-12", "10:05")
    story.entry(
        at, "nia", "contact",
        "School made a referral: Micah has new trainers and a second telephone, is met by a car at the gate, and has been asleep in lessons. Juno has twice been fetched by somebody the school did not know.",
        "Hopestow Academy, safeguarding lead, by telephone and in writing",
        children={"micah": "Somebody older is paying for things.", "juno": "Fetched from school by a stranger to the school, twice."},
        response="Decided the same day: social work assessment of both children.", significance="high")  # fmt: skip
    decision = story.write(moment("2026-01-12", "15:20"), "marcus", "decision", "decision referral", {
        "decided_on": "2026-01-12", "question": "What follows from school's referral?",
        "options": [{"option": "Early help again"}, {"option": "Social work assessment of Micah"}, {"option": "Social work assessment of both children"}],
        "history_used": "Early help ended in July after one term, for Micah only, on attendance alone; Juno was never seen. Two children lost their mother in 2019.",
        "child_view": "Micah, March 2025: “I just don't see the point of half of it.” Juno: nobody has asked.", "decided": "Social work assessment of both, each seen alone.",
        "why": "Gifts, a car and a sister fetched by strangers are the pattern we know. We closed this once without looking at her.", "criteria": ["exploitation"], "owner": "Marcus Tildesey", "how": "reading",
        "tell_family_by": "2026-01-13"}, signed_off=True)  # fmt: skip
    story.write(moment("2026-01-12", "15:40"), "nia", "episode", "episode assessment", {
        "level": "4", "status": "assessment", "from": "2026-01-12",
        "reason": "Signs that Micah is being used by somebody older, and Juno not known to anybody. Not level 3: it was tried and ended too early.", "criteria": ["exploitation"], "decision": decision})  # fmt: skip
    story.edit(moment("2026-01-12", "15:50"), "nia", story.id("child micah"), {
        "risk_level": "medium", "risk_why": "A second telephone, gifts and a car at the gate; he says nothing about them. Home is steady. Would rise with a night away."})  # fmt: skip
    story.assign(moment("2026-01-12", "16:10"), "sam")
    story.write(moment("2026-01-28", "18:10"), "nia", "home_visit", "visit 28 January", {
        "ctx_family": "Vale", "ctx_level": "4", "ctx_no_access": "0",
        "prep": {"purpose": "assess", "planned": "planned", "want_to_know": "Who fetched Juno? Meet her.", "read_history": "OK", "interp": "none", "hazards": ["none"]},
        "arrive": {"vdate": "2026-01-28", "t_in": "16:15:00", "t_out": "17:20:00", "access": "in"},
        "inside": {"present": [{"p_name": "Odette Vale", "p_role": "grand", "p_lives": "yes", "p_new": "no", "p_heard": "no"}]},
        "home": {"rooms": ["living", "kitchen", "childbed"], "home_c": ["fine"], "home_good": "Rice on the stove for whoever comes. A photograph of their mother with a fresh flower."},
        "each_child": [
            {"_id": story.id("part micah"), "c_person": story.id("person micah"), "c_name": "Micah", "c_stage": "sec", "c_seen": "yes",
             "c_was": {"c_alone": "yes", "c_place": "garden", "c_bed": "yes", "c_bed_d": "Box room, tidy, drum pad on the bed. A boxed telephone under the sill, charger on.", "c_comm": ["speech"],
                       "c_look": "Tall, tired, new white trainers which he wiped twice while we walked.", "c_with": "Fetched his grandmother's glasses before she asked.",
                       "said": [{"_id": story.id("said micah car"), "s_words": "It's just a lift. Everybody gets lifts.", "s_kind": "said", "s_before": "I asked who drives the grey car.", "s_theme": "friends",
                                 "s_share": "ask", "s_worry": "no"}],
                       "c_mark": "no", "c_think": "He answered the question I asked and not the one I meant. He wanted to walk further than I had time for."}},
            {"_id": story.id("part juno"), "c_person": story.id("person juno"), "c_name": "Juno", "c_stage": "sec", "c_seen": "no",
             "c_where": "At a friend's for homework, Odette says; she could not name the friend.", "c_see_by": "2026-02-06"}],
        "adults": {"view": [{"v_who": "Odette", "v_said": "Juno's no trouble. She is never in. It's him I pray for.", "v_disagree": ""}]},
        "think": {"changed": "First visit. Two children in the file and one in the house.", "works": "Odette; the drum; rice for whoever comes.",
                  "worries": "Juno: who fetches her and where she is at five in the evening. Micah: the telephone.", "pattern": "We looked at him and not at her in 2025. So did I today.", "safety": "5", "risk": "no",
                  "dns": ["none"]},
        "next": {"todo": [{"t_what": "Meet Juno at school", "t_who": "Nia Brackwell", "t_by": "2026-02-06", "t_know": "Written in her own record"}], "next_visit": "2026-02-26", "read_back": "yes", "copy": ["carer"],
                 "child_told": "Micah: that I will ask about the car again, and why.", "written": "car", "fact_op": "OK"},
    })  # fmt: skip
    row = f"each_child[{story.id('part micah')}]/c_was/said[{story.id('said micah car')}]"
    story.edit(moment("2026-01-30", "10:00"), "nia", story.id("said micah car"), {
        f"{row}/s_resp": "later", f"{row}/s_why": "I can't stop you getting lifts. I will ask the people who know about cars like that, and tell you what they say.",
        f"{row}/s_told": "2026-01-30", f"{row}/s_back": "Do what you want."})  # fmt: skip
    story.entry(
        moment("2026-02-06", "15:10"), "nia", "school", "Juno was not in school on the day Nia came to meet her. The register says “dentist”; Odette knew of no dentist.", "Hopestow Academy register; Odette",
        children={"juno": "Not seen. Where she was is not known."}, response="A second day to be agreed with school.", significance="medium")  # fmt: skip
    story.write(moment("2026-02-26", "17:30"), "nia", "home_visit", "visit 26 February", {
        "ctx_family": "Vale", "ctx_level": "4", "ctx_no_access": "0",
        "prep": {"purpose": "assess", "planned": "planned", "want_to_know": "Juno.", "read_history": "OK", "interp": "none", "hazards": ["none"]},
        "arrive": {"vdate": "2026-02-26", "t_in": "16:30:00", "t_out": "16:40:00", "access": "door"},
        "noacc": {"tried": ["knock", "phone"], "door_saw": "Odette at the street door in her coat. Light on in the box room. A second voice upstairs, young; it stopped when I spoke.", "door_children": "yes",
                  "again": "2026-03-03"},
        "each_child": [
            {"_id": story.id("part february micah"), "c_person": story.id("person micah"), "c_name": "Micah", "c_stage": "sec", "c_seen": "no", "c_where": "Out, Odette says, she does not know where.",
             "c_see_by": "2026-03-06"},
            {"_id": story.id("part february juno"), "c_person": story.id("person juno"), "c_name": "Juno", "c_stage": "sec", "c_seen": "no", "c_where": "Upstairs, I think; Odette says at choir.",
             "c_see_by": "2026-03-06"}],
        "adults": {"view": [{"v_who": "Odette", "v_said": "We've had enough people in this house, love. We're all right now. You can put that down as a no.", "v_disagree": ""}]},
        "think": {"changed": "Odette kept the door. She was frightened, I think, and not of me.", "worries": "Both children not seen. Someone upstairs.", "safety": "4", "risk": "no", "dns": ["none"]},
        "next": {"next_visit": "2026-03-10", "read_back": "yes", "copy": ["none"], "written": "car", "fact_op": "OK"},
    })  # fmt: skip


def _march(story: Story) -> None:
    story.link(moment("2026-03-02", "16:40"), "nia", cut=True)
    story.entry(
        moment("2026-03-02", "17:05"), "nia", "closing",
        "Request to end the assessment, written without signal: the family declines further visits. Juno has not been seen; help ended here once before, on 18 July 2025; what the history says about an ending "
        "is not answered yet.",
        "Nia Brackwell", children={"micah": "Not seen since 28 January.", "juno": "Never seen by us."}, verified="no",
        response="For Marcus to decide.", significance="high")  # fmt: skip
    story.link(moment("2026-03-04", "08:20"), "nia", cut=False)
    story.entry(
        moment("2026-03-04", "09:30"), "sam", "missing",
        "Micah was missing from 1 March, 21.00, and came back on 3 March at 22.40 with a new telephone. He says he was with a friend who is older and drives. He had eaten and would not say where he slept.",
        "Police notice; Odette, by telephone to the emergency duty team", on="2026-03-01",
        children={"micah": "Two nights away. A third telephone. Two of the four criteria of the exploitation panel are met.", "juno": "She rang the police herself, from a number nobody knows."},
        response="Return home interview to be offered by 6 March, 22.40, by somebody independent.", significance="high")  # fmt: skip
