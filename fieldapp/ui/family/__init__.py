"""The family file: people, chronology, their own words, plan, decisions (interface section 4.5)."""
