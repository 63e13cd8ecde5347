-- Entities of kind ?2 and role ?3 (NULL: any); ?1: with all articles, else with those of table chosen.
SELECT e.key, e.name, e.pinyin, e.title, b.name AS organisation, p.name AS part_of, e.region, e.code, e.role,
       s.mentions, s.articles, s.first_seen, s.last_seen
FROM (SELECT id AS entity, mentions, articles, first_seen, last_seen FROM entity WHERE ?1 AND kind = ?2
      UNION ALL
      SELECT m.entity, count(*), count(DISTINCT m.article), min(c.date), max(c.date)
      FROM chosen c JOIN mention m ON m.article = c.article
      WHERE NOT ?1 AND m.form = 'name' GROUP BY m.entity) s
JOIN entity e ON e.id = s.entity
LEFT JOIN entity b ON b.id = e.body
LEFT JOIN entity p ON p.id = e.parent
WHERE e.kind = ?2 AND (?3 IS NULL OR e.role = ?3) AND s.mentions > 0
