-- The nodes of the network, by key. What stands in bylines and credits only is none.
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, count(*), count(DISTINCT m.article), min(a.date), max(a.date),
       e.title,
       (SELECT group_concat(title, ';') FROM (
            SELECT p.title FROM position p JOIN article t ON t.id = p.article WHERE p.entity = e.id
            GROUP BY p.title ORDER BY min(t.date), p.title)),
       (SELECT group_concat(text, ';') FROM (
            SELECT text FROM alias WHERE entity = e.id AND text <> e.name ORDER BY mentions DESC, text))
FROM entity e
JOIN mention m ON m.entity = e.id AND m.role IS NOT 'reporter' AND m.form = 'name'
JOIN article a ON a.id = m.article
GROUP BY e.id
ORDER BY e.key;
