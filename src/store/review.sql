-- What is worth a human look, with how many links it touches. In the order of the enum in review.c.
-- 0: doubts that were noted when the entities were found.
SELECT d.kind, d.a, d.b, d.evidence,
       (SELECT count(*) FROM link WHERE a = d.a OR b = d.a)
       + coalesce((SELECT count(*) FROM link WHERE a = d.b OR b = d.b), 0),
       d.body_a, d.body_b
FROM doubt d JOIN entity e ON e.id = d.a
WHERE e.mentions > 0
ORDER BY e.key, d.b;

-- 1: two names in one post of one body, one of which is printed twice at most: it may be a misprint.
SELECT DISTINCT e.id, f.id, min(p.post), b.name,
       (SELECT count(*) FROM link WHERE a = e.id OR b = e.id) + (SELECT count(*) FROM link WHERE a = f.id OR b = f.id),
       e.name, f.name
FROM position p
JOIN position q ON q.body = p.body AND q.post = p.post AND q.entity <> p.entity
JOIN entity e ON e.id = p.entity
JOIN entity f ON f.id = q.entity
JOIN entity b ON b.id = p.body
WHERE e.key < f.key AND length(e.name) = length(f.name) AND length(e.name) > 1 AND min(e.mentions, f.mentions) <= 2
  AND NOT EXISTS (SELECT 1 FROM link WHERE a = e.id AND b = f.id) -- an article that names both means two
  AND NOT EXISTS (SELECT 1 FROM settled WHERE a = min(e.id, f.id) AND b = max(e.id, f.id))
GROUP BY e.id, f.id
ORDER BY e.key, f.key;

-- 2: persons whom nothing but their characters tells of.
SELECT e.id, NULL, min(m.text), NULL, (SELECT count(*) FROM link WHERE a = e.id OR b = e.id)
FROM entity e JOIN mention m ON m.entity = e.id
WHERE e.kind = 'person' AND e.mentions > 0
GROUP BY e.id
HAVING min(m.rule = 'lattice.person') AND NOT EXISTS (SELECT 1 FROM position WHERE entity = e.id)
ORDER BY e.key;

-- 3: articles whose border is a guess.
SELECT i.doc, a.n, a.title, a.text,
       (SELECT count(DISTINCT m.entity) FROM mention m WHERE m.article = a.id AND m.form = 'name')
FROM article a JOIN issue i ON i.id = a.issue
WHERE a.doubtful AND a.copy_of IS NULL
ORDER BY i.doc, a.n;
