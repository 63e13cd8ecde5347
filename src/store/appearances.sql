-- Which entity of the kinds ?3 (such as ',person,org,'; NULL: any) appears in which sentence of which article dated from ?1
-- to ?2 (NULL: any), article by article; bylines and references aside.
SELECT m.article, a.date, e.key, m.sentence
FROM article a
JOIN issue i ON i.id = a.issue
JOIN mention m ON m.article = a.id
JOIN entity e ON e.id = m.entity
WHERE m.role IS NOT 'reporter' AND m.form = 'name'
  AND (?1 IS NULL OR a.date >= ?1) AND (?2 IS NULL OR a.date <= ?2 || '~')
  AND (?3 IS NULL OR instr(?3, ',' || e.kind || ','))
ORDER BY a.date IS NULL, a.date, i.doc, a.n, a.id, m.id;
