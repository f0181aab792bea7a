-- What is asked for when people look at what was changed or taken down, the last first.

CREATE INDEX records_gone ON records(gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX versions_edited ON versions(seen_at, record, alters) WHERE cause = 'edited';  -- no text is read for it
