-- Issue ?1 as it was read: its articles follow each other without gaps. Blanks stand for those before the first one, as many
-- bytes and as many characters.
SELECT doc, path, date, home,
       coalesce((SELECT replace(printf('%*s', (start - start_cp) / 2, ''), ' ', char(0x3000))
                        || replace(printf('%*s', (start - start_cp) % 2, ''), ' ', char(0xa0))
                        || printf('%*s', start_cp - (start - start_cp + 1) / 2, '')
                 FROM article WHERE issue = ?1 AND n = 0), '')
       || coalesce((SELECT group_concat(text, '') FROM (SELECT text FROM article WHERE issue = ?1 ORDER BY n)), '')
FROM issue WHERE id = ?1;
