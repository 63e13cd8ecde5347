-- What must hold in a finished store. Each statement gives a line for everything that does not.
SELECT 'foreign key: row ' || coalesce(rowid, '?') || ' of ' || "table" || ' has nothing in ' || parent
FROM pragma_foreign_key_check;

SELECT 'article ' || a.n || ' of ' || i.doc || ' does not have the length that it should have'
FROM article a JOIN issue i ON i.id = a.issue WHERE length(CAST(a.text AS BLOB)) <> a.end - a.start;

SELECT 'article ' || a.n || ' of ' || i.doc || ' does not begin where the one before it ends'
FROM article a JOIN issue i ON i.id = a.issue
WHERE i.head IS NOT NULL
  AND a.start <> coalesce((SELECT b.end FROM article b WHERE b.issue = a.issue AND b.n = a.n - 1), length(CAST(i.head AS BLOB)));

SELECT 'a mention of ' || m.text || ' lies outside of its article, ' || i.doc || '#' || a.n
FROM mention m JOIN article a ON a.id = m.article JOIN issue i ON i.id = a.issue WHERE m.start < a.start OR m.end > a.end;

SELECT e.key || ' is said to have ' || e.mentions || ' mentions, but has ' || count(m.id)
FROM entity e LEFT JOIN mention m ON m.entity = e.id AND m.form = 'name'
GROUP BY e.id HAVING e.mentions <> count(m.id);

SELECT 'the sums of article ' || a.n || ' of ' || i.doc || ' are not those of its mentions'
FROM article a JOIN issue i ON i.id = a.issue LEFT JOIN article_sums s ON s.article = a.id
WHERE (s.mentions, s.names, s.persons) IS NOT (
    SELECT count(e.id), count(DISTINCT e.id), count(DISTINCT CASE WHEN e.kind = 'person' THEN e.id END)
    FROM mention m LEFT JOIN entity e ON e.id = m.entity WHERE m.article = a.id AND m.form = 'name');

SELECT 'the sums of ' || i.doc || ' are not those of its articles'
FROM issue i JOIN issue_sums s ON s.issue = i.id
WHERE (s.articles, s.mentions) IS NOT (
    SELECT count(*), sum(n.mentions) FROM article a JOIN article_sums n ON n.article = a.id WHERE a.issue = i.id)
   OR s.persons IS NOT (
    SELECT count(DISTINCT e.id)
    FROM article a JOIN mention m ON m.article = a.id AND m.form = 'name' JOIN entity e ON e.id = m.entity AND e.kind = 'person'
    WHERE a.issue = i.id);

SELECT e.key || ' has no printed form' FROM entity e
WHERE e.mentions > 0 AND NOT EXISTS (SELECT 1 FROM alias WHERE entity = e.id);

SELECT 'a post of ' || e.key || ' belongs to a mention of another'
FROM position p JOIN mention m ON m.id = p.mention JOIN entity e ON e.id = p.entity WHERE m.entity <> p.entity;
