-- Everything of kind ?1 that issues mention, with what the tables of a gazetteer say of it.
SELECT e.key, e.name, e.role, p.key, e.code, e.former, e.mentions, e.articles, e.first_seen, e.last_seen,
       (SELECT group_concat(title, ';') FROM (
            SELECT q.title FROM position q JOIN article a ON a.id = q.article WHERE q.entity = e.id
            GROUP BY q.title ORDER BY min(a.date), q.title)),
       (SELECT group_concat(name, ';') FROM (
            SELECT b.name FROM position q JOIN article a ON a.id = q.article JOIN entity b ON b.id = q.body
            WHERE q.entity = e.id GROUP BY b.id ORDER BY min(a.date), b.name)),
       (SELECT group_concat(text, ';') FROM (
            SELECT s.text FROM alias s WHERE s.entity = e.id AND s.text <> e.name
              AND (SELECT count(*) FROM alias o WHERE o.text = s.text) = 1
            ORDER BY s.mentions DESC, s.text))
FROM entity e LEFT JOIN entity p ON p.id = e.parent
WHERE e.kind = ?1 AND e.mentions > 0
ORDER BY e.key;
