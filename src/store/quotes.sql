-- The mentions of entity ?1 with their sentences, by date; where ?2 is not 0, those of ?1 and ?2 in the articles that
-- they share, bylines and credits left out as in the network. Offsets of the mention are bytes in the sentence.
SELECT a.id, a.date, i.doc, a.title, m.sentence, m.entity,
       coalesce(m.start - s.start, 0), coalesce(m.end - s.start, length(CAST(m.text AS BLOB))),
       CASE WHEN s.n IS NULL THEN m.text
            ELSE substr(CAST(a.text AS BLOB), s.start - a.start + 1, s.end - s.start) END,
       m.rule, a.n
FROM mention m
JOIN article a ON a.id = m.article
JOIN issue i ON i.id = a.issue
LEFT JOIN sentence s ON s.article = m.article AND s.n = m.sentence
WHERE m.entity IN (?1, ?2)
  AND (?2 = 0 OR (m.role IS NOT 'reporter'
                  AND m.article IN (SELECT article FROM mention WHERE entity = ?1 AND role IS NOT 'reporter'
                                    INTERSECT
                                    SELECT article FROM mention WHERE entity = ?2 AND role IS NOT 'reporter')))
ORDER BY a.date IS NULL, a.date, i.doc, a.n, m.sentence, m.start, m.id;
