-- What the pages of each site have taught of its template.

CREATE TABLE templates (
    site TEXT NOT NULL REFERENCES sites(id),
    version INTEGER NOT NULL,
    learned_at TEXT NOT NULL,
    pages INTEGER NOT NULL,
    reader TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (site, version)
) STRICT, WITHOUT ROWID;
