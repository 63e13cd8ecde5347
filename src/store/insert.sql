-- One statement for each kind of row, in the order of the enum in store.c.
INSERT INTO issue (doc, path, date, date_source, home, encoding, invalid_bytes, bytes, hash, paper, number, page, parted, head,
                   key, sought, asked, words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18);

INSERT INTO article (issue, n, title, date, doubtful, start, end, start_cp, end_cp, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

INSERT INTO sentence (article, n, start, end, start_cp, end_cp)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

INSERT INTO local (key, kind, name)
VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET key = key RETURNING id;

INSERT INTO entity (key, node, kind, name)
VALUES (?1, ?2, ?3, ?4);

INSERT INTO mention (article, local, role, sentence, start, end, start_cp, end_cp, text, rule, form, lay)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

INSERT INTO position (mention, article, local, title, org, local_body, region, tense, rule, post)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

INSERT INTO link (a, b, articles, sentences, first_seen, last_seen)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

INSERT INTO meta (key, value)
VALUES (?1, ?2);

INSERT INTO introduced (issue, kind, brief, full)
VALUES (?1, ?2, ?3, ?4);
