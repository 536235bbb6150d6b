"""The central end: what every laptop sends to and pulls from. Protocol 1 sections 2 to 8 and 14.

Start at `app` (routes) and `push` (what happens to a revision). `database` is one code for SQLite and PostgreSQL.
"""
