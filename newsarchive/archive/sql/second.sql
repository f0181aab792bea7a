-- Every page kept: where each response lies, what a record was read from, what was taken down and what resembles what.

CREATE TABLE warcs (
    file TEXT PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites(id),
    bytes INTEGER,
    sha256 TEXT,
    sealed_at TEXT
) STRICT;
CREATE INDEX warcs_site ON warcs(site);

ALTER TABLE snapshots ADD COLUMN site TEXT REFERENCES sites(id);
ALTER TABLE snapshots ADD COLUMN run INTEGER REFERENCES runs(id);
ALTER TABLE snapshots ADD COLUMN address TEXT;
ALTER TABLE snapshots ADD COLUMN original INTEGER REFERENCES snapshots(id) ON DELETE SET NULL;
ALTER TABLE snapshots ADD COLUMN redacted TEXT;
CREATE INDEX snapshots_site ON snapshots(site, fetched_at);
CREATE INDEX snapshots_address ON snapshots(address, fetched_at);
CREATE INDEX snapshots_digest ON snapshots(digest) WHERE original IS NULL;
CREATE INDEX snapshots_original ON snapshots(original) WHERE original IS NOT NULL;
CREATE INDEX snapshots_run ON snapshots(run);
CREATE INDEX snapshots_file ON snapshots(file, offset);

ALTER TABLE records ADD COLUMN snapshot INTEGER REFERENCES snapshots(id) ON DELETE SET NULL;
ALTER TABLE records ADD COLUMN missing_since TEXT;
CREATE INDEX records_snapshot ON records(snapshot) WHERE snapshot IS NOT NULL;

ALTER TABLE versions ADD COLUMN alters TEXT CHECK (alters IS NULL OR json_valid(alters));
DROP INDEX versions_record;
CREATE INDEX versions_record ON versions(record, seen_at, id);

CREATE INDEX record_images_url ON record_images(url);
CREATE INDEX record_images_missing ON record_images(record) WHERE image IS NULL;

ALTER TABLE runs ADD COLUMN manifest TEXT;

CREATE TABLE sketches (
    mark INTEGER NOT NULL,
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    PRIMARY KEY (mark, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX sketches_record ON sketches(record);

CREATE TABLE duplicates (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    score REAL NOT NULL,
    differs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(differs)),
    PRIMARY KEY (record, other),
    CHECK (other < record)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicates_other ON duplicates(other);

CREATE TABLE forgets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    removed TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(removed))
) STRICT;

CREATE TABLE tombstones (
    address TEXT PRIMARY KEY,
    forgotten INTEGER NOT NULL REFERENCES forgets(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_forgotten ON tombstones(forgotten);

DROP VIEW changes;
CREATE VIEW changes AS
SELECT
    v.seen_at,
    r.site,
    r.kind,
    (SELECT count(*) FROM versions WHERE record = v.record AND (seen_at, id) <= (v.seen_at, v.id)) AS number,
    v.cause,
    CASE
        WHEN v.cause = 'reread' OR v.alters IS NULL THEN NULL
        WHEN EXISTS (
            SELECT 1 FROM json_each(v.alters) WHERE value IN ('numbers', 'names', 'quotes', 'negations')
        ) THEN 'substantive'
        ELSE 'cosmetic'
    END AS weight,
    (SELECT group_concat(value, ', ') FROM json_each(v.alters)) AS alters,
    v.title,
    nullif(p.title, v.title) AS title_before,
    length(coalesce(v.lead, '') || coalesce(v.body, '')) - length(coalesce(p.lead, '') || coalesce(p.body, ''))
        AS characters_more,
    r.url,
    r.id AS record
FROM versions v
JOIN versions p ON p.id = (
    SELECT id FROM versions WHERE record = v.record AND (seen_at, id) < (v.seen_at, v.id)
    ORDER BY seen_at DESC, id DESC LIMIT 1)
JOIN records r ON r.id = v.record
WHERE v.cause <> 'published'
ORDER BY
    CASE weight WHEN 'substantive' THEN 0 WHEN 'cosmetic' THEN 2 ELSE CASE v.cause WHEN 'reread' THEN 3 ELSE 1 END END,
    v.seen_at DESC,
    v.id DESC;
