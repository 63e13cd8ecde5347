-- Who appears with entity ?1, strongest first, ?2 at most (-1: all). Only those that may be among these are looked up.
WITH
tie (other, articles, sentences, first_seen, last_seen) AS (
    SELECT b, articles, sentences, first_seen, last_seen FROM link WHERE a = ?1
    UNION ALL
    SELECT a, articles, sentences, first_seen, last_seen FROM link WHERE b = ?1),
least (articles) AS (
    SELECT articles
    FROM (SELECT articles FROM link WHERE a = ?1 UNION ALL SELECT articles FROM link INDEXED BY link_b WHERE b = ?1)
    WHERE ?2 > 0 ORDER BY articles DESC LIMIT 1 OFFSET ?2 - 1)
SELECT e.id, e.key, e.node, e.kind, e.role, e.name, e.mentions, e.articles, e.first_seen, e.last_seen, e.title,
       l.articles, l.sentences, l.first_seen, l.last_seen
FROM tie l JOIN entity e ON e.id = l.other
WHERE l.articles >= coalesce((SELECT articles FROM least), 0)
ORDER BY l.articles DESC, l.sentences DESC, l.last_seen DESC, e.key
LIMIT ?2;
