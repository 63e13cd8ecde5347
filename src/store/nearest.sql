-- Names like ?1, ?3 at most: those that sound alike, that hold it, that it holds, that begin alike. ?2 is ?1 as typed pinyin,
-- or NULL. All but the names that hold it come by an index.
WITH RECURSIVE
letter (n, c) AS (
    SELECT 1, substr(?1, 1, 1)
    UNION ALL SELECT n + 1, substr(?1, n + 1, 1) FROM letter WHERE n < length(?1) AND n < 40),
piece (text) AS (
    SELECT substr(?1, l.n, k.n) FROM letter l JOIN letter k ON k.n BETWEEN 2 AND length(?1) - l.n + 1),
sound (pinyin) AS (
    SELECT coalesce(?2, (SELECT group_concat(coalesce(pinyin, c), '')
                         FROM (SELECT r.pinyin, l.c FROM letter l LEFT JOIN reading r ON r.character = l.c ORDER BY l.n)))),
printed (text, mentions, rank) AS (
    SELECT name, mentions, 0 FROM entity WHERE pinyin = (SELECT pinyin FROM sound)
    UNION ALL
    SELECT text, mentions, CASE WHEN instr(text, ?1) = 1 THEN 1 ELSE 2 END FROM alias WHERE instr(text, ?1) > 0
    UNION ALL
    SELECT text, mentions, 3 FROM alias WHERE text IN (SELECT text FROM piece)
    UNION ALL
    SELECT text, mentions, 4 FROM alias
    WHERE text >= substr(?1, 1, 2) AND text < substr(?1, 1, 2) || char(0x10ffff) AND length(?1) > 2
    UNION ALL
    SELECT text, mentions, 5 FROM alias
    WHERE text >= substr(?1, 1, 1) AND text < substr(?1, 1, 1) || char(0x10ffff) AND length(text) = length(?1)
      AND length(?1) BETWEEN 2 AND 4
    UNION ALL -- a slip of the finger in the second half
    SELECT name, mentions, 6 FROM entity
    WHERE pinyin >= substr(?2, 1, length(?2) / 2) AND pinyin < substr(?2, 1, length(?2) / 2) || '~'
      AND length(?2) > 4 AND abs(length(pinyin) - length(?2)) < 2)
SELECT text
FROM printed
WHERE mentions > 0
GROUP BY text
ORDER BY min(rank), sum(mentions) DESC, text
LIMIT ?3;
