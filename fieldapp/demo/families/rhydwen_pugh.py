"""The Rhydwen-Pugh family, on a farm above Llanfedrwyn. Invented: nobody in here exists, nor does the place.

What it shows: Welsh first; a girl without speech who says a great deal with symbols, and was answered; her brother
who lifts her at night; a visit that is two working days late and a yearly assessment that is due in three.
Source: practice.md section 7. The Welsh is to be read by a qualified translator before release.
"""

from __future__ import annotations

from typing import Any

from fieldapp.demo.families.shape import Act, Story, moment


def acts() -> list[Act]:
    """Everything that was done with this family, in order within each day."""
    story = Story("Rhydwen-Pugh", moment("2025-03-10", "09:10"))
    _open_the_file(story)
    _yearly_assessment(story)
    _gwennos_cards(story)
    _visit_in_february(story)
    return story.acts


def _open_the_file(story: Story) -> None:
    at = story.begun
    story.write(at, "nia", "family", "family", {
        "label": "Rhydwen-Pugh", "place": "Llanfedrwyn",
        "members": [{"_id": story.id(f"person {key}"), "who": story.id(f"person {key}")} for key in ("eleri", "tudur", "macsen", "gwenno")],
        "home_language": "welsh", "hazards": ["road", "dog"],
        "who_we_are": "A sheep farm at the end of the valley road, four generations. Welsh is the language of the house, the chapel and the yard; English is for the vet and for us. "
        "They ask for little and give tea. Gwenno is at the table for everything.",
        "adjustments": "Visits in Welsh. Not in lambing, mid-March to mid-April, except by arrangement. Symbols on paper for Gwenno before each visit, so that she knows who comes. "
        "Equipment is asked for by name, not “assessed for”.",
        "why_involved": "Gwenno needs equipment, short breaks and people who can talk with her. Macsen does more for her than a boy of his age should. We help the family to go on "
        "living as they want to, with enough hands."})  # fmt: skip
    story.person(
        at,
        "nia",
        "eleri",
        name="Eleri Rhydwen",
        dob="1984-06-12",
        sex_gender="female",
        languages=["welsh", "english"],
        interpreter="no",
        reading="easy",
    )
    story.person(at, "nia", "tudur", name="Tudur Pugh", dob="1980-10-04", sex_gender="male", languages=["welsh", "english"], interpreter="no", reading="easy",
                 disability=["mental"], safe_contact="In the house at noon. He does not answer the telephone when he is low.")  # fmt: skip
    story.person(at, "nia", "macsen", name="Macsen Pugh", dob="2012-05-21", sex_gender="male", languages=["welsh", "english"],
                 comm_profile="Talks best in the tractor shed. Answers the second time of asking.")  # fmt: skip
    story.person(at, "nia", "gwenno", name="Gwenno Pugh", dob="2014-09-30", sex_gender="female", languages=["welsh"], interpreter="needed", disability=["mobility", "speech"],
                 comm_profile="Eye-pointing and a symbol board with forty squares; a long blink is no. Wait a full ten seconds. Ask in Welsh, one thing at a time, and say back what you "
                 "understood. Sioned from school knows her board best. She laughs when you get it wrong on purpose.")  # fmt: skip
    for child in ("macsen", "gwenno"):
        story.tie(at, "nia", "eleri", "parent", child, lives_with="yes", parental_resp="yes", source="Eleri")
        story.tie(at, "nia", "tudur", "parent", child, lives_with="yes", parental_resp="yes", source="Eleri")
    story.tie(at, "nia", "eleri", "partner", "tudur", lives_with="yes", quality="close", source="Eleri")
    story.tie(
        at, "nia", "macsen", "sibling_full", "gwenno", lives_with="yes", quality="close", source="Eleri"
    )
    story.write(at, "nia", "child", "child macsen", {
        "person": story.id("person macsen"), "risk_level": "low", "school": "Ysgol Bro Fedrwyn, year 8", "carer_role": "yes",
        "risk_why": "Safe and loved. The worry is what caring costs him in sleep and friends, not harm.", "likes": "Engines, the dog Nel, rugby on the radio."})  # fmt: skip
    story.write(at, "nia", "child", "child gwenno", {
        "person": story.id("person gwenno"), "risk_level": "low", "school": "Ysgol Bro Fedrwyn, additional learning class", "sen": "Statement since 2018", "carer_role": "no",
        "risk_why": "Well looked after by people who can read her. Would rise if the hoist fails or her father is low for long.",
        "likes": "Being outdoors fast, the choir, jokes.", "calming": "Her mother's hand on the back of her neck."})  # fmt: skip
    story.write(at, "nia", "episode", "episode need", {
        "level": "4", "status": "child_in_need", "from": "2023-05-15",
        "reason": "Gwenno's disability needs services that no universal service gives: short breaks, equipment, a worker who speaks with her. Not level 3: without them the family could not "
        "go on. Not more: both children are safe.",
        "criteria": ["disability", "caring"], "accepted_by": "Marcus Tildesey"})  # fmt: skip


