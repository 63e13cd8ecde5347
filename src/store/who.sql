-- Who appears with entity ?1, strongest first, ?2 at most (-1: all).
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, e.mentions, e.articles, e.first_seen, e.last_seen, e.title,
       l.articles, l.sentences, l.first_seen, l.last_seen
FROM (SELECT b AS other, articles, sentences, first_seen, last_seen FROM link WHERE a = ?1
      UNION ALL
      SELECT a, articles, sentences, first_seen, last_seen FROM link WHERE b = ?1) l
JOIN entity e ON e.id = l.other
ORDER BY l.articles DESC, l.sentences DESC, l.last_seen DESC, e.key
LIMIT ?2;
