CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    name TEXT,
    home_url TEXT,
    language TEXT,
    timezone TEXT
) STRICT;

CREATE TABLE records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- a cited number is never given to another record
    site TEXT NOT NULL REFERENCES sites(id),
    kind TEXT NOT NULL CHECK (kind IN ('article', 'notice', 'obituary')),
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    lead TEXT,
    body TEXT,
    source TEXT,
    section TEXT,
    language TEXT,
    published TEXT,
    published_raw TEXT,
    modified TEXT,
    word_count INTEGER NOT NULL,
    digest TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    gone_at TEXT,
    extractor TEXT NOT NULL,
    evidence TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(evidence)),
    address TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX records_site ON records(site, kind, published);
CREATE INDEX records_kind ON records(kind, published);
CREATE INDEX records_digest ON records(digest);

CREATE TABLE aliases (
    url TEXT PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    address TEXT NOT NULL
) STRICT;
CREATE INDEX aliases_record ON aliases(record);
CREATE INDEX aliases_address ON aliases(address);

CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER,
    mime TEXT,
    digest TEXT,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER
) STRICT;
CREATE INDEX snapshots_url ON snapshots(url, fetched_at);

CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    seen_at TEXT NOT NULL,
    title TEXT,
    lead TEXT,
    body TEXT,
    digest TEXT NOT NULL,
    snapshot INTEGER REFERENCES snapshots(id) ON DELETE SET NULL,
    cause TEXT NOT NULL CHECK (cause IN ('published', 'edited', 'reread'))
) STRICT;
CREATE INDEX versions_record ON versions(record, id);
CREATE INDEX versions_later ON versions(record) WHERE cause <> 'published';  -- few rows: what `changes` looks through
CREATE INDEX versions_snapshot ON versions(snapshot) WHERE snapshot IS NOT NULL;

