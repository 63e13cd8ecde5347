-- The names that begin with ?1, or with ?2 in typed pinyin (NULL: what was typed is none), with that pinyin; of an empty ?1 those
-- of each kind that are printed most. Only of the kinds whose names ?3 holds.
WITH found (text, pinyin, id) AS (
    SELECT name, NULL, id FROM entity WHERE ?1 <> '' AND name >= ?1 AND name < ?1 || char(0x10ffff)
    UNION ALL SELECT text, NULL, entity FROM alias WHERE ?1 <> '' AND text >= ?1 AND text < ?1 || char(0x10ffff)
    UNION ALL SELECT name, pinyin, id FROM entity WHERE ?2 <> '' AND pinyin >= ?2 AND pinyin < ?2 || '~'
    UNION ALL SELECT * FROM (SELECT name, NULL, id FROM entity WHERE ?1 = '' AND kind = 'person' ORDER BY mentions DESC LIMIT 30)
    UNION ALL SELECT * FROM (SELECT name, NULL, id FROM entity WHERE ?1 = '' AND kind = 'org' ORDER BY mentions DESC LIMIT 30)
    UNION ALL SELECT * FROM (SELECT name, NULL, id FROM entity WHERE ?1 = '' AND kind = 'company' ORDER BY mentions DESC LIMIT 30)
    UNION ALL SELECT * FROM (SELECT name, NULL, id FROM entity WHERE ?1 = '' AND kind = 'place' ORDER BY mentions DESC LIMIT 30))
SELECT f.text, min(f.pinyin)
FROM found f JOIN entity e ON e.id = f.id
WHERE e.mentions > 0 AND instr(?3, e.kind)
GROUP BY f.text
ORDER BY f.text;
