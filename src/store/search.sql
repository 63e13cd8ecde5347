-- The articles whose words match ?1, best first, or, where ?3, the latest; ?4 at most (-1: all). ?2: all articles, else those
-- of table chosen. A word of the headline counts as four.
WITH
hit (id, rank, date) AS MATERIALIZED (
    SELECT rowid, CASE WHEN ?3 THEN 0 ELSE bm25(search, 4.0, 1.0) END,
           CASE WHEN ?3 THEN (SELECT date FROM article WHERE id = search.rowid) END
    FROM search
    WHERE search MATCH ?1 AND (?2 OR rowid IN (SELECT article FROM chosen))),
best (id, rank, date) AS MATERIALIZED (
    SELECT id, rank, date FROM hit ORDER BY rank, date DESC, id LIMIT ?4)
SELECT a.date, i.doc, a.n, a.title, a.text, (SELECT count(*) FROM hit)
FROM best b
JOIN article a ON a.id = b.id
JOIN issue i ON i.id = a.issue
ORDER BY b.rank, b.date DESC, b.id;