def _yearly_assessment(story: Story) -> None:
    at = moment("2025-03-10", "15:30")
    story.write(at, "nia", "early_help_assessment", "assessment 2025", {
        "ctx_family": "Rhydwen-Pugh", "ctx_level": "4", "ctx_open_sw": "yes",
        "start": {"sdate": "2025-03-10", "place": "home", "asked": "parent",
                  "why_now": "Eleri: “Mae hi wedi tyfu. She has grown, and I have not.” Gwenno is heavier to lift, the bed is a small child's, and the year is up.",
                  "reason": "help", "harm": "no", "read_history": "OK",
                  "history": "Short breaks since May 2023, two nights a month: helped most, and missed twice when the driver left. Hoist hired in 2023 for the bathroom only. A sitter from "
                  "the chapel stopped when her own mother fell ill."},
        "agree": [
            {"ag_name": "Eleri Rhydwen", "ag_role": "mother", "ag_yes": "yes", "ag_share": ["school", "health"], "ag_how": "signed"},
            {"ag_name": "Tudur Pugh", "ag_role": "father", "ag_yes": "partly", "ag_why": "He does not want his own tiredness written in a form that school reads.", "ag_share": ["health"],
             "ag_how": "said"},
            {"ag_name": "Macsen Pugh", "ag_role": "child", "ag_yes": "yes", "ag_share": ["school"], "ag_how": "said"}],
        "person": [
            {"h_person": story.id("person eleri"), "h_name": "Eleri Rhydwen", "h_rel": "Mother of both", "h_lives": "yes", "h_pr": "yes", "h_needs": "Welsh first."},
            {"h_person": story.id("person tudur"), "h_name": "Tudur Pugh", "h_rel": "Father of both", "h_lives": "yes", "h_pr": "yes", "h_needs": "Low since the autumn sales; sees his doctor."}],
        "net": [{"n_name": "Sioned Hafod, classroom assistant, Ysgol Bro Fedrwyn", "n_does": "Knows Gwenno's board better than anyone. They trust her.", "n_gave": "yes"},
                {"n_name": "Ffion Madoc, occupational therapist", "n_does": "Hoist and bed. Comes when rung, six weeks' wait.", "n_gave": "asked"}],
        "who_we_are": {"identity": "Welsh-speaking hill farmers, chapel on Sundays, lambing is the year's hinge. Gwenno's Welsh is on her board; the English board makes her younger than she is.",
                       "identity_do": "Everything with Gwenno in Welsh and with her own board. No meetings in lambing. Short breaks only where somebody speaks Welsh.", "docs": "welsh"},
        "each_child": [
            {"_id": story.id("assessed macsen"), "c_person": story.id("person macsen"), "c_name": "Macsen", "c_stage": "sec", "c_seen": "yes", "c_how": ["talk"],
             "c_words": "“I do the nights because Mam's back goes. It's only lifting. You don't have to tell school I'm tired, they can see.”",
             "c_day": "Up at half past five for the ewes, lifts Gwenno with his mother at six, bus at half past seven. Home at half past four, an hour with Gwenno while tea is made, homework in the "
             "shed. Turns her at ten and, when his mother's back is bad, at two.",
             "d_health": "some", "d_health_t": "Shadows under the eyes, falls asleep on the bus; his doctor has not been asked.", "d_learn": "ok", "d_feel": "ok", "d_self": "strong",
             "d_rel": "some", "d_rel_t": "No friend has been up to the farm since summer. He says they would wake her.", "d_care": "strong",
             "c_carer": "yes", "c_carer_t": "About ten hours a week, more in lambing. It costs him sleep, rugby training and asking people home.", "c_agree": "yes",
             "c_sum": "Macsen needs nights. He is strong and willing and that is the danger in it. Different from Gwenno: what she needs is equipment, what he needs is not to be the equipment."},
            {"_id": story.id("assessed gwenno"), "c_person": story.id("person gwenno"), "c_name": "Gwenno", "c_stage": "prim", "c_seen": "yes", "c_how": ["symbol"],
             "c_words": "With her board: “gwely” (bed), “bach” (small), “fi” (me), “mawr” (big). Then the joke square, and looked at her mother.",
             "c_day": "Lifted at six, breakfast by spoon, bus with the tail lift at half past seven. Choir on Wednesdays. Home, on the mat by the range, outdoors in the buggy when it is dry. In bed by "
             "eight, turned at ten and two.",
             "d_health": "some", "d_health_t": "Marks from the bed rail on both elbows in February, shown by Eleri. Hip review due in June.", "d_learn": "strong", "d_feel": "strong",
             "d_self": "some", "d_self_t": "Sioned: she is given the English board when the assistant is away and goes silent.", "d_rel": "strong",
             "d_care": "some", "d_care_t": "Needs two people for every move. The bedroom has no hoist.",
             "c_carer": "no", "c_agree": "yes",
             "c_sum": "Gwenno needs a bed and a hoist that fit her and people who wait for her answer. Different from Macsen: she gets the time and he gives it."}],
        "parenting": [
            {"pc_name": "Eleri Rhydwen", "pc_good": ["basic", "warm", "stim", "stable"], "pc_hard": ["basic"],
             "pc_text": "Reads Gwenno's blink across a room. Lifts alone when nobody is in, which hurt her back twice this winter, seen and told.",
             "pc_own": "“I want a hoist by her bed and one night's sleep a week, and I want you not to thank me.”"},
            {"pc_name": "Tudur Pugh", "pc_good": ["warm", "stim"], "pc_hard": ["stable"],
             "pc_text": "Sings to Gwenno in the yard, carries her to see the lambs. Stays in the shed for hours on low days, told by Macsen and by himself.",
             "pc_own": "“When the sales go well I'm a better father.” Wants help that is not a form."}],
        "env": {"e_hist": "Tudur's mother ran the house until she died in 2022. The gap she left is hours, not only grief.", "e_wider": "Chapel, the neighbouring farm, Eleri's sister in the town.",
                "e_rural": ["far", "shift", "bus"], "e_detail": "Each journey to therapy is an hour and ten minutes each way, so appointments are missed in lambing and in snow."},
        "think": {"works": "Two parents and a brother who know Gwenno's language. Short breaks, when they happen. School in Welsh.",
                  "worry": "Nights. Macsen lifts and turns his sister and is thirteen this year; Eleri's back; no hoist in the bedroom.", "makes_hard": "Distance, lambing, and a driver that is not replaced. "
                  "In 2023 the same three things broke the plan.",
                  "nothing": "Macsen will stop being a boy and nobody will have noticed. One of them will drop her.", "s_par": "6", "s_wrk": "5", "level": "4",
                  "level_why": "Level 4 because services under section 17 are what holds this: breaks, hoist, a carer's assessment for Macsen. Level 3 could not provide them. No risk of serious harm.",
                  "consult": "mgr", "consult_t": "Marcus Tildesey, 7 March: agreed; Macsen's own section is what he will look for at the next one."},
        "goal": [
            {"g_for": "Gwenno", "g_need": "Gwenno sleeps in a bed that fits her, with a hoist beside it", "g_now": "Small bed, no hoist in the bedroom", "g_know": "Ffion has fitted both; Gwenno says so on her board",
             "g_by": "2025-12-19", "g_voice": "bed, small, me, big",
             "action": [{"a_what": "Home visit for bed and hoist", "a_who": "Ffion Madoc", "a_by": "2025-06-30"}, {"a_what": "Ask for the funding", "a_who": "Nia Brackwell", "a_by": "2025-04-11"}]},
            {"g_for": "Macsen", "g_need": "Macsen sleeps through the night on school nights", "g_now": "Woken twice on most nights", "g_know": "Macsen's own note for two weeks in autumn; school sees him awake",
             "g_by": "2025-10-31", "g_voice": "It's only lifting",
             "action": [{"a_what": "Carer's assessment of his own", "a_who": "Nia Brackwell", "a_by": "2025-05-30"}, {"a_what": "Night sitter, one night a week", "a_who": "Marcus Tildesey", "a_by": "2025-06-30"}]}],
        "finish": {"lead": "Nia Brackwell", "fam_say": "Eleri: “It's us. You've got us.” Tudur asked for one line to go and it went.", "copies": ["mother", "father", "child"],
                   "child_told": "2025-03-14", "mine": "OK"},
    })  # fmt: skip
    story.write(moment("2025-03-12", "11:00"), "marcus", "decision", "decision 2025", {
        "decided_on": "2025-03-12", "question": "Does help as child in need go on for Gwenno, and what about Macsen?",
        "options": [{"option": "Go on as before"}, {"option": "Go on, with a carer's assessment for Macsen"}],
        "history_used": "Since 2023 the plan failed each time a driver or a sitter left; the lifting then fell to Macsen, and nobody asked him.",
        "child_view": "Gwenno: bed, small, me, big. Macsen: “It's only lifting.”", "decided": "Go on for a year, with a carer's assessment of Macsen's own and a night sitter.",
        "why": "Equipment answers Gwenno; nothing in the old plan answered Macsen. Ten hours a week at twelve is a need of his own.", "criteria": ["disability", "caring"],
        "owner": "Marcus Tildesey", "how": "reading", "tell_family_by": "2025-03-19"}, signed_off=True)  # fmt: skip


