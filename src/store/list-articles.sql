-- Articles; ?1: all, else those of table chosen.
SELECT a.date, i.doc AS key, a.n, i.doc || '#' || a.n, a.title,
       (SELECT count(DISTINCT m.entity) FROM mention m JOIN entity e ON e.id = m.entity
        WHERE m.article = a.id AND e.kind = 'person' AND m.form = 'name') AS persons,
       (SELECT count(DISTINCT m.entity) FROM mention m WHERE m.article = a.id AND m.form = 'name') AS names,
       (SELECT count(m.entity) FROM mention m WHERE m.article = a.id AND m.form = 'name') AS mentions
FROM article a JOIN issue i ON i.id = a.issue
WHERE (?1 OR a.id IN (SELECT article FROM chosen)) AND coalesce(?2, ?3, '') IS NOT NULL
