-- The entities that ?1 names: an id of the store or of the graph files, a canonical name, or a printed form.
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, e.mentions, e.articles, e.first_seen, e.last_seen, e.title
FROM entity e
WHERE e.id IN (SELECT id FROM entity WHERE key = ?1
               UNION SELECT id FROM entity WHERE node = ?1
               UNION SELECT id FROM entity WHERE reference = ?1
               UNION SELECT id FROM entity WHERE name = ?1
               UNION SELECT entity FROM identifier WHERE key = ?1
               UNION SELECT entity FROM alias WHERE text = ?1)
ORDER BY e.key = ?1 OR e.node = ?1 DESC, e.name = ?1 DESC, e.mentions DESC, e.key;
