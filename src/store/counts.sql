-- One row with all that the summary of a build counts, in the order of RenCounts.
SELECT (SELECT count(*) FROM issue WHERE copy_of IS NULL),
       (SELECT count(*) FROM issue WHERE copy_of IS NOT NULL),
       (SELECT count(*) FROM article WHERE copy_of IS NULL),
       (SELECT count(*) FROM article a JOIN issue i ON i.id = a.issue
        WHERE a.copy_of IS NOT NULL AND i.copy_of IS NULL),
       (SELECT count(*) FROM article WHERE doubtful AND copy_of IS NULL),
       (SELECT count(*) FROM entity WHERE kind = 'person' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'person' AND mentions > 0 AND role = 'reporter'),
       (SELECT count(*) FROM entity WHERE kind = 'org' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'company' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'place' AND mentions > 0),
       (SELECT count(*) FROM mention WHERE form = 'name' AND entity IS NOT NULL),
       (SELECT count(*) FROM link);
