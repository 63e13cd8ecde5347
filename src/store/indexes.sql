-- When all issues are in: what finding copies and entities looks up.
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_local ON mention (local);
CREATE INDEX position_mention ON position (mention);
CREATE INDEX position_local_body ON position (local_body);
