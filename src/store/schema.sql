-- The store: what was read, what was found, who it is, and who appears with whom.
-- Another layout gets another number; what it adds to tables that were there must do without a value (migrate.h).
-- Columns start and end are bytes of the issue's text in UTF-8, start_cp and end_cp code points; ends are exclusive.
-- Dates are 'YYYY-MM-DD', or NULL where nobody knows.
PRAGMA user_version = 3;

-- How it was made.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,         -- 'version', 'gazetteer-1' (the folder of the first -g) …
    value TEXT
) WITHOUT ROWID;

CREATE TABLE issue (
    id            INTEGER PRIMARY KEY,
    doc           TEXT NOT NULL,    -- path below the folder it was found under; in an archive: the archive's, then its own
    path          TEXT,             -- where the file was
    date          TEXT,
    date_source   TEXT NOT NULL CHECK (date_source IN ('none', 'name', 'text', 'option', 'field')), -- text: an estimate
    home          TEXT,             -- the region of the paper: '重庆市江津区'
    encoding      TEXT NOT NULL,    -- of the file
    invalid_bytes INTEGER NOT NULL, -- bytes that were no text in that encoding
    bytes         INTEGER NOT NULL,
    hash          TEXT NOT NULL,    -- SHA-256 of the text in UTF-8
    paper         TEXT,             -- what the issue says of itself: the newspaper's name,
    number        TEXT,             -- which issue of it,
    page          TEXT,             -- and which page
    parted        INTEGER NOT NULL DEFAULT 0, -- 1 where the file says where its articles begin
    head          TEXT,             -- what stands before the first article; NULL: the version that read it did not keep all of its text
    copy_of       INTEGER REFERENCES issue (id), -- the earlier issue with the same text
    key           TEXT,             -- of all that its reading depends on: the text, the gazetteer, the program …
    asked         TEXT,             -- strings that its reading looked up among the words and that are not in it, a line each
    words         TEXT,             -- a checksum of the words of the gazetteer that its reading can depend on
    sought        TEXT              -- short names of other issues that were looked for in it, parted by ';'
);

-- Short names that an issue introduces (以下简称).
CREATE TABLE introduced (
    issue INTEGER NOT NULL REFERENCES issue (id),
    kind  TEXT NOT NULL,
    brief TEXT NOT NULL,
    full  TEXT NOT NULL
);

CREATE TABLE article (
    id       INTEGER PRIMARY KEY,
    issue    INTEGER NOT NULL REFERENCES issue (id),
    n        INTEGER NOT NULL,      -- from 0 in its issue
    title    TEXT NOT NULL,
    date     TEXT,
    doubtful INTEGER NOT NULL,      -- 1 where its border is a guess
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    start_cp INTEGER NOT NULL,
    end_cp   INTEGER NOT NULL,
    text     TEXT NOT NULL,
    copy_of  INTEGER REFERENCES article (id), -- the earlier print of the same text; then nothing of this one is counted
    UNIQUE (issue, n)
);

