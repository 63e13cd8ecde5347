-- Issue ?1 as it was read: its articles follow each other without gaps.
SELECT doc, path, date, home, (SELECT group_concat(text, '') FROM (SELECT text FROM article WHERE issue = ?1 ORDER BY n))
FROM issue WHERE id = ?1;
