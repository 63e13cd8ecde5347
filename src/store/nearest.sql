-- Names like ?1, ?2 at most: those that hold it, those that it holds, those that begin alike.
SELECT text FROM (
    SELECT text, sum(mentions) AS mentions,
           CASE WHEN instr(text, ?1) = 1 THEN 0
                WHEN instr(text, ?1) > 0 THEN 1
                WHEN length(text) > 1 AND instr(?1, text) > 0 THEN 2
                WHEN length(?1) > 2 AND substr(text, 1, 2) = substr(?1, 1, 2) THEN 3
                WHEN length(?1) > 1 AND length(?1) < 5 AND length(text) = length(?1)
                     AND substr(text, 1, 1) = substr(?1, 1, 1) THEN 4
           END AS rank
    FROM (SELECT name AS text, mentions FROM entity WHERE mentions > 0
          UNION ALL SELECT text, mentions FROM alias)
    GROUP BY text)
WHERE rank IS NOT NULL
ORDER BY rank, mentions DESC, text
LIMIT ?2;
