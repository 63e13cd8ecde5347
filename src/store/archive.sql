-- What archive.c asks and does, in the order of its enum. What stands in copies (article.copy_of) gets no entity.
-- 0: all that is no person, with a region of the papers that print it.
SELECT l.id, l.key, l.kind, l.name, i.home
FROM local l
JOIN (SELECT DISTINCT local, article FROM mention
      UNION SELECT local_body, article FROM position WHERE local_body IS NOT NULL) m ON m.local = l.id
JOIN article a ON a.id = m.article AND a.copy_of IS NULL
JOIN issue i ON i.id = a.issue
WHERE l.kind <> 'person'
GROUP BY l.id, i.home
ORDER BY l.key, i.home;

-- 1: persons in articles, by name.
SELECT l.name, l.id, l.key, m.article, a.n, i.doc, a.date, i.home, min(m.role IS 'reporter'), max(m.lay), a.issue
FROM mention m
JOIN local l ON l.id = m.local
JOIN article a ON a.id = m.article AND a.copy_of IS NULL
JOIN issue i ON i.id = a.issue
WHERE l.kind = 'person' AND m.form = 'name'
GROUP BY l.name, l.id, m.article
ORDER BY l.name, m.article, l.key;

-- 2: their posts, in the same order.
SELECT l.name, p.article, l.id, p.title, p.local_body, p.region, p.tense
FROM position p
JOIN local l ON l.id = p.local
JOIN article a ON a.id = p.article AND a.copy_of IS NULL
ORDER BY l.name, p.article, l.key, p.id;

-- 3: who and what else is named in article ?1 than ?2.
SELECT DISTINCT l.name
FROM mention m JOIN local l ON l.id = m.local
WHERE m.article = ?1 AND l.kind <> 'place' AND l.name <> ?2 AND m.role IS NOT 'reporter';

-- 4: article ?1 means entity ?3 by ?2.
INSERT INTO resolved (article, local, entity) VALUES (?1, ?2, ?3);

-- 5: every article means entity ?2 by ?1.
INSERT INTO resolved (article, local, entity)
SELECT DISTINCT a.id, ?1, ?2
FROM (SELECT article FROM mention WHERE local = ?1 UNION SELECT article FROM position WHERE local_body = ?1) m
JOIN article a ON a.id = m.article AND a.copy_of IS NULL;

-- 6: all entities.
SELECT id, key FROM entity ORDER BY key;

-- 7: entity ?1 is a part of ?2, has code ?3 and former names ?4, and a surname of ?5 characters.
UPDATE entity SET parent = ?2, code = ?3, former = ?4, surname = ?5 WHERE id = ?1;

-- 8: a doubt of kind ?1 about entities ?2 and ?3, because of ?4, with bodies ?5 and ?6 of the two.
INSERT INTO doubt (kind, a, b, evidence, body_a, body_b) VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- 9: decisions name entity ?1 best by ?2.
UPDATE entity SET reference = ?2 WHERE id = ?1;

-- 10: what ?1 and ?2 name in decisions is different.
INSERT OR IGNORE INTO settled (a, b)
SELECT min(e.id, f.id), max(e.id, f.id)
FROM (SELECT id FROM entity WHERE ?1 IN (key, reference, kind || ':' || name, name)
      UNION SELECT entity FROM identifier WHERE key = ?1) e
JOIN (SELECT id FROM entity WHERE ?2 IN (key, reference, kind || ':' || name, name)
      UNION SELECT entity FROM identifier WHERE key = ?2) f ON e.id <> f.id;

-- 11: what is printed as ?1, of kind ?2 (NULL: any but persons), is nothing.
UPDATE mention SET entity = NULL
WHERE text = ?1 AND local IN (SELECT id FROM local WHERE kind <> 'person' AND kind = coalesce(?2, kind));
