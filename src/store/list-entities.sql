-- Entities of kind ?2 and role ?3 (NULL: any); ?1: with all articles, else with those of table chosen, as table summed has them.
-- catalogue.c says how they are sorted (%1$s) and how many are wanted (%2$d); what is told of them is looked up for these alone.
WITH
counted (id, key, pinyin, mentions, articles, first_seen, last_seen) AS (
    SELECT id, key, pinyin, mentions, articles, first_seen, last_seen
    FROM entity
    WHERE ?1 AND kind = ?2 AND mentions > 0 AND (?3 IS NULL OR role = ?3)
    UNION ALL
    SELECT e.id, e.key, e.pinyin, s.mentions, s.articles, s.first_seen, s.last_seen
    FROM summed s JOIN entity e ON e.id = s.entity
    WHERE NOT ?1 AND e.kind = ?2 AND (?3 IS NULL OR e.role = ?3)),
listed AS MATERIALIZED (SELECT * FROM counted ORDER BY %1$s LIMIT %2$d)
SELECT l.key AS key, e.name, l.pinyin AS pinyin, e.title, b.name AS organisation, p.name AS part_of, e.region, e.code, e.role,
       l.mentions AS mentions, l.articles AS articles, l.first_seen AS first_seen, l.last_seen AS last_seen
FROM listed l
JOIN entity e ON e.id = l.id
LEFT JOIN entity b ON b.id = e.body
LEFT JOIN entity p ON p.id = e.parent
ORDER BY %1$s
