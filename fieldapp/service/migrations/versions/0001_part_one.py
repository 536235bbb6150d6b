"""Protocol 1, part 1: people, devices, forms, scopes with their logs, revisions, and the projections of both.

Revision rows and log entries are immutable, and the database itself refuses otherwise: an UPDATE or DELETE on
them raises. (Erasure by law, part 2, will come with a step of its own.)
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_IMMUTABLE = ("revision", "entry")


def upgrade() -> None:
    """Make the tables."""
    _people()
    _forms()
    _record()
    _projections()
    _refuse_changes()


def _people() -> None:
    op.create_table(
        "service",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("org_id", sa.String(36), nullable=False),
        sa.Column("org", sa.Text, nullable=False),
        sa.Column("epoch_id", sa.String(36), nullable=False),
        sa.Column("epoch_n", sa.Integer, nullable=False),
        sa.Column("key_id", sa.String(36), nullable=False),
        sa.Column("public_key", sa.String(43), nullable=False),
    )
    op.create_table(
        "user_account",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("added_ms", _BIG, nullable=False),
        sa.CheckConstraint("role IN ('practitioner', 'manager', 'auditor')", name="user_role"),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("user_id", sa.String(36), sa.ForeignKey("user_account.id"), nullable=False),
        sa.Column("public_key", sa.String(43), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("app", sa.Text, nullable=False),
        sa.Column("enrolled_ms", _BIG, nullable=False),
        sa.Column("seen_ms", _BIG, nullable=False),
        sa.Column("forked", sa.Boolean, nullable=False),
        sa.Column("have_counter", _BIG, nullable=False),
        sa.Column("manifest", sa.Text),
    )
    op.create_table(
        "enrol_code",
        sa.Column("code_hash", sa.String(64), primary_key=True),
        sa.Column("user_id", sa.String(36), sa.ForeignKey("user_account.id"), nullable=False),
        sa.Column("expires_ms", _BIG, nullable=False),
        sa.Column("device_id", sa.String(36), sa.ForeignKey("device.id")),
    )


def _forms() -> None:
    op.create_table(
        "form",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("form_id", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("xml", sa.LargeBinary, nullable=False),
        sa.Column("published_ms", _BIG, nullable=False),
    )


def _record() -> None:
    op.create_table(
        "scope",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("owner_id", sa.String(36), sa.ForeignKey("user_account.id")),
        sa.Column("head", _BIG, nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("doc", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("scope", sa.String(36), nullable=False),
        sa.Column("device", sa.String(36), nullable=False),
        sa.Column("counter", _BIG),
        sa.Column("place", _BIG),
        sa.Column("prev", sa.String(64)),
        sa.Column("parents", sa.Text, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False),
        sa.Column("written", sa.LargeBinary, nullable=False),
        sa.Column("sig", sa.String(86), nullable=False),
        sa.Column("received_ms", _BIG, nullable=False),
        sa.Column("held", sa.String(40)),
        sa.Column("result", sa.Text, nullable=False),
        sa.UniqueConstraint("device", "place", name="one_revision_per_place"),
    )
    op.create_index("revision_by_doc", "revision", ["doc"])
    op.create_table(
        "entry",
        sa.Column("scope", sa.String(36), sa.ForeignKey("scope.id"), primary_key=True),
        sa.Column("seq", _BIG, primary_key=True, autoincrement=False),
        sa.Column("role", sa.String(4), nullable=False),
        sa.Column("hash", sa.String(64), sa.ForeignKey("revision.hash"), nullable=False, unique=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.CheckConstraint("role IN ('main', 'side')", name="entry_role"),
    )


def _projections() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("scope", sa.String(36), sa.ForeignKey("scope.id"), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("head", sa.String(64), sa.ForeignKey("revision.hash"), nullable=False),
        sa.Column("deleted", sa.String(64)),
        sa.Column("set_by", sa.Text, nullable=False),
    )
    op.create_index("document_by_scope", "document", ["scope"])
    op.create_table(
        "assignment",
        sa.Column("doc", sa.String(36), primary_key=True),
        sa.Column("user_id", sa.String(36), sa.ForeignKey("user_account.id"), nullable=False),
        sa.Column("family", sa.String(36), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("from_date", sa.String(10), nullable=False),
        sa.Column("until_date", sa.String(10)),
    )
    op.create_index("assignment_by_family", "assignment", ["family", "user_id"])
    op.create_index("assignment_by_user", "assignment", ["user_id"])
    op.create_table(
        "holding",
        sa.Column("user_id", sa.String(36), sa.ForeignKey("user_account.id"), primary_key=True),
        sa.Column("family", sa.String(36), primary_key=True),
    )


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in _IMMUTABLE:
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} rows are immutable'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows of % are immutable', TG_TABLE_NAME; END $$"
    )
    for table in _IMMUTABLE:
        op.execute(
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    """Drop all of it."""
    for table in (
        "holding",
        "assignment",
        "document",
        "entry",
        "revision",
        "scope",
        "form",
        "enrol_code",
        "device",
        "user_account",
        "service",
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