CREATE TABLE authors (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- In tables without rowid the key comes first: integrity_check of SQLite 3.40 confuses the columns otherwise.
CREATE TABLE record_authors (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES authors(id),
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_authors_author ON record_authors(author);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE record_tags (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag INTEGER NOT NULL REFERENCES tags(id),
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_tags_tag ON record_tags(tag);

CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    mime TEXT,
    width INTEGER,
    height INTEGER,
    bytes INTEGER,
    dhash TEXT
) STRICT;

CREATE TABLE record_images (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    image INTEGER REFERENCES images(id) ON DELETE SET NULL,
    url TEXT NOT NULL,
    caption TEXT,
    credit TEXT,
    alt TEXT,
    status TEXT NOT NULL DEFAULT 'listed',
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_images_image ON record_images(image) WHERE image IS NOT NULL;

CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    issuer TEXT,
    service TEXT,
    action TEXT,
    area TEXT,
    places TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(places)),
    reason TEXT,
    status TEXT
) STRICT;
CREATE INDEX notices_record ON notices(record, position);

CREATE TABLE notice_windows (
    id INTEGER PRIMARY KEY,
    notice INTEGER NOT NULL REFERENCES notices(id) ON DELETE CASCADE,
    starts TEXT,
    ends TEXT,
    edtf TEXT
) STRICT;
CREATE INDEX notice_windows_notice ON notice_windows(notice);
CREATE INDEX notice_windows_starts ON notice_windows(starts);

CREATE TABLE obituaries (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    name TEXT,
    given_name TEXT,
    family_name TEXT,
    maiden_name TEXT,
    born TEXT,
    died TEXT,
    age INTEGER,
    residence TEXT,
    mourners TEXT
) STRICT;
CREATE INDEX obituaries_record ON obituaries(record, position);
CREATE INDEX obituaries_name ON obituaries(family_name, given_name);

CREATE TABLE ceremonies (
    id INTEGER PRIMARY KEY,
    obituary INTEGER NOT NULL REFERENCES obituaries(id) ON DELETE CASCADE,
    kind TEXT,
    at TEXT,
    place TEXT
) STRICT;
CREATE INDEX ceremonies_obituary ON ceremonies(obituary);

CREATE TABLE fetches (
    url TEXT PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites(id),
    etag TEXT,
    last_modified TEXT,
    last_status INTEGER,
    last_fetched TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    next_due TEXT
) STRICT;
CREATE INDEX fetches_due ON fetches(site, next_due);

CREATE TABLE mentions (
    url TEXT NOT NULL,
    list TEXT NOT NULL,
    site TEXT NOT NULL REFERENCES sites(id),
    said TEXT NOT NULL,
    PRIMARY KEY (url, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_site ON mentions(site);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL REFERENCES sites(id),
    started TEXT NOT NULL,
    finished TEXT,
    outcome TEXT,
    requests INTEGER NOT NULL DEFAULT 0,
    new INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    stats TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(stats))
) STRICT;
CREATE INDEX runs_site ON runs(site, finished);

CREATE TABLE term_lemma (
    term TEXT NOT NULL,
    lemma TEXT NOT NULL,
    PRIMARY KEY (term, lemma)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_lemma_lemma ON term_lemma(lemma);

CREATE VIRTUAL TABLE records_fts USING fts5 (
    title, lead, body,
    content="records", content_rowid="id",
    tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO records_fts(records_fts, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0)');

-- External content: the index forgets a text only when it is told the very text that it was given.
CREATE TRIGGER records_fts_insert AFTER INSERT ON records BEGIN
    INSERT INTO records_fts(rowid, title, lead, body) VALUES (new.id, new.title, new.lead, new.body);
END;
CREATE TRIGGER records_fts_delete AFTER DELETE ON records BEGIN
    INSERT INTO records_fts(records_fts, rowid, title, lead, body)
    VALUES ('delete', old.id, old.title, old.lead, old.body);
END;
CREATE TRIGGER records_fts_update AFTER UPDATE OF title, lead, body ON records
WHEN old.title IS NOT new.title OR old.lead IS NOT new.lead OR old.body IS NOT new.body BEGIN
    INSERT INTO records_fts(records_fts, rowid, title, lead, body)
    VALUES ('delete', old.id, old.title, old.lead, old.body);
    INSERT INTO records_fts(rowid, title, lead, body) VALUES (new.id, new.title, new.lead, new.body);
END;

CREATE VIEW articles AS
SELECT
    r.id,
    r.site,
    r.published,
    r.section,
    r.title,
    r.lead,
    r.body,
    (SELECT group_concat(name, ', ') FROM (
        SELECT a.name FROM record_authors x JOIN authors a ON a.id = x.author
        WHERE x.record = r.id ORDER BY x.position)) AS authors,
    r.source,
    (SELECT group_concat(name, ', ') FROM (
        SELECT t.name FROM record_tags x JOIN tags t ON t.id = x.tag
        WHERE x.record = r.id ORDER BY x.position)) AS tags,
    r.word_count,
    r.url
FROM records r
WHERE r.kind = 'article';

CREATE VIEW notices_by_day AS
SELECT
    substr(coalesce(w.starts, w.ends, r.published), 1, 10) AS day,
    substr(w.ends, 1, 10) AS last_day,
    n.service,
    n.action,
    n.status,
    n.area,
    w.starts,
    w.ends,
    n.issuer,
    n.reason,
    r.title,
    r.site,
    r.url,
    r.id AS record
FROM notices n
JOIN records r ON r.id = n.record
LEFT JOIN notice_windows w ON w.notice = n.id;

CREATE VIEW obituaries_by_day AS
SELECT
    substr(coalesce(o.died, r.published), 1, 10) AS day,
    o.name,
    o.maiden_name,
    o.born,
    o.died,
    o.age,
    o.residence,
    (SELECT group_concat(told, '; ') FROM (
        SELECT coalesce(c.kind, 'ceremony') || coalesce(' ' || c.at, '') || coalesce(', ' || c.place, '') AS told
        FROM ceremonies c WHERE c.obituary = o.id ORDER BY c.id)) AS ceremonies,
    o.mourners,
    r.published,
    substr(r.first_seen, 1, 10) AS first_seen,
    r.site,
    r.url,
    r.id AS record
FROM obituaries o
JOIN records r ON r.id = o.record;

CREATE VIEW changes AS
SELECT
    v.seen_at,
    r.site,
    r.kind,
    (SELECT count(*) FROM versions WHERE record = v.record AND id <= v.id) AS number,
    v.cause,
    v.title,
    nullif(p.title, v.title) AS title_before,
    length(coalesce(v.lead, '') || coalesce(v.body, '')) - length(coalesce(p.lead, '') || coalesce(p.body, ''))
        AS characters_more,
    r.url,
    r.id AS record
FROM versions v
JOIN versions p ON p.id = (SELECT max(id) FROM versions WHERE record = v.record AND id < v.id)
JOIN records r ON r.id = v.record
WHERE v.cause <> 'published';
