-- The entities that ?1 may mean where nothing is called so, in the order of the enum in query.c. ?2 is ?1 as typed pinyin, or
-- NULL.
-- 0: those whose name is read so.
SELECT id, key, node, kind, role, name, mentions, articles, first_seen, last_seen, title
FROM entity
WHERE pinyin = ?2 AND mentions > 0 AND ?1 IS NOT NULL
ORDER BY mentions DESC, key;

-- 1: those whose name, printed form or pinyin begins so.
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, e.mentions, e.articles, e.first_seen, e.last_seen, e.title
FROM entity e
WHERE e.mentions > 0
  AND e.id IN (SELECT id FROM entity WHERE name >= ?1 AND name < ?1 || char(0x10ffff)
               UNION SELECT entity FROM alias WHERE text >= ?1 AND text < ?1 || char(0x10ffff)
               UNION SELECT id FROM entity WHERE pinyin >= ?2 AND pinyin < ?2 || '~' AND length(?2) > 1)
ORDER BY e.mentions DESC, e.key;
