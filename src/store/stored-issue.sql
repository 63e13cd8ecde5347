-- What a finished store holds of issue ?1, in the order of the enum in stored-issue.c.
-- 0: the issue; its text as in issue.sql.
SELECT doc, path, date, date_source, home, encoding, invalid_bytes,
       head || coalesce((SELECT group_concat(text, '') FROM (SELECT text FROM article WHERE issue = ?1 ORDER BY n)), ''),
       paper, number, page
FROM issue WHERE id = ?1;

-- 1: its articles.
SELECT id, n, title, date, doubtful, start, end FROM article WHERE issue = ?1 ORDER BY n;

-- 2: the mentions of article ?1; names, then surnames with titles.
SELECT m.id, m.form, e.kind, m.role, m.start, m.end, m.sentence, m.text, e.name, e.key, m.rule, m.entity
FROM mention m JOIN entity e ON e.id = m.entity
WHERE m.article = ?1
ORDER BY m.form, m.start, m.id;

-- 3: the positions of article ?1.
SELECT p.mention, p.title, p.post, p.org, b.key, p.region, p.tense, p.rule
FROM position p LEFT JOIN entity b ON b.id = p.body
WHERE p.article = ?1
ORDER BY p.id;
