-- When all entities are known: indexes, printed forms, and the sums of each entity.
CREATE INDEX mention_entity ON mention (entity, article, role, form);
DROP INDEX mention_article; -- from here on it tells whom an article names without a look at the mentions
CREATE INDEX mention_article ON mention (article, entity, form);
CREATE INDEX identifier_entity ON identifier (entity);
CREATE INDEX position_entity ON position (entity, article);
CREATE INDEX position_article ON position (article);
CREATE INDEX position_body ON position (body);
CREATE INDEX link_b ON link (b, articles);
CREATE INDEX entity_name ON entity (name);
CREATE INDEX entity_reference ON entity (reference);
CREATE INDEX entity_parent ON entity (parent);
CREATE INDEX issue_key ON issue (key);
CREATE INDEX introduced_issue ON introduced (issue);
CREATE INDEX issue_doc ON issue (doc);
CREATE INDEX article_doubtful ON article (date) WHERE doubtful;
CREATE INDEX article_date ON article (date, issue, n);

INSERT INTO alias (entity, text, mentions)
SELECT entity, text, count(*) FROM mention WHERE form = 'name' AND entity IS NOT NULL GROUP BY entity, text;

CREATE INDEX alias_text ON alias (text);

UPDATE entity SET (mentions, articles, first_seen, last_seen, role) = (
    SELECT count(*), count(DISTINCT m.article), min(a.date), max(a.date),
           CASE WHEN sum(m.role = 'official') > 0 THEN 'official'
                WHEN sum(m.role = 'other') > 0 THEN 'other'
                WHEN sum(m.role = 'reporter') > 0 THEN 'reporter' END
    FROM mention m JOIN article a ON a.id = m.article
    WHERE m.entity = entity.id AND m.form = 'name');

-- The titles of the last article that names one; what has ended or is to come only where there is nothing else.
UPDATE entity SET title = (
    SELECT group_concat(title, '、') FROM (
        SELECT p.title FROM position p
        JOIN (SELECT q.article, q.tense IN ('ended', 'future') AS off
              FROM position q JOIN article a ON a.id = q.article JOIN issue i ON i.id = a.issue
              WHERE q.entity = entity.id
              ORDER BY off, a.date IS NULL, a.date DESC, i.doc DESC, a.n DESC LIMIT 1) last
          ON p.article = last.article AND (p.tense IN ('ended', 'future')) = last.off
        WHERE p.entity = entity.id
        GROUP BY p.title ORDER BY min(p.id)))
WHERE kind = 'person';

-- Where the first of these titles is held.
UPDATE entity SET (body, region) = (
    SELECT p.body, p.region
    FROM position p JOIN article a ON a.id = p.article JOIN issue i ON i.id = a.issue
    WHERE p.entity = entity.id
    ORDER BY p.tense IN ('ended', 'future'), a.date IS NULL, a.date DESC, i.doc DESC, a.n DESC, p.id LIMIT 1)
WHERE kind = 'person';

-- The nearest place above; a place stands twenty steps deep nowhere.
UPDATE entity SET region = (
    WITH RECURSIVE above (id, steps) AS (
        SELECT entity.parent, 1
        UNION ALL SELECT e.parent, steps + 1 FROM entity e JOIN above ON e.id = above.id WHERE steps < 20)
    SELECT substr(p.key, length('place:') + 1) FROM above JOIN entity p ON p.id = above.id
    WHERE p.kind = 'place' ORDER BY steps LIMIT 1)
WHERE parent IS NOT NULL;

INSERT INTO article_sums (article, persons, names, mentions)
SELECT a.id, count(DISTINCT CASE WHEN e.kind = 'person' THEN e.id END), count(DISTINCT e.id), count(e.id)
FROM article a
LEFT JOIN mention m ON m.article = a.id AND m.form = 'name'
LEFT JOIN entity e ON e.id = m.entity
GROUP BY a.id;

INSERT INTO issue_sums (issue, articles, persons, mentions)
SELECT a.issue, count(DISTINCT a.id), count(DISTINCT CASE WHEN e.kind = 'person' THEN e.id END), count(e.id)
FROM article a
LEFT JOIN mention m ON m.article = a.id AND m.form = 'name'
LEFT JOIN entity e ON e.id = m.entity
GROUP BY a.issue;

UPDATE entity SET pinyin = pinyin(name);
CREATE INDEX entity_kind ON entity (kind, mentions);
CREATE INDEX entity_pinyin ON entity (pinyin);

INSERT INTO reading (character, pinyin)
WITH RECURSIVE part (character, rest) AS (
    SELECT substr(text, 1, 1), substr(text, 2) FROM alias
    UNION SELECT substr(rest, 1, 1), substr(rest, 2) FROM part WHERE rest <> '')
SELECT DISTINCT character, pinyin(character) FROM part WHERE character <> '';

-- Of the words of many articles few pieces of an index are written, and little is merged.
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);
INSERT INTO search (rowid, head, words) SELECT id, words(title), words(text) FROM article;

ANALYZE main;
