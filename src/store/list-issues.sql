-- Issues; ?1: all articles, else those of table chosen. Sorted and limited as in list-entities.sql. The persons of an issue are
-- counted again only where not all of its articles are chosen.
WITH
counted (id, articles, persons, mentions) AS (
    SELECT issue, articles, persons, mentions FROM issue_sums WHERE ?1
    UNION ALL
    SELECT s.issue, c.articles,
           CASE WHEN c.articles = s.articles THEN s.persons
                ELSE (SELECT count(DISTINCT m.entity)
                      FROM article a JOIN mention m ON m.article = a.id JOIN entity e ON e.id = m.entity
                      WHERE a.issue = s.issue AND a.id IN (SELECT article FROM chosen)
                        AND m.form = 'name' AND e.kind = 'person') END,
           c.mentions
    FROM (SELECT c.issue, count(*) AS articles, sum(s.mentions) AS mentions
          FROM chosen c JOIN article_sums s ON s.article = c.article GROUP BY c.issue) c
    JOIN issue_sums s ON s.issue = c.issue
    WHERE NOT ?1 AND coalesce(?2, ?3, '') IS NOT NULL)
SELECT i.doc AS key, i.date, i.date_source = 'text', coalesce(i.paper, i.home), c.articles, c.persons, c.mentions
FROM counted c JOIN issue i ON i.id = c.id
ORDER BY %1$s LIMIT %2$d
