-- Gives mentions and positions the entities that table resolved says.
UPDATE mention SET entity = r.entity FROM resolved r WHERE r.article = mention.article AND r.local = mention.local;
UPDATE position SET entity = r.entity FROM resolved r WHERE r.article = position.article AND r.local = position.local;
UPDATE position SET body = r.entity FROM resolved r WHERE r.article = position.article AND r.local = position.local_body;
INSERT INTO identifier (key, entity)
SELECT DISTINCT l.key, r.entity FROM resolved r JOIN local l ON l.id = r.local WHERE r.entity IS NOT NULL;
DROP TABLE resolved;
