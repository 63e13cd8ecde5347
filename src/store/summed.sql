-- What the articles of table chosen name, article by article. Which forms count is no condition here: SQLite would read all
-- mentions first to know which articles have such.
SELECT c.article, c.date, m.entity, m.form = 'name'
FROM chosen c CROSS JOIN mention m ON m.article = c.article
ORDER BY c.article;
