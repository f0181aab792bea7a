-- Search by dictionary forms: the vocabulary as the index writes it, and the narrow columns beside each other.

DROP TABLE term_lemma;  -- nothing ever filled it
CREATE TABLE term_lemma (
    term TEXT NOT NULL,
    lemma TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (term, lemma)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_lemma_lemma ON term_lemma(lemma, folded);
CREATE INDEX term_lemma_folded ON term_lemma(folded);

-- In the row itself these lie before and behind long texts: counting 20,000 hits would read them all.
CREATE INDEX records_facts ON records(id, site, kind, section, published);
CREATE INDEX records_published ON records(published, site, kind, section);
