-- The articles dated from ?1 to ?2 (NULL: any) in issue ?3 that name ?4, ?5 and ?6 (0: any) or a part of them.
INSERT INTO chosen (article, issue, date)
WITH RECURSIVE
place (id) AS (SELECT ?4 UNION SELECT e.id FROM entity e JOIN place ON e.parent = place.id),
body (id) AS (SELECT ?5 UNION SELECT e.id FROM entity e JOIN body ON e.parent = body.id)
SELECT a.id, a.issue, a.date
FROM article a INDEXED BY article_date
WHERE (?1 IS NULL OR a.date >= ?1) AND (?2 IS NULL OR a.date <= ?2 || '~')
  AND (?3 IS NULL OR a.issue IN (SELECT id FROM issue WHERE doc = ?3))
  AND (?4 = 0 OR a.id IN (SELECT article FROM mention WHERE form = 'name' AND entity IN (SELECT id FROM place)))
  AND (?5 = 0 OR a.id IN (SELECT article FROM mention WHERE form = 'name' AND entity IN (SELECT id FROM body)))
  AND (?6 = 0 OR a.id IN (SELECT article FROM mention WHERE form = 'name' AND entity = ?6));
