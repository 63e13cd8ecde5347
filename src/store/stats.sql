-- What the archive holds: what, which of it, how many, from when to when.
WITH
day (paper, date) AS (SELECT DISTINCT coalesce(paper, home, ''), date FROM issue WHERE date IS NOT NULL),
step (paper, before, date, days) AS (
    SELECT paper, lag(date) OVER days, date, CAST(julianday(date) - julianday(lag(date) OVER days) AS INTEGER)
    FROM day WINDOW days AS (PARTITION BY paper ORDER BY date)),
daily (paper) AS (SELECT paper FROM step GROUP BY paper HAVING 2 * sum(days = 1) > count(days)),
gap (paper, days, first, last) AS (
    SELECT paper, days - 1, date(before, '+1 day'), date(date, '-1 day')
    FROM step JOIN daily USING (paper) WHERE days > 1 ORDER BY days DESC, paper, date LIMIT 10),
kinds (kind, plural, n) AS (
    VALUES ('person', 'persons', 1), ('org', 'organisations', 2), ('company', 'companies', 3), ('place', 'places', 4))
SELECT what, which, count, first, last FROM (
    SELECT 1 AS part, 0 AS n, 'issues' AS what, 'all' AS which, count(*) AS count, min(date) AS first, max(date) AS last
    FROM issue
    UNION ALL SELECT 1, 1, 'issues', coalesce(substr(date, 1, 4), 'no date'), count(*), min(date), max(date)
    FROM issue GROUP BY substr(date, 1, 4)
    UNION ALL SELECT 1, 2, 'issues', 'date estimated', count(*), min(date), max(date)
    FROM issue WHERE date_source = 'text' HAVING count(*) > 0
    UNION ALL SELECT 2, 0, 'days without an issue', paper, days, first, last FROM gap
    UNION ALL SELECT 3, 0, 'articles', 'all', count(*), min(date), max(date) FROM article
    UNION ALL SELECT 3, 1, 'articles', coalesce(substr(date, 1, 4), 'no date'), count(*), min(date), max(date)
    FROM article GROUP BY substr(date, 1, 4)
    UNION ALL SELECT 3, 2, 'articles', 'border doubtful', count(*), min(date), max(date)
    FROM article WHERE doubtful HAVING count(*) > 0
    UNION ALL SELECT 4, k.n, k.plural, coalesce(e.role, 'all'), count(*), min(e.first_seen), max(e.last_seen)
    FROM entity e JOIN kinds k ON k.kind = e.kind WHERE e.mentions > 0 GROUP BY k.kind, e.role
    UNION ALL SELECT 5, 0, 'mentions', 'all', sum(mentions), min(first_seen), max(last_seen) FROM entity
    UNION ALL SELECT 6, 0, 'links', 'all', count(*), NULL, NULL FROM link
    UNION ALL SELECT 7, 0, 'most named persons', * FROM (
        SELECT name, mentions, first_seen, last_seen FROM entity
        WHERE kind = 'person' AND role IS NOT 'reporter' AND mentions > 0 ORDER BY mentions DESC, key LIMIT 10)
    UNION ALL SELECT 8, 0, 'most named organisations', * FROM (
        SELECT name, mentions, first_seen, last_seen FROM entity
        WHERE kind = 'org' AND mentions > 0 ORDER BY mentions DESC, key LIMIT 10)
    UNION ALL SELECT 9, 0, 'most named companies', * FROM (
        SELECT name, mentions, first_seen, last_seen FROM entity
        WHERE kind = 'company' AND mentions > 0 ORDER BY mentions DESC, key LIMIT 10)
    UNION ALL SELECT 10, 0, 'most named places', * FROM (
        SELECT name, mentions, first_seen, last_seen FROM entity
        WHERE kind = 'place' AND mentions > 0 ORDER BY mentions DESC, key LIMIT 10))
ORDER BY part, n, CASE WHEN part > 6 THEN -count END, which;
