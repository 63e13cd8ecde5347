-- The posts of person ?1 (0: of anybody) in body ?2 and in all that is a part of it (0: in any), one row for each article
-- that gives one. Offsets of the mention are bytes in the sentence.
WITH RECURSIVE part (id) AS (
    SELECT ?2 WHERE ?2 <> 0
    UNION SELECT e.id FROM entity e JOIN part ON e.parent = part.id)
SELECT e.key, e.name, b.key, coalesce(b.name, p.org), p.post, p.title, p.tense, a.date, i.date_source = 'text',
       i.doc, a.title,
       coalesce(m.start - s.start, 0), coalesce(m.end - s.start, length(CAST(m.text AS BLOB))),
       CASE WHEN s.n IS NULL THEN m.text
            ELSE substr(CAST(a.text AS BLOB), s.start - a.start + 1, s.end - s.start) END,
       p.rule, p.article, a.n
FROM position p
JOIN entity e ON e.id = p.entity
JOIN mention m ON m.id = p.mention
JOIN article a ON a.id = p.article
JOIN issue i ON i.id = a.issue
LEFT JOIN entity b ON b.id = p.body
LEFT JOIN sentence s ON s.article = p.article AND s.n = m.sentence
WHERE p.id IN (SELECT id FROM position WHERE entity = ?1 AND (?2 = 0 OR body IN (SELECT id FROM part))
               UNION ALL SELECT id FROM position WHERE ?1 = 0 AND body IN (SELECT id FROM part))
ORDER BY a.date IS NULL, a.date, i.doc, a.n, p.id;
