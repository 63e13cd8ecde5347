-- The database that renmai 0.2.0 made of the two issues of tap.inc, as sqlite3 dumps it.
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE alias (
    entity   INTEGER NOT NULL REFERENCES entity (id),
    text     TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, text)
) WITHOUT ROWID;
INSERT INTO "alias" VALUES(1,'县委',2);
INSERT INTO "alias" VALUES(3,'鹤尾镇中心小学',2);
INSERT INTO "alias" VALUES(4,'鹤尾镇',1);
INSERT INTO "alias" VALUES(5,'田小禾',3);
INSERT INTO "alias" VALUES(6,'白采薇',4);
INSERT INTO "alias" VALUES(7,'黄若松',5);
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
    UNIQUE (issue, n)
);
INSERT INTO "article" VALUES(1,1,0,'全县春耕工作会议召开','2021-03-04',0,0,294,0,106,'## 全县春耕工作会议召开

本报讯（记者 田小禾）3月4日，全县春耕工作会议召开。县委书记黄若松出席会议并讲话，县长白采薇主持会议。

黄若松强调，要抓好春耕生产，确保粮食安全。白采薇要求，各镇要压实责任。

');
INSERT INTO "article" VALUES(2,1,1,'鹤尾镇中心小学开工建设','2021-03-04',0,294,456,106,166,'## 鹤尾镇中心小学开工建设

本报讯（记者 田小禾）3月3日，鹤尾镇中心小学开工建设。县长白采薇出席开工仪式并讲话。
');
INSERT INTO "article" VALUES(3,2,0,'黄若松调研重点项目建设','2021-04-15',0,0,222,0,82,'## 黄若松调研重点项目建设

本报讯（记者 田小禾）4月14日，县委书记黄若松到鹤尾镇调研重点项目建设。县长白采薇参加调研。

黄若松指出，要加快项目建设进度。
');
CREATE TABLE doubt (
    kind     TEXT NOT NULL CHECK (kind IN ('merge', 'homonym', 'orphan')),
    a        INTEGER NOT NULL REFERENCES entity (id),
    b        INTEGER REFERENCES entity (id), -- of a merge: the other one
    evidence TEXT,
    body_a   TEXT,                           -- of a homonym: a body of one of the two, and of the other one
    body_b   TEXT
);
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
    title      TEXT                 -- the titles of the latest article that gives one
);
INSERT INTO "entity" VALUES(1,'org:县委','o87a39f82f2','org','县委',NULL,NULL,NULL,NULL,NULL,NULL,2,2,'2021-03-04','2021-04-15',NULL);
INSERT INTO "entity" VALUES(2,'org:县政府','o4df4157bd9','org','县政府',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL);
INSERT INTO "entity" VALUES(3,'org:鹤尾镇中心小学','o22938385b7','org','鹤尾镇中心小学',NULL,NULL,NULL,NULL,NULL,NULL,2,1,'2021-03-04','2021-03-04',NULL);
INSERT INTO "entity" VALUES(4,'place:鹤尾镇','tafbf0f54c6','place','鹤尾镇',NULL,NULL,NULL,NULL,NULL,NULL,1,1,'2021-04-15','2021-04-15',NULL);
INSERT INTO "entity" VALUES(5,'person:田小禾','p137e088ffc','person','田小禾','person:田小禾@媒体',1,NULL,NULL,NULL,'reporter',3,3,'2021-03-04','2021-04-15',NULL);
INSERT INTO "entity" VALUES(6,'person:白采薇','pf25120e029','person','白采薇','person:白采薇',1,NULL,NULL,NULL,'official',4,3,'2021-03-04','2021-04-15','县长');
INSERT INTO "entity" VALUES(7,'person:黄若松','p50be997c34','person','黄若松','person:黄若松',1,NULL,NULL,NULL,'official',5,2,'2021-03-04','2021-04-15','县委书记');
CREATE TABLE identifier (
    key    TEXT NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (key, entity)
) WITHOUT ROWID;
INSERT INTO "identifier" VALUES('org:县委',1);
INSERT INTO "identifier" VALUES('org:县政府',2);
INSERT INTO "identifier" VALUES('org:鹤尾镇中心小学',3);
INSERT INTO "identifier" VALUES('place:鹤尾镇',4);
INSERT INTO "identifier" VALUES('person:田小禾',5);
INSERT INTO "identifier" VALUES('person:白采薇',6);
INSERT INTO "identifier" VALUES('person:黄若松',7);
CREATE TABLE issue (
    id            INTEGER PRIMARY KEY,
    doc           TEXT NOT NULL,    -- path below the folder it was found under
    path          TEXT,             -- where the file was
    date          TEXT,
    date_source   TEXT NOT NULL CHECK (date_source IN ('none', 'name', 'text', 'option')), -- text: an estimate
    home          TEXT,             -- the region of the paper: '重庆市江津区'
    encoding      TEXT NOT NULL,    -- of the file
    invalid_bytes INTEGER NOT NULL, -- bytes that were no text in that encoding
    bytes         INTEGER NOT NULL,
    hash          TEXT NOT NULL     -- SHA-256 of the text in UTF-8
);
INSERT INTO "issue" VALUES(1,'砚川报2021-03-04.txt','issues/砚川报2021-03-04.txt','2021-03-04','name',NULL,'UTF-8',0,456,'ca48af75ff38a40f87fbf77e5509c17b328e17a25b542d3feb273be152acd22c');
INSERT INTO "issue" VALUES(2,'砚川报2021-04-15.txt','issues/砚川报2021-04-15.txt','2021-04-15','name',NULL,'UTF-8',0,222,'d356b322bfe340d07fef3cc7bc5add4b7ea637feda39529d95e28d1c4911698f');
CREATE TABLE link (
    a          INTEGER NOT NULL REFERENCES entity (id),
    b          INTEGER NOT NULL REFERENCES entity (id),
    articles   INTEGER NOT NULL,
    sentences  INTEGER NOT NULL,
    first_seen TEXT,
    last_seen  TEXT,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
INSERT INTO "link" VALUES(1,4,1,1,'2021-04-15','2021-04-15');
INSERT INTO "link" VALUES(1,6,2,1,'2021-03-04','2021-04-15');
INSERT INTO "link" VALUES(1,7,2,2,'2021-03-04','2021-04-15');
INSERT INTO "link" VALUES(3,6,1,0,'2021-03-04','2021-03-04');
INSERT INTO "link" VALUES(6,4,1,0,'2021-04-15','2021-04-15');
INSERT INTO "link" VALUES(6,7,2,1,'2021-03-04','2021-04-15');
INSERT INTO "link" VALUES(7,4,1,1,'2021-04-15','2021-04-15');
CREATE TABLE local (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL UNIQUE,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL
);
INSERT INTO "local" VALUES(1,'person:田小禾','person','田小禾');
INSERT INTO "local" VALUES(2,'org:县委','org','县委');
INSERT INTO "local" VALUES(3,'person:黄若松','person','黄若松');
INSERT INTO "local" VALUES(4,'person:白采薇','person','白采薇');
INSERT INTO "local" VALUES(5,'org:县政府','org','县政府');
INSERT INTO "local" VALUES(6,'org:鹤尾镇中心小学','org','鹤尾镇中心小学');
INSERT INTO "local" VALUES(7,'place:鹤尾镇','place','鹤尾镇');
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
INSERT INTO "mention" VALUES(1,1,1,5,'name','reporter',NULL,1,54,63,22,25,'田小禾','byline.name');
INSERT INTO "mention" VALUES(2,1,2,1,'name',NULL,NULL,2,110,116,42,44,'县委','org.anchored');
INSERT INTO "mention" VALUES(3,1,3,7,'name','official',NULL,2,122,131,46,49,'黄若松','person.verb');
INSERT INTO "mention" VALUES(4,1,4,6,'name','official',NULL,2,161,170,59,62,'白采薇','person.verb');
INSERT INTO "mention" VALUES(5,1,3,7,'name','official',NULL,3,187,196,69,72,'黄若松','person.verb');
INSERT INTO "mention" VALUES(6,1,4,6,'name','official',NULL,4,250,259,90,93,'白采薇','person.verb');
INSERT INTO "mention" VALUES(7,2,6,3,'name',NULL,NULL,0,297,318,109,116,'鹤尾镇中心小学','org.anchored');
INSERT INTO "mention" VALUES(8,2,1,5,'name','reporter',NULL,1,351,360,129,132,'田小禾','byline.name');
INSERT INTO "mention" VALUES(9,2,6,3,'name',NULL,NULL,1,374,395,138,145,'鹤尾镇中心小学','org.anchored');
INSERT INTO "mention" VALUES(10,2,4,6,'name','official',NULL,2,416,425,152,155,'白采薇','person.verb');
INSERT INTO "mention" VALUES(11,3,3,7,'name','official',NULL,0,3,12,3,6,'黄若松','person.verb');
INSERT INTO "mention" VALUES(12,3,1,5,'name','reporter',NULL,1,57,66,23,26,'田小禾','byline.name');
INSERT INTO "mention" VALUES(13,3,2,1,'name',NULL,NULL,1,81,87,33,35,'县委','org.anchored');
INSERT INTO "mention" VALUES(14,3,3,7,'name','official',NULL,1,93,102,37,40,'黄若松','person.title');
INSERT INTO "mention" VALUES(15,3,7,4,'name',NULL,NULL,1,105,114,41,44,'鹤尾镇','place.new');
INSERT INTO "mention" VALUES(16,3,4,6,'name','official',NULL,2,147,156,55,58,'白采薇','person.verb');
INSERT INTO "mention" VALUES(17,3,3,7,'name','official',NULL,3,173,182,65,68,'黄若松','person.verb');
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,         -- 'version', 'gazetteer-1' (the folder of the first -g) …
    value TEXT
) WITHOUT ROWID;
INSERT INTO "meta" VALUES('version','0.2.0');
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
INSERT INTO "position" VALUES(1,3,1,3,7,'县委书记','书记','县委',2,1,NULL,'held','position.before');
INSERT INTO "position" VALUES(2,4,1,4,6,'县长','县长','县政府',5,2,NULL,'held','position.before');
INSERT INTO "position" VALUES(3,10,2,4,6,'县长','县长','县政府',5,2,NULL,'held','position.before');
INSERT INTO "position" VALUES(4,14,3,3,7,'县委书记','书记','县委',2,1,NULL,'held','position.before');
INSERT INTO "position" VALUES(5,16,3,4,6,'县长','县长','县政府',5,2,NULL,'held','position.before');
CREATE TABLE sentence (
    article  INTEGER NOT NULL REFERENCES article (id),
    n        INTEGER NOT NULL,      -- from 0 in its article
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    start_cp INTEGER NOT NULL,
    end_cp   INTEGER NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
INSERT INTO "sentence" VALUES(1,0,3,33,3,13);
INSERT INTO "sentence" VALUES(1,1,35,110,15,42);
INSERT INTO "sentence" VALUES(1,2,110,185,42,67);
INSERT INTO "sentence" VALUES(1,3,187,250,69,90);
INSERT INTO "sentence" VALUES(1,4,250,292,90,104);
INSERT INTO "sentence" VALUES(2,0,297,330,109,120);
INSERT INTO "sentence" VALUES(2,1,332,410,122,150);
INSERT INTO "sentence" VALUES(2,2,410,455,150,165);
INSERT INTO "sentence" VALUES(3,0,3,36,3,14);
INSERT INTO "sentence" VALUES(3,1,38,141,16,53);
INSERT INTO "sentence" VALUES(3,2,141,171,53,63);
INSERT INTO "sentence" VALUES(3,3,173,221,65,81);
CREATE TABLE settled (
    a INTEGER NOT NULL REFERENCES entity (id),
    b INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('alias','alias_text','6 1');
INSERT INTO "sqlite_stat1" VALUES('alias','alias','6 1 1');
INSERT INTO "sqlite_stat1" VALUES('issue',NULL,'2');
INSERT INTO "sqlite_stat1" VALUES('article','sqlite_autoindex_article_1','3 2 1');
INSERT INTO "sqlite_stat1" VALUES('position','position_body','5 3');
INSERT INTO "sqlite_stat1" VALUES('position','position_mention','5 1');
INSERT INTO "sqlite_stat1" VALUES('position','position_entity','5 3 1');
INSERT INTO "sqlite_stat1" VALUES('position','position_local_body','5 3');
INSERT INTO "sqlite_stat1" VALUES('sentence','sentence','12 4 1');
INSERT INTO "sqlite_stat1" VALUES('entity','entity_parent','7 7');
INSERT INTO "sqlite_stat1" VALUES('entity','entity_name','7 1');
INSERT INTO "sqlite_stat1" VALUES('entity','sqlite_autoindex_entity_2','7 1');
INSERT INTO "sqlite_stat1" VALUES('entity','sqlite_autoindex_entity_1','7 1');
INSERT INTO "sqlite_stat1" VALUES('local','sqlite_autoindex_local_1','7 1');
INSERT INTO "sqlite_stat1" VALUES('meta','meta','1 1');
INSERT INTO "sqlite_stat1" VALUES('identifier','identifier_entity','7 1');
INSERT INTO "sqlite_stat1" VALUES('identifier','identifier','7 1 1');
INSERT INTO "sqlite_stat1" VALUES('link','link_b','7 3');
INSERT INTO "sqlite_stat1" VALUES('link','link','7 2 1');
INSERT INTO "sqlite_stat1" VALUES('mention','mention_entity','17 3 2');
INSERT INTO "sqlite_stat1" VALUES('mention','mention_local','17 3');
INSERT INTO "sqlite_stat1" VALUES('mention','mention_article','17 6');
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_local ON mention (local);
CREATE INDEX position_local_body ON position (local_body);
CREATE INDEX mention_entity ON mention (entity, article);
CREATE INDEX identifier_entity ON identifier (entity);
CREATE INDEX position_entity ON position (entity, article);
CREATE INDEX position_mention ON position (mention);
CREATE INDEX position_body ON position (body);
CREATE INDEX link_b ON link (b);
CREATE INDEX entity_name ON entity (name);
CREATE INDEX entity_parent ON entity (parent);
CREATE INDEX alias_text ON alias (text);
COMMIT;
