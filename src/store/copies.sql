-- What copies.c does, in the order of its enum.
-- 0: issues with the text of an earlier one; a text of less than sixty characters may well be printed twice.
UPDATE issue SET copy_of = o.first
FROM (SELECT id, first_value(id) OVER (PARTITION BY hash ORDER BY date IS NULL, date, doc, id) AS first
      FROM issue WHERE bytes >= 180) o
WHERE o.id = issue.id AND o.first <> issue.id;

-- 1: their articles.
UPDATE article SET copy_of = o.id
FROM issue i JOIN article o ON o.issue = i.copy_of
WHERE i.id = article.issue AND o.n = article.n;

-- 2: all other articles, the earlier first.
SELECT a.id, a.text, a.title
FROM article a JOIN issue i ON i.id = a.issue
WHERE a.copy_of IS NULL
ORDER BY i.date IS NULL, i.date, i.doc, i.id, a.n;

-- 3: a name in article ?1 that is not printed in article ?2, whatever lines that is broken into.
SELECT 1
FROM mention m JOIN article o ON o.id = ?2
WHERE m.article = ?1 AND m.role IS NOT 'reporter'
  AND instr(replace(replace(replace(o.text, char(13), ''), char(10), ''), ' ', ''), replace(m.text, ' ', '')) = 0
LIMIT 1;

-- 4: article ?1 is a copy of ?2.
UPDATE article SET copy_of = ?2 WHERE id = ?1;
