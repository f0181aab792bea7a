-- The first hour's archives had three tables in which the key does not come first, and other indexes.

CREATE TEMP TABLE early_authors AS SELECT record, position, author FROM record_authors;
DROP TABLE record_authors;
CREATE TABLE record_authors (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES authors(id),
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_authors_author ON record_authors(author);
INSERT INTO record_authors (record, position, author) SELECT record, position, author FROM early_authors;
DROP TABLE early_authors;

CREATE TEMP TABLE early_tags AS SELECT record, position, tag FROM record_tags;
DROP TABLE record_tags;
CREATE TABLE record_tags (
    record INTEGER NOT NULL REFERENCES records(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag INTEGER NOT NULL REFERENCES tags(id),
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_tags_tag ON record_tags(tag);
INSERT INTO record_tags (record, position, tag) SELECT record, position, tag FROM early_tags;
DROP TABLE early_tags;

CREATE TEMP TABLE early_images AS
SELECT record, position, image, url, caption, credit, alt, status FROM record_images;
DROP TABLE record_images;
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
INSERT INTO record_images (record, position, image, url, caption, credit, alt, status)
SELECT record, position, image, url, caption, credit, alt, status FROM early_images;
DROP TABLE early_images;

DROP INDEX records_site;
CREATE INDEX records_site ON records(site, kind, published);
DROP INDEX IF EXISTS records_section;
CREATE INDEX versions_later ON versions(record) WHERE cause <> 'published';  -- few rows: what `changes` looks through