def _gwennos_cards(story: Story) -> None:
    at = moment("2025-12-04", "16:20")
    statement = story.id("said gwenno bed")
    story.write(at, "nia", "wishes_and_feelings", "session Gwenno 4 December", {
        "ctx_person": story.id("person gwenno"), "ctx_child": "Gwenno", "ctx_age": "11",
        "setup": {"sdate": "2025-12-04", "started": "14:30:00", "place": "home", "earshot": ["other"], "tools": ["mat"], "comm": ["symbol", "look", "welsh"], "interp": "support",
                  "interp_who": "Sioned Hafod, who knows her board", "par_know": "yes"},
        "hello": {"call_me": "Gwenno Fawr", "ok_go": "yes"},
        "go": {
            "mat": {"m_home": "good", "m_bed": "bad", "m_food": "good", "m_family": "good", "m_school": "good", "m_friends": "some", "m_body": "bad", "m_play": "good", "m_phone": "pass",
                    "m_worker": "some"},
            "end": {"message": "Board: “gwely – bach – eto” (bed, small, again). Then pointed at me and waited.", "advocate": "no", "may_tell": ["mum", "dad", "school"], "read_back": "OK",
                    "fixed": "Moved the worker card from well to so-so while I read it back, and laughed.", "copy": "now", "anon_ok": "yes"}},
        "after": {
            "ended": "15:20:00",
            "observed": "On the mat by the range, awake and quick. Sorted ten cards by looking, seven seconds for most. Looked at the bed card, then past me at the ceiling where a rail would go, then at the "
            "hoist picture on her own board, and put both on ‘not going well’ twice over. Cried out once, not in pain. Her mother in the next room; Sioned held the cards.",
            "harm": "no",
            "meaning": "She told us in March, and we wrote it down, and it is December. She knows that. The so-so for me is earned.",
            "voice": [{"_id": statement, "vo_words": "Put the bed card and the hoist picture on ‘not going well’, twice. Board: bed, small, again.", "vo_kind": "showed",
                       "vo_before": "Cards to sort, one at a time; I had asked nothing yet about the bed.", "vo_theme": "home", "vo_resp": "now",
                       "vo_do": "Ffion Madoc comes to the house about bed and hoist on 12 December; Nia rang her from the yard. Funding letter from Marcus by 10 December."}],
            "fb_date": "2025-12-08", "mine": "OK"},
    })  # fmt: skip
    row = f"after/voice[{statement}]"
    story.edit(moment("2025-12-08", "17:00"), "nia", statement, {
        f"{row}/vo_told": "2025-12-08",
        f"{row}/vo_back": "By video with Sioned: showed her Ffion's picture and the date. Board: “o'r diwedd” (at last). Then the joke square."})  # fmt: skip
    story.write(moment("2025-12-08", "12:30"), "marcus", "decision", "decision equipment", {
        "decided_on": "2025-12-08", "question": "Bed and hoist for Gwenno: wait for the panel in January, or order now?",
        "options": [{"option": "Panel on 14 January"}, {"option": "Order now from the disabled children's budget"}],
        "history_used": "Asked for in March 2025, chased in June and September. Marks on her elbows in February.",
        "child_view": "Gwenno put bed and hoist on ‘not going well’ twice on 4 December, and her board said: bed, small, again.",
        "decided": "Order both now. Ffion Madoc measures on 12 December.", "why": "She has said it twice in nine months. Another five weeks would be for our papers, not for her.",
        "criteria": ["disability"], "owner": "Marcus Tildesey", "how": "phone", "tell_family_by": "2025-12-09"}, signed_off=True)  # fmt: skip
    story.entry(
        moment("2025-12-12", "15:00"), "nia", "health",
        "The occupational therapist measured the bedroom. Bed and ceiling hoist ordered; delivery promised for the week of 16 February.",
        "Ffion Madoc, occupational therapist", children={"gwenno": "Nine months after she first asked.", "macsen": "The hoist would end the lifting at two in the morning."},
        significance="medium")  # fmt: skip


