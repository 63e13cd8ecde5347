-- The printed forms of entity ?1 and what an issue by itself takes them for.
SELECT m.text, l.key, count(*), count(DISTINCT a.issue)
FROM mention m JOIN local l ON l.id = m.local JOIN article a ON a.id = m.article
WHERE m.entity = ?1
GROUP BY m.text, l.key
ORDER BY count(*) DESC, m.text, l.key;
