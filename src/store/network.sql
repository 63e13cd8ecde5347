-- What the network is made of, in the order of the enum in network.c. Dates ?1 to ?2 (NULL: any), kinds ?3 as in
-- appearances.sql.
-- 0: the nodes, by key, with their sums in that time. What stands in bylines and credits only is none.
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, count(*), count(DISTINCT m.article), min(a.date), max(a.date), e.title,
       (SELECT group_concat(title, ';') FROM (
            SELECT p.title FROM position p JOIN article t ON t.id = p.article WHERE p.entity = e.id
            GROUP BY p.title ORDER BY min(t.date), p.title)),
       (SELECT group_concat(text, ';') FROM (
            SELECT text FROM alias WHERE entity = e.id AND text <> e.name ORDER BY mentions DESC, text)),
       (SELECT group_concat(name, ';') FROM (
            SELECT b.name FROM position p JOIN article t ON t.id = p.article JOIN entity b ON b.id = p.body
            WHERE p.entity = e.id GROUP BY b.id ORDER BY min(t.date), b.name)),
       (SELECT group_concat(date, ';') FROM (
            SELECT DISTINCT t.date AS date FROM mention n JOIN article t ON t.id = n.article
            WHERE n.entity = e.id AND n.form = 'name' AND n.role IS NOT 'reporter' AND t.date IS NOT NULL
              AND (?1 IS NULL OR t.date >= ?1) AND (?2 IS NULL OR t.date <= ?2 || '~') ORDER BY t.date)),
       count(DISTINCT a.issue), e.surname
FROM entity e
JOIN mention m ON m.entity = e.id AND m.role IS NOT 'reporter' AND m.form = 'name'
JOIN article a ON a.id = m.article
WHERE (?1 IS NULL OR a.date >= ?1) AND (?2 IS NULL OR a.date <= ?2 || '~') AND instr(?3, ',' || e.kind || ',')
GROUP BY e.id
ORDER BY e.key;

-- 1: who holds a post where, in that time.
SELECT e.key, b.key,
       (SELECT group_concat(title, ';') FROM (
            SELECT p.title FROM position p JOIN article t ON t.id = p.article
            WHERE p.entity = e.id AND p.body = b.id
              AND (?1 IS NULL OR t.date >= ?1) AND (?2 IS NULL OR t.date <= ?2 || '~')
            GROUP BY p.title ORDER BY min(t.date), p.title)),
       count(DISTINCT p.article), min(a.date), max(a.date),
       (SELECT group_concat(date, ';') FROM (
            SELECT DISTINCT t.date AS date FROM position p JOIN article t ON t.id = p.article
            WHERE p.entity = e.id AND p.body = b.id AND t.date IS NOT NULL
              AND (?1 IS NULL OR t.date >= ?1) AND (?2 IS NULL OR t.date <= ?2 || '~') ORDER BY t.date))
FROM position p
JOIN entity e ON e.id = p.entity
JOIN entity b ON b.id = p.body
JOIN article a ON a.id = p.article
WHERE (?1 IS NULL OR a.date >= ?1) AND (?2 IS NULL OR a.date <= ?2 || '~') AND ?3 IS NOT NULL
GROUP BY e.id, b.id
ORDER BY e.key, b.key;

-- 2: what everything is a part of.
SELECT e.key, p.key, e.kind, p.kind
FROM entity e JOIN entity p ON p.id = e.parent
WHERE coalesce(?1, ?2, '') IS NOT NULL AND ?3 IS NOT NULL
ORDER BY e.key;

-- 3: article ?1 and its sentence ?2, as evidence.
SELECT i.doc, a.n,
       CASE WHEN s.n IS NULL THEN CAST(a.title AS BLOB)
            ELSE substr(CAST(a.text AS BLOB), s.start - a.start + 1, s.end - s.start) END
FROM article a JOIN issue i ON i.id = a.issue
LEFT JOIN sentence s ON s.article = a.id AND s.n = ?2
WHERE a.id = ?1;
