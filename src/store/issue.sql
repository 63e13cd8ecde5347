-- Issue ?1 as it was read: behind the head its articles follow each other without gaps.
SELECT doc, path, date, home, sought, head || (SELECT coalesce(group_concat(text, ''), '') FROM (SELECT text FROM article WHERE issue = ?1 ORDER BY n))
FROM issue WHERE id = ?1;
