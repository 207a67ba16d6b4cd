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
    # Whom it is from, where the feed passes on what others publish; both or neither.
    sa.Column("origin_name", sa.Text),
    sa.Column("origin_url", sa.Text),
    sa.Column("first_seen_at", UtcDateTime, nullable=False),
    sa.Column("last_seen_at", UtcDateTime, nullable=False),
    # Fills the ledger and never alerts: the feed's first sight, or an archive that came up again.
    sa.Column("silent", sa.Boolean, nullable=False),
    # Not worth its page: there were newer ones enough.
    sa.Column("brief", sa.Boolean, nullable=False, server_default=sa.false()),
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
    sa.Index("ix_entries_waiting", "done", "silent", "feed_id", "published", "next_try_at"),
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


# -- ledger: what was said, learned and told -------------------------------------------------------
# The first seven are a record: rows are added, never changed. The others follow from them.

ledger_events = sa.Table(
    "ledger_events",
    metadata,
    #: The order in which things were learned.
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    #: "article", "gone", "wrong" or "given".
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("learned_at", UtcDateTime, nullable=False, index=True),
    #: The article's version or the statement that it is about.
    sa.Column("about", sa.Integer),
    #: Who marked a reading wrong, and their words.
    sa.Column("note", sa.Text),
)

ledger_articles = sa.Table(
    "ledger_articles",
    metadata,
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), primary_key=True, autoincrement=False),
    sa.Column("article_id", sa.Text, nullable=False, index=True),
    sa.Column("url", sa.Text, nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("outlet", sa.Text, nullable=False),
    sa.Column("published", UtcDateTime, nullable=False),
    #: Version of the article that this one replaced.
    sa.Column("replaces", sa.Integer, index=True),
    #: Its text, by the version that had it first.
    sa.Column("text", sa.Integer, nullable=False, index=True),
    #: What makes it one witness with others: names, owner, credits, copies, quotations.
    sa.Column("source", sa.Text, nullable=False),
)

ledger_statements = sa.Table(
    "ledger_statements",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    #: The article's version, or the event that gave a holding.
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), nullable=False, index=True),
    sa.Column("actor", sa.String, nullable=False),
    sa.Column("claim", sa.String, nullable=False),
    sa.Column("position", sa.String, nullable=False),
    sa.Column("speaker", sa.Text, nullable=False),
    sa.Column("speaker_key", sa.Text, nullable=False),
    sa.Column("authority", sa.Integer, nullable=False),
    sa.Column("when_", sa.String, nullable=False),
    sa.Column("via", sa.String, nullable=False),
    sa.Column("act", sa.String),
    sa.Column("said_on", sa.Date),
    #: The day and moment that it counted for when it was filed.
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("published", UtcDateTime, nullable=False),
    #: Its quotation was printed before the day it claims.
    sa.Column("redated", sa.Boolean, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer),
    sa.Column("span_end", sa.Integer),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("rules", sa.Text, nullable=False),
    #: Fingerprints of the long quotation that carries it, as JSON; none where it is loose, and all
    #: those of its article bear on it.
    sa.Column("quotations", sa.Text, nullable=False),
    sa.Column("loose", sa.Boolean, nullable=False),
    #: "heard", "given" or "inherited".
    sa.Column("origin", sa.String, nullable=False),
    sa.Index("ix_ledger_statements_pair", "actor", "claim", "day"),
)

ledger_quotations = sa.Table(
    "ledger_quotations",
    metadata,
    #: Fingerprint of a run of words in the quotation that carries a statement; kept for good.
    sa.Column("run", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("statement", sa.ForeignKey("ledger_statements.id"), primary_key=True),
    sqlite_with_rowid=False,
)

ledger_datings = sa.Table(
    "ledger_datings",
    metadata,
    #: A statement turned out to be older than it said, when another article came.
    sa.Column("statement", sa.ForeignKey("ledger_statements.id"), primary_key=True),
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
)

ledger_sketches = sa.Table(
    "ledger_sketches",
    metadata,
    #: Runs of words of a text, by which it and its copies are known again; forgotten after a while.
    #: Kept with the article that had it first, and anew with one that speaks to more, or much later.
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), primary_key=True, autoincrement=False),
    sa.Column("text", sa.Integer, nullable=False),
    sa.Column("learned_at", UtcDateTime, nullable=False, index=True),
    sa.Column("sketch", sa.LargeBinary, nullable=False),
)

