-- Issue ?1 as it was read, article by article: they follow each other without gaps behind the head.
SELECT i.doc, i.path, i.date, i.home, i.sought, i.parted, i.head, a.text, i.asked
FROM issue i LEFT JOIN article a ON a.issue = i.id
WHERE i.id = ?1
ORDER BY a.n;
