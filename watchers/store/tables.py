"""The tables. One section a room; queries stand in the module named for the room."""

import sqlalchemy as sa

from watchers.store.database import UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# -- outbox: what must be told where, and what was -------------------------------------------------

outbox_messages = sa.Table(
    "outbox_messages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("channel", sa.String, nullable=False),
    #: Stands in the message itself, so that it can be found again.
    sa.Column("mark", sa.String(25), nullable=False, unique=True),
    sa.Column("is_fold", sa.Boolean, nullable=False),
    #: A `MessageState`.
    sa.Column("state", sa.String, nullable=False),
    #: Why the last attempt failed, or why nothing was sent.
    sa.Column("reason", sa.String),
    #: Place in the channel's queue; taken from one counter with `outbox_items.place`.
    sa.Column("place", sa.Integer, nullable=False),
    #: Revision that the channel should show, and the one it shows; 0 is nothing.
    sa.Column("wanted", sa.Integer, nullable=False),
    sa.Column("shown", sa.Integer, nullable=False),
    #: The surface's own id of the message, once it is known.
    sa.Column("message_id", sa.String),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("first_attempt_at", UtcDateTime),
    sa.Column("last_attempt_at", UtcDateTime),
    sa.Column("sent_at", UtcDateTime),
    sa.Index("ix_outbox_messages_queue", "channel", "place"),
)

outbox_items = sa.Table(
    "outbox_items",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("channel", sa.String, nullable=False),
    #: A change's id, or the key of a digest or notice.
    sa.Column("subject", sa.String, nullable=False),
    #: What the card is made from, as JSON.
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("foldable", sa.Boolean, nullable=False),
    #: It no longer stands: nothing to tell where it was not told.
    sa.Column("ended", sa.Boolean, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("queued_at", UtcDateTime, nullable=False),
    sa.Column("message", sa.ForeignKey("outbox_messages.id"), index=True),
    sa.UniqueConstraint("channel", "subject"),
)

outbox_stops = sa.Table(
    "outbox_stops",
    metadata,
    #: Where nothing is posted until the next start.
    sa.Column("channel", sa.String, primary_key=True),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("since", UtcDateTime, nullable=False),
)

# Feeds and articles: what is polled, what it brought, what came of it.

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),
    sa.Column("fetch_url", sa.Text, nullable=False),
    sa.Column("etag", sa.Text, nullable=False, default=""),
    sa.Column("last_modified", sa.Text, nullable=False, default=""),
    sa.Column("body_hash", sa.Text, nullable=False, default=""),
    sa.Column("kind", sa.Text),
    sa.Column("title", sa.Text, nullable=False, default=""),
    sa.Column("interval_seconds", sa.Float, nullable=False),
    sa.Column("next_due_at", UtcDateTime, nullable=False, index=True),
    sa.Column("first_success_at", UtcDateTime),
    sa.Column("last_polled_at", UtcDateTime),
    sa.Column("last_success_at", UtcDateTime),
    sa.Column("last_full_at", UtcDateTime),
    sa.Column("last_new_at", UtcDateTime),
    sa.Column("usual_gap_seconds", sa.Float),
    sa.Column("newest_published", UtcDateTime),
    sa.Column("largest", sa.Integer, nullable=False, default=0),
    sa.Column("failures", sa.Integer, nullable=False, default=0),
    sa.Column("failing_since", UtcDateTime),
    sa.Column("last_problem", sa.Text),
    sa.Column("last_detail", sa.Text, nullable=False, default=""),
    sa.Column("muted", sa.Boolean, nullable=False, default=False),
)

feed_alarms = sa.Table(
    "feed_alarms",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("begins", sa.Boolean, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    # When the operator was told; the newest row of a kind says whether it is in force.
    sa.Column("told_at", UtcDateTime),
)

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), nullable=False),
    sa.Column("identity", sa.Text, nullable=False),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("link", sa.Text),
    sa.Column("canonical_link", sa.Text, index=True),
    sa.Column("title", sa.Text, nullable=False),
    # zlib-compressed UTF-8; emptied after the days that texts are kept.
    sa.Column("summary", sa.LargeBinary, nullable=False),
    sa.Column("published", UtcDateTime),
    sa.Column("author", sa.Text),
    sa.Column("first_seen_at", UtcDateTime, nullable=False),
    sa.Column("last_seen_at", UtcDateTime, nullable=False),
    # Fills the ledger and never alerts: the feed's first sight, or an archive that came up again.
    sa.Column("silent", sa.Boolean, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False, default=0),
    sa.Column("done", sa.Boolean, nullable=False, default=False),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("next_try_at", UtcDateTime, nullable=False),
    # The verdict: what was read, or why nothing was.
    sa.Column("via", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("detail", sa.Text, nullable=False, default=""),
    sa.Column("article_id", sa.Text),
    sa.Column("statements", sa.Integer, nullable=False, default=0),
    sa.Column("done_at", UtcDateTime),
    sa.UniqueConstraint("feed_id", "identity"),
    sa.Index("ix_entries_waiting", "done", "next_try_at"),
    sa.Index("ix_entries_content", "feed_id", "content_hash"),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("canonical_link", sa.Text, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("fetched_at", UtcDateTime, nullable=False, index=True),
    # SHA-256 of the article's text, or of the page where the cheap look passed it over.
    sa.Column("text_hash", sa.Text, nullable=False),
    # zlib-compressed: an article as JSON ("article") or the page's HTML ("page").
    sa.Column("holds", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
