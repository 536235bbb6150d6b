"""One record of a family, to read: a visit, a session, an assessment, a decision, a key event, a person."""