CREATE TABLE sentence (
    article  INTEGER NOT NULL REFERENCES article (id),
    n        INTEGER NOT NULL,      -- from 0 in its article
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    start_cp INTEGER NOT NULL,
    end_cp   INTEGER NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- Something in the world. The columns from mentions on are filled when all issues are in.
CREATE TABLE entity (
    id         INTEGER PRIMARY KEY, -- of this database only
    key        TEXT NOT NULL UNIQUE, -- the same in every database: 'person:钱小雨@江津区'
    node       TEXT NOT NULL UNIQUE, -- its id in the graph files, made from the key: 'p3f2a9c1d07'
    kind       TEXT NOT NULL CHECK (kind IN ('person', 'org', 'company', 'place')),
    name       TEXT NOT NULL,
    reference  TEXT,                -- how decisions name it best; NULL: by its key
    surname    INTEGER,             -- of a person: how many characters of the name
    parent     INTEGER REFERENCES entity (id), -- what it is a part of: 江津区委 of 江津区委组织部
    code       TEXT,                -- of a place: its division code, where the gazetteer has it
    former     TEXT,                -- of a place: names that it had, parted by ';'
    role       TEXT CHECK (role IN ('official', 'reporter', 'other')), -- reporter: never anything else
    mentions   INTEGER NOT NULL DEFAULT 0, -- 0: known as the body of a post only
    articles   INTEGER NOT NULL DEFAULT 0,
    first_seen TEXT,
    last_seen  TEXT,
    title      TEXT,                -- the titles of the latest article that gives one
    body       INTEGER REFERENCES entity (id), -- of a person: where the first of these titles is held
    region     TEXT,                -- of a person: where that body acts; else the place that it is a part of
    pinyin     TEXT                 -- the name as it is typed: 'litong'
);

-- What the names of an issue mean by that issue alone; several may turn out to be one entity, and one to be several.
CREATE TABLE local (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL
);

-- All ids that lead to an entity.
CREATE TABLE identifier (
    key    TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (key, entity)
) WITHOUT ROWID;

CREATE TABLE mention (
    id       INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES article (id),
    local    INTEGER NOT NULL REFERENCES local (id),
    entity   INTEGER REFERENCES entity (id), -- NULL: the user says that it is nothing
    form     TEXT NOT NULL CHECK (form IN ('name', 'title')), -- title: a surname with a title (唐书记)
    role     TEXT,
    lay      TEXT,                  -- the trade that stands before a person's name
    sentence INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    start_cp INTEGER NOT NULL,
    end_cp   INTEGER NOT NULL,
    text     TEXT NOT NULL,         -- as printed, without breaks
    rule     TEXT
);

-- The printed forms of an entity.
CREATE TABLE alias (
    entity   INTEGER NOT NULL REFERENCES entity (id),
    text     TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, text)
) WITHOUT ROWID;

-- How a character of a name is read by itself.
CREATE TABLE reading (
    character TEXT PRIMARY KEY,
    pinyin    TEXT NOT NULL
) WITHOUT ROWID;

-- A post that a person is said to hold.
CREATE TABLE position (
    id         INTEGER PRIMARY KEY,
    mention    INTEGER NOT NULL REFERENCES mention (id),
    article    INTEGER NOT NULL REFERENCES article (id),
    local      INTEGER NOT NULL REFERENCES local (id),
    entity     INTEGER REFERENCES entity (id), -- the person
    title      TEXT NOT NULL,
    post       TEXT NOT NULL,                  -- the title without the body printed in it
    org        TEXT,                           -- its usual name
    local_body INTEGER REFERENCES local (id),
    body       INTEGER REFERENCES entity (id), -- the organisation, place or company
    region     TEXT,                           -- where that acts
    tense      TEXT NOT NULL CHECK (tense IN ('held', 'ended', 'acting', 'future')),
    rule       TEXT
);

-- What is worth a human look: two entities that may be one, one that may be several, a short name of nobody known.
CREATE TABLE doubt (
    kind     TEXT NOT NULL CHECK (kind IN ('merge', 'homonym', 'orphan')),
    a        INTEGER NOT NULL REFERENCES entity (id),
    b        INTEGER REFERENCES entity (id), -- of a merge: the other one
    evidence TEXT,
    body_a   TEXT,                           -- of a homonym: a body of one of the two, and of the other one
    body_b   TEXT
);

-- Two entities that decisions keep apart; a is the lesser.
CREATE TABLE settled (
    a INTEGER NOT NULL REFERENCES entity (id),
    b INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (a, b)
) WITHOUT ROWID;