def _visit_in_february(story: Story) -> None:
    at = moment("2026-02-03", "14:10")
    carer = story.id("said macsen lifts")
    part = story.id("part macsen")
    at_home = {"p_lives": "yes", "p_new": "no", "p_heard": "no"}
    children: list[dict[str, Any]] = [
        {"_id": part, "c_person": story.id("person macsen"), "c_name": "Macsen", "c_stage": "sec", "c_seen": "yes",
         "c_was": {"c_alone": "yes", "c_place": "other", "c_bed": "yes", "c_bed_d": "Own room over the dairy, bed made, a baby monitor on the pillow tuned to Gwenno's room.",
                   "c_comm": ["speech"], "c_look": "Grown since autumn. Oil to the elbows. Yawned eleven times in half an hour and apologised for it.",
                   "c_with": "Tudur came into the shed, put a hand on his shoulder, and went out again without a word. Macsen smiled at the engine.",
                   "said": [{"_id": carer, "s_words": "Fourteen hours, I counted. I did it for maths. It's more when Dad's in the shed.", "s_kind": "said",
                             "s_before": "I asked how many hours a week he helps Gwenno, and whether that is a lot or a little.", "s_theme": "caring", "s_share": "some", "s_worry": "no"}],
                   "c_mark": "no", "c_think": "Ten hours last March, fourteen now, by his own count, and lifting at night. The night sitter was never found. He put a number on it so that I "
                   "could not call it helping out."}},
        {"_id": story.id("part gwenno"), "c_person": story.id("person gwenno"), "c_name": "Gwenno", "c_stage": "sec", "c_seen": "yes",
         "c_was": {"c_alone": "yes", "c_place": "living", "c_bed": "yes", "c_bed_d": "Still the small bed; new rail pads since December. Chalk marks on the ceiling where the hoist will go, a symbol of a "
                   "crane stuck beside them by Macsen.", "c_comm": ["symbol", "look"], "c_look": "Bright, new glasses. Elbows clear.",
                   "c_with": "Eleri asked her three questions and waited each time.", "said": [], "c_mark": "no",
                   "c_think": "Waiting with a date is different from waiting. She showed me the week on the calendar."}},
    ]  # fmt: skip
    story.write(at, "nia", "home_visit", "visit 3 February", {
        "ctx_family": "Rhydwen-Pugh", "ctx_level": "4", "ctx_no_access": "0",
        "prep": {"purpose": "cin", "planned": "planned", "want_to_know": "Is the delivery date holding? Nights: who lifts?", "read_history": "OK", "interp": "welsh", "hazards": ["road"],
                 "lone_plan": "Eleri's sister has the number; the snow gate was open at nine."},
        "arrive": {"vdate": "2026-02-03", "t_in": "11:30:00", "t_out": "12:55:00", "access": "in"},
        "inside": {"present": [{"p_name": "Eleri Rhydwen", "p_role": "mother", **at_home}, {"p_name": "Tudur Pugh", "p_role": "father", **at_home}]},
        "home": {"rooms": ["kitchen", "living", "childbed"], "home_c": ["fine"], "home_good": "Warm, mended, full of drying waterproofs. A list of hours in Macsen's hand is taped inside the larder door."},
        "each_child": children,
        "adults": {"view": [{"v_who": "Eleri", "v_said": "He won't let me do the two o'clock any more. I hear them laughing in there, and I lie still.", "v_disagree": ""},
                            {"v_who": "Tudur", "v_said": "I'm better in the mornings now. The tablets are all right.", "v_disagree": ""}],
                   "identity": "Welsh throughout. Gwenno corrected my mutation with a long blink.", "identity_do": "Ask the sitter agency again for a Welsh speaker before anyone else."},
        "think": {"changed": "The delivery has a date. Macsen's nights have got longer, not shorter.", "works": "They read each other without words. Tudur is up by six most days.",
                  "worries": "Macsen: fourteen hours, and lifting alone at night.", "pattern": "The same three things as in 2023: a driver, a sitter, lambing.", "safety": "8", "risk": "no", "dns": ["none"]},
        "next": {"todo": [{"t_what": "Carer's assessment of Macsen's own", "t_who": "Nia Brackwell", "t_by": "2026-03-03", "t_know": "Signed by Macsen"},
                          {"t_what": "Night sitter, Welsh-speaking, one night a week", "t_who": "Marcus Tildesey", "t_by": "2026-02-20", "t_know": "Eleri has a name and a date"}],
                 "next_visit": "2026-03-03", "read_back": "yes", "copy": ["none"], "child_told": "Macsen: that his number goes to Marcus today, as a number. Gwenno: the week of the crane.",
                 "written": "car", "fact_op": "OK"},
    })  # fmt: skip
    row = f"each_child[{part}]/c_was/said[{carer}]"
    story.edit(moment("2026-02-05", "09:20"), "nia", carer, {
        f"{row}/s_resp": "now", f"{row}/s_do": "Marcus Tildesey finds a Welsh-speaking night sitter by 20 February; Nia does his carer's assessment by 3 March.",
        f"{row}/s_told": "2026-02-05", f"{row}/s_back": "By message: “Ok. Diolch. Don't tell school.”"})  # fmt: skip
    story.entry(
        moment("2026-02-17", "10:30"), "nia", "health",
        "Delivery of bed and hoist put off to the week of 9 March: the crew could not get up the lane.", "Supplier, by telephone; Eleri",
        children={"gwenno": "Three more weeks.", "macsen": "Three more weeks of nights."}, significance="low")  # fmt: skip
