-- One row with all that the summary of a build counts, in the order of RenCounts.
SELECT (SELECT count(*) FROM issue),
       (SELECT count(*) FROM article),
       (SELECT count(*) FROM article WHERE doubtful),
       (SELECT count(*) FROM entity WHERE kind = 'person' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'person' AND mentions > 0 AND role = 'reporter'),
       (SELECT count(*) FROM entity WHERE kind = 'org' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'company' AND mentions > 0),
       (SELECT count(*) FROM entity WHERE kind = 'place' AND mentions > 0),
       (SELECT count(*) FROM mention WHERE form = 'name' AND entity IS NOT NULL),
       (SELECT count(*) FROM link);
