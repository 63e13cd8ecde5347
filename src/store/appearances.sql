-- Which entity appears in which sentence of which article, article by article; bylines and references aside.
SELECT m.article, a.date, e.key, m.sentence
FROM mention m
JOIN entity e ON e.id = m.entity
JOIN article a ON a.id = m.article
WHERE m.role IS NOT 'reporter' AND m.form = 'name'
ORDER BY m.article;
