-- The nodes of the network, by key. What stands in bylines and credits only is none.
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, count(*), count(DISTINCT m.article), min(a.date), max(a.date),
       e.title,
       (SELECT group_concat(title, ';') FROM (
            SELECT title FROM position WHERE entity = e.id GROUP BY title ORDER BY min(id))),
       (SELECT group_concat(text, ';') FROM (
            SELECT text FROM alias WHERE entity = e.id AND text <> e.name ORDER BY mentions DESC, text))
FROM entity e
JOIN mention m ON m.entity = e.id AND m.role IS NOT 'reporter' AND m.form = 'name'
JOIN article a ON a.id = m.article
GROUP BY e.id
ORDER BY e.key;
