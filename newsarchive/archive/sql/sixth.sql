-- What is asked for when people look at what was changed or taken down, the last first.
-- The index of changes holds all that is asked, also the cause: SQLite would read each text for it otherwise.

CREATE INDEX records_gone ON records(gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX versions_edited ON versions(seen_at, record, alters, cause) WHERE cause = 'edited';