ledger_echoes = sa.Table(
    "ledger_echoes",
    metadata,
    #: A statement that only repeats another one, in the same text; it is not held in a book.
    sa.Column("statement", sa.ForeignKey("ledger_statements.id"), primary_key=True),
    sa.Column("original", sa.ForeignKey("ledger_statements.id"), nullable=False, index=True),
)

ledger_carriers = sa.Table(
    "ledger_carriers",
    metadata,
    #: Outlets and houses that have printed a text, beside those of the statements that stand for it.
    sa.Column("actor", sa.String, primary_key=True),
    sa.Column("claim", sa.String, primary_key=True),
    sa.Column("text", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, primary_key=True),
    #: The event by which that was learned.
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), nullable=False),
)

ledger_transitions = sa.Table(
    "ledger_transitions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    #: The change's id, the same through all its states.
    sa.Column("change", sa.String, nullable=False, index=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("from_", sa.String, nullable=False),
    sa.Column("to", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("witnesses", sa.Text, nullable=False),
    #: The article whose arrival moved it; none where time did.
    sa.Column("article", sa.Text),
    sa.Column("reason", sa.String),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
)

ledger_changes = sa.Table(
    "ledger_changes",
    metadata,
    sa.Column("actor", sa.String, primary_key=True),
    sa.Column("claim", sa.String, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String, nullable=False, index=True),
    sa.Column("from_", sa.String, nullable=False),
    sa.Column("to", sa.String, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    #: Last day on which a possible change waits.
    sa.Column("until", sa.Date, nullable=False),
    #: The statements that it stands on, and an article for each witness.
    sa.Column("statements", sa.Text, nullable=False),
    sa.Column("witnesses", sa.Text, nullable=False),
    sa.Column("reason", sa.String),
)

ledger_verdicts = sa.Table(
    "ledger_verdicts",
    metadata,
    #: Why a statement moved nothing when it came; no reason where it did move something.
    sa.Column("statement", sa.ForeignKey("ledger_statements.id"), primary_key=True),
    sa.Column("reason", sa.String),
    #: Number of the change that it belongs to.
    sa.Column("change", sa.Integer),
)

ledger_fallen = sa.Table(
    "ledger_fallen",
    metadata,
    #: A statement that was taken back with its article, or marked as misread; copies fall with it.
    sa.Column("statement", sa.ForeignKey("ledger_statements.id"), primary_key=True),
    sa.Column("seq", sa.ForeignKey("ledger_events.seq"), primary_key=True),
    #: Whether its copies fall too: not where the changed article still says so.
    sa.Column("with_copies", sa.Boolean, nullable=False),
)

ledger_holdings = sa.Table(
    "ledger_holdings",
    metadata,
    sa.Column("actor", sa.String, primary_key=True),
    sa.Column("claim", sa.String, primary_key=True),
    sa.Column("position", sa.String, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    #: The statement to show for it.
    sa.Column("statement", sa.Integer, nullable=False),
    #: Day of the newest word for it, and of the newest mention.
    sa.Column("newest", sa.Date, nullable=False),
    sa.Column("heard", sa.Date, nullable=False),
    #: Days on which it was said on the record.
    sa.Column("weight", sa.Integer, nullable=False),
    sa.Column("inherited", sa.Boolean, nullable=False),
    sa.Column("contested", sa.Boolean, nullable=False),
)

ledger_moves = sa.Table(
    "ledger_moves",
    metadata,
    sa.Column("actor", sa.String, primary_key=True),
    sa.Column("claim", sa.String, primary_key=True),
    sa.Column("confirmed", sa.Date, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("from_", sa.String, nullable=False),
    sa.Column("to", sa.String, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("heard", sa.Boolean, nullable=False),
    sa.Column("statements", sa.Text, nullable=False),
)

ledger_checkpoints = sa.Table(
    "ledger_checkpoints",
    metadata,
    #: What the fold was before a day, so that older words need not be folded again.
    sa.Column("actor", sa.String, primary_key=True),
    sa.Column("claim", sa.String, primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("standing", sa.Text, nullable=False),
)


# -- second reader: what a language model was asked, answered and cost -----------------------------

model_answers = sa.Table(
    "model_answers",
    metadata,
    #: Fingerprint of the question and the model: text, claims, actors, instructions.
    sa.Column("key", sa.String(40), primary_key=True),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("prompt", sa.String, nullable=False),
    #: To the letter, so that a better check can be made on it later.
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("input_tokens", sa.Integer, nullable=False),
    sa.Column("output_tokens", sa.Integer, nullable=False),
    #: Given elsewhere and read from a batch file.
    sa.Column("imported", sa.Boolean, nullable=False),
    sa.Column("answered_at", UtcDateTime, nullable=False),
)

model_readings = sa.Table(
    "model_readings",
    metadata,
    #: In the order of arrival.
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.Text, nullable=False, index=True),
    sa.Column("url", sa.Text, nullable=False, index=True),
    #: zlib-compressed JSON: the article and what the rules read in it.
    sa.Column("content", sa.LargeBinary, nullable=False),
    #: Fills the ledger and never alerts.
    sa.Column("silent", sa.Boolean, nullable=False),
    #: A `ReadingState`.
    sa.Column("state", sa.String, nullable=False),
    sa.Column("reason", sa.String),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("next_try_at", UtcDateTime, nullable=False),
    sa.Column("queued_at", UtcDateTime, nullable=False, index=True),
    sa.Column("done_at", UtcDateTime),
    #: The answer that it was read from; that of another article where it is a near-copy of it.
    sa.Column("answer", sa.String(40)),
    sa.Column("copy_of", sa.Integer),
    #: JSON: the model's statements, and a line on what became of each of its answer's.
    sa.Column("outcome", sa.Text),
    sa.Index("ix_model_readings_waiting", "state", "next_try_at"),
)

model_days = sa.Table(
    "model_days",
    metadata,
    #: From midnight to midnight, UTC.
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("requests", sa.Integer, nullable=False),
    sa.Column("input_tokens", sa.Integer, nullable=False),
    sa.Column("output_tokens", sa.Integer, nullable=False),
)

model_alarms = sa.Table(
    "model_alarms",
    metadata,
    #: In force, and told to the operator; taken out when it is over.
    sa.Column("kind", sa.String, primary_key=True),
    sa.Column("since", UtcDateTime, nullable=False),
)

model_trusts = sa.Table(
    "model_trusts",
    metadata,
    #: What `calibrate --reader model` measured of a model with a version of the prompt.
    sa.Column("model", sa.String, primary_key=True),
    sa.Column("prompt", sa.String, primary_key=True),
    sa.Column("alone", sa.Float, nullable=False),
    sa.Column("rise", sa.Float, nullable=False),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("measured_at", UtcDateTime, nullable=False),
)


# -- reports: what readers say was misread ---------------------------------------------------------

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    #: The change that is doubted, and the statements that it stood on.
    sa.Column("change", sa.String, nullable=False, index=True),
    sa.Column("statements", sa.JSON, nullable=False),
    #: A `watchers.store.reports.Fault`.
    sa.Column("fault", sa.String, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("reported_by", sa.String, nullable=False),
    sa.Column("reported_at", UtcDateTime, nullable=False),
    sa.Column("decided_by", sa.String),
    sa.Column("decided_at", UtcDateTime),
    #: Whether an editor agreed; none while nobody has decided.
    sa.Column("agreed", sa.Boolean),
)


# -- watched: what the kept texts have been read for -----------------------------------------------

watched = sa.Table(
    "watched",
    metadata,
    #: "claim" or "actor".
    sa.Column("kind", sa.String, primary_key=True),
    sa.Column("id", sa.String, primary_key=True),
    #: What the configuration said of it then, as JSON; one that differs now is read back for.
    sa.Column("said", sa.Text, nullable=False),
)
