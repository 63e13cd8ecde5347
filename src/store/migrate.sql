-- From a database of an earlier layout, attached as earlier, to one of today's. What finish.sql fills is left to it.
-- 0: a statement for each table that both have, which takes over the columns that both have.
SELECT format('INSERT INTO main."%w" (%s) SELECT %s FROM earlier."%w"', name, columns, columns, name)
FROM (SELECT t.name, group_concat(format('"%w"', c.name), ', ') AS columns
      FROM earlier.sqlite_schema t
      JOIN pragma_table_info(t.name, 'earlier') e
      JOIN pragma_table_info(t.name, 'main') c ON c.name = e.name
      WHERE t.type = 'table' AND t.name NOT IN ('alias', 'reading', 'article_sums', 'issue_sums') AND t.name NOT GLOB 'search*' AND t.name NOT GLOB 'sqlite_*'
      GROUP BY t.name);

-- 1: nothing was left out where the articles make up the issue. Layout 2 did not keep what stands between them.
UPDATE issue SET head = ''
WHERE head IS NULL AND bytes = (SELECT total(end - start) FROM article WHERE issue = issue.id);
