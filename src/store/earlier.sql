-- Taking over what an earlier build has read; its database is attached as earlier. In the order of the enum in earlier.c.
-- 0: the issue whose reading has the key ?1.
SELECT id, asked, words, date, date_source, home, sought FROM earlier.issue WHERE key = ?1;

-- 1: what issue ?1 there introduces.
SELECT kind, brief, full FROM earlier.introduced WHERE issue = ?1 ORDER BY rowid;

-- 2: how far its rows move: the rows of an issue follow each other without gaps.
SELECT (SELECT coalesce(max(id), 0) FROM main.article) - (SELECT min(id) - 1 FROM earlier.article WHERE issue = ?2),
       (SELECT coalesce(max(id), 0) FROM main.mention)
       - coalesce((SELECT min(m.id) - 1 FROM earlier.article a JOIN earlier.mention m ON m.article = a.id
                   WHERE a.issue = ?2), 0)
WHERE ?1 IS NOT NULL;

-- 3: what its text alone tells, for issue ?1 here.
UPDATE issue SET head = e.head, paper = e.paper, number = e.number, page = e.page, parted = e.parted FROM earlier.issue e WHERE main.issue.id = ?1 AND e.id = ?2;

-- 4: what it means by its names.
INSERT OR IGNORE INTO local (key, kind, name)
SELECT l.key, l.kind, l.name FROM earlier.local l
WHERE l.id IN (SELECT m.local FROM earlier.mention m JOIN earlier.article a ON a.id = m.article WHERE a.issue = ?2
               UNION SELECT p.local_body FROM earlier.position p JOIN earlier.article a ON a.id = p.article
               WHERE a.issue = ?2) AND ?1 IS NOT NULL
ORDER BY l.id;

-- 5: its articles, which keep their order, ?3 further up; 6, 7, 8: what is in them, mentions ?4 further up.
INSERT INTO article (id, issue, n, title, date, doubtful, start, end, start_cp, end_cp, text)
SELECT id + ?3, ?1, n, title, date, doubtful, start, end, start_cp, end_cp, text
FROM earlier.article WHERE issue = ?2 ORDER BY id;

INSERT INTO sentence (article, n, start, end, start_cp, end_cp)
SELECT s.article + ?3, s.n, s.start, s.end, s.start_cp, s.end_cp
FROM earlier.article a JOIN earlier.sentence s ON s.article = a.id WHERE a.issue = ?2 ORDER BY s.article, s.n;

INSERT INTO mention (id, article, local, form, role, lay, sentence, start, end, start_cp, end_cp, text, rule)
SELECT m.id + ?4, m.article + ?3, l.id, m.form, m.role, m.lay, m.sentence, m.start, m.end, m.start_cp, m.end_cp, m.text, m.rule
FROM earlier.article a JOIN earlier.mention m ON m.article = a.id
JOIN earlier.local e ON e.id = m.local JOIN main.local l ON l.key = e.key
WHERE a.issue = ?2 ORDER BY m.id;

INSERT INTO position (mention, article, local, title, post, org, local_body, region, tense, rule)
SELECT p.mention + ?4, p.article + ?3, l.id, p.title, p.post, p.org, b.id, p.region, p.tense, p.rule
FROM earlier.article a JOIN earlier.position p ON p.article = a.id
JOIN earlier.local e ON e.id = p.local JOIN main.local l ON l.key = e.key
LEFT JOIN earlier.local f ON f.id = p.local_body LEFT JOIN main.local b ON b.key = f.key
WHERE a.issue = ?2 ORDER BY p.id;
