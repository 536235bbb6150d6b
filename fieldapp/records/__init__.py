"""What words mean in social work: families, children, visits, plans, decisions, as plain values and rules.

Promises: every rule starts from documents (`document.Document`) read through their forms (`fields.Reader`), takes the
day as an argument, and gives frozen values; each names the statute, guidance or section it comes from. A rule says
`seen` or `feedback_due`, never a form's question name.
Never: I/O, a clock of its own, a score or a prediction. Nothing here refuses a save.

The usual way: `files.open_file(documents, Reader(forms))` → `family.family_page`, `timeline.timeline`, `today.today_page`,
`families.family_rows`, `voice.statements`, `plans.current_plan`, `decisions.open_questions`;
`filing.split` / `join` / `refile` between a form's body and its documents; `sees.visit_view` for the home.
"""
