-- The titles that each article gives to person ?1.
SELECT article, group_concat(title, '、')
FROM (SELECT article, title, min(id) AS first FROM position WHERE entity = ?1
      GROUP BY article, title ORDER BY article, first)
GROUP BY article;
