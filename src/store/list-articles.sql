-- Articles; ?1: all, else those of table chosen. Sorted and limited as in list-entities.sql.
WITH
counted (id, date, key, n, persons, names, mentions) AS (
    SELECT a.id, a.date, i.doc, a.n, s.persons, s.names, s.mentions
    FROM article a INDEXED BY article_date CROSS JOIN issue i ON i.id = a.issue JOIN article_sums s ON s.article = a.id
    WHERE (?1 OR a.id IN (SELECT article FROM chosen)) AND coalesce(?2, ?3, '') IS NOT NULL),
listed AS MATERIALIZED (SELECT * FROM counted ORDER BY %1$s LIMIT %2$d)
SELECT l.date AS date, l.key AS key, l.n AS n, l.key || '#' || l.n, a.title, l.persons AS persons, l.names,
       l.mentions AS mentions
FROM listed l JOIN article a ON a.id = l.id
ORDER BY %1$s