-- Two entities that share articles; the key of a is the lesser one.
CREATE TABLE link (
    a          INTEGER NOT NULL REFERENCES entity (id),
    b          INTEGER NOT NULL REFERENCES entity (id),
    articles   INTEGER NOT NULL,
    sentences  INTEGER NOT NULL,
    first_seen TEXT,
    last_seen  TEXT,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;

-- How much is named in an article, and in an issue that has articles; as of entities, surnames with titles aside.
CREATE TABLE article_sums (
    article  INTEGER PRIMARY KEY REFERENCES article (id),
    persons  INTEGER NOT NULL,
    names    INTEGER NOT NULL,      -- of persons, organisations, companies and places
    mentions INTEGER NOT NULL
);
CREATE TABLE issue_sums (
    issue    INTEGER PRIMARY KEY REFERENCES issue (id),
    articles INTEGER NOT NULL,
    persons  INTEGER NOT NULL,
    mentions INTEGER NOT NULL
);

-- The words of the articles, for full-text search; rowid is the id of table article. Chinese is held as overlapping pairs of
-- characters and the last one of each run: 教育局 is the phrase '"教育 育局"', and one character is '长*'. Other words
-- are in lower case, full width is half width. The text itself is in table article.
CREATE VIRTUAL TABLE search USING fts5 (head, words, content='', tokenize='ascii');

-- ---- Views: what most people ask, in plain columns. ----

CREATE VIEW people AS
SELECT e.key AS id, e.name, e.pinyin, e.title, b.name AS organisation, e.region, e.role, e.mentions, e.articles,
       e.first_seen, e.last_seen
FROM entity e LEFT JOIN entity b ON b.id = e.body
WHERE e.kind = 'person' AND e.mentions > 0;

CREATE VIEW bodies AS
SELECT e.key AS id, e.name, e.pinyin, p.name AS part_of, e.region, e.mentions, e.articles, e.first_seen, e.last_seen
FROM entity e LEFT JOIN entity p ON p.id = e.parent
WHERE e.kind = 'org' AND e.mentions > 0;

CREATE VIEW companies AS
SELECT e.key AS id, e.name, e.pinyin, e.mentions, e.articles, e.first_seen, e.last_seen
FROM entity e
WHERE e.kind = 'company' AND e.mentions > 0;

CREATE VIEW places AS
SELECT e.key AS id, e.name, e.pinyin, p.name AS part_of, e.region, e.code, e.former, e.mentions, e.articles, e.first_seen,
       e.last_seen
FROM entity e LEFT JOIN entity p ON p.id = e.parent
WHERE e.kind = 'place' AND e.mentions > 0;

CREATE VIEW articles AS
SELECT a.id AS article_id, i.doc, a.n AS article, a.date, coalesce(i.paper, i.home) AS paper, a.title AS headline, a.text
FROM article a JOIN issue i ON i.id = a.issue;

-- One row for each time that a name is printed.
CREATE VIEW appearances AS
SELECT e.key AS id, e.name, e.kind, m.role, m.text AS printed, a.date, i.doc, a.n AS article, a.title AS headline,
       a.id AS article_id
FROM mention m
JOIN entity e ON e.id = m.entity
JOIN article a ON a.id = m.article
JOIN issue i ON i.id = a.issue
WHERE m.form = 'name';

-- One row for each article that says that a person holds a post.
CREATE VIEW careers AS
SELECT e.key AS id, e.name AS person, p.post, p.title, b.key AS organisation_id, coalesce(b.name, p.org) AS organisation,
       p.region, p.tense, a.date, i.date_source = 'text' AS estimated, i.doc, a.n AS article, a.id AS article_id
FROM position p
JOIN entity e ON e.id = p.entity
LEFT JOIN entity b ON b.id = p.body
JOIN article a ON a.id = p.article
JOIN issue i ON i.id = a.issue;

-- Who and what shares articles; each pair stands there twice, seen from either side.
CREATE VIEW together AS
SELECT e.key AS id, e.name, e.kind, o.key AS other_id, o.name AS other, o.kind AS other_kind, l.articles, l.sentences,
       l.first_seen, l.last_seen
FROM link l JOIN entity e ON e.id = l.a JOIN entity o ON o.id = l.b
UNION ALL
SELECT e.key, e.name, e.kind, o.key, o.name, o.kind, l.articles, l.sentences, l.first_seen, l.last_seen
FROM link l JOIN entity e ON e.id = l.b JOIN entity o ON o.id = l.a;
