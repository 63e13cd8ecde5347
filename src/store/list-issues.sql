-- Issues; ?1: all articles, else those of table chosen.
SELECT i.doc AS key, i.date, i.date_source = 'text', coalesce(i.paper, i.home), count(*) AS articles,
       (SELECT count(DISTINCT m.entity)
        FROM article b JOIN mention m ON m.article = b.id JOIN entity e ON e.id = m.entity
        WHERE b.issue = i.id AND e.kind = 'person' AND m.form = 'name'
          AND (?1 OR b.id IN (SELECT article FROM chosen))) AS persons,
       (SELECT count(m.entity) FROM article b JOIN mention m ON m.article = b.id
        WHERE b.issue = i.id AND m.form = 'name' AND (?1 OR b.id IN (SELECT article FROM chosen))) AS mentions
FROM issue i JOIN article a ON a.issue = i.id
WHERE (?1 OR a.id IN (SELECT article FROM chosen)) AND coalesce(?2, ?3, '') IS NOT NULL
GROUP BY i.id
