-- The links of the network, by the keys of their ends.
SELECT l.a, l.b, l.articles, l.sentences, l.first_seen, l.last_seen
FROM link l
JOIN entity a ON a.id = l.a
JOIN entity b ON b.id = l.b
ORDER BY a.key, b.key;
