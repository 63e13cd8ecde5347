#!/usr/bin/env python3
"""Scores a stream of records against annotated issues.

    score.py PREDICTION.ndjson GOLD.json... [--errors N] [--json]

PREDICTION is what `renmai extract` prints (- for standard input); files are matched by their base names. Printed are
precision, recall and F1 of exact matches:
    article                       where articles start
    person, org, company, place   span and type of mentions; mention: all four together
    position                      article, person, title as printed
    post                          article, person, organisation
    edge                          pairs of persons, reporters aside, in one article; each counted once an article
    role                          share of the rightly found persons whose role is right
    link                          B-cubed of entities over the rightly found mentions, all files together
--errors N lists the first N faults, --json prints one object instead of the table.

In a gold file, a mention of type `title` or `skip` is a stretch of text where a prediction is neither right nor wrong: all
but persons wholly inside a title, everything that touches a skip."""
import argparse
import json
import os
import re
import sys
from collections import Counter, defaultdict
from itertools import combinations

TYPES = ("person", "org", "company", "place")
COUNTED = ("article", *TYPES, "mention", "position", "post", "edge")
# One spelling for an organisation, however solemn its printed form.
USUAL_FORMS = (("中国共产党", ""), ("中共", ""), ("人民代表大会常务委员会", "人大常委会"), ("人民代表大会", "人大"),
               ("人民政治协商会议", "政协"), ("中国人民政协", "政协"), ("人民政府", "政府"), ("委员会", "委"))


def squeeze(text):
    return re.sub(r"\s", "", text or "")


def usual_form(org):
    org = squeeze(org)
    for solemn, usual in USUAL_FORMS:
        org = org.replace(solemn, usual)
    # A district names its municipality or not: 重庆市渝北区政府, 渝北区政府.
    return re.sub(r"^重庆市?(?=[^委政人书文].{1,3}[区县])", "", org)


def same_org(a, b):
    """Whether one is the other without the region in front (鹤尾街道党工委, 砚川区鹤尾街道党工委)."""
    return a == b or (min(len(a), len(b)) >= 6 and (a.endswith(b) or b.endswith(a)))


def read_records(lines):
    """The records of a stream, as {base name of the file: {kind: [record]}}."""
    docs = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.strip():
            record = json.loads(line)
            if "doc" in record:
                docs[os.path.basename(record["doc"])][record["record"]].append(record)
    return docs


def read_gold(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def key(mention):
    return mention["start"], mention["end"], mention["type"]


class Scores:
    """What was right (hits), said and wanted so far; faults are told as strings."""

    def __init__(self):
        self.hits, self.said, self.wanted = Counter(), Counter(), Counter()
        self.roles = self.right_roles = 0
        self.gold_entity, self.said_entity = {}, {}  # of (doc, span and type), for the mentions rightly found
        self.faults = []

    def add_doc(self, gold, records):
        self.add_articles(gold, records["article"])
        self.add_mentions(gold, records["mention"])
        self.add_positions(gold, records["position"])
        self.count("edge", Counter(edges(gold["mentions"], "entity")), Counter(edges(records["mention"], "name")))

    def count(self, what, wanted, said):
        """Counts two sets or multisets; returns what is missing and what is too much."""
        for counter, things in ((self.hits, wanted & said), (self.said, said), (self.wanted, wanted)):
            counter[what] += sum(things.values()) if isinstance(things, Counter) else len(things)
        return sorted(wanted - said), sorted(said - wanted)

    def add_articles(self, gold, records):
        heads = {article["start"]: article["head"] for article in gold["articles"]}
        missed, wrong = self.count("article", set(heads), {record["start"] for record in records})
        self.faults += [f"{gold['doc']}:{start}: missed article: {heads[start][:24]}" for start in missed]
        self.faults += [f"{gold['doc']}:{start}: wrong article" for start in wrong]

    def add_mentions(self, gold, records):
        doc = gold["doc"]
        wanted = {key(mention): mention for mention in gold["mentions"] if mention["type"] in TYPES}
        said = {}
        for record in records:
            if key(record) in wanted or not is_quiet(gold, record):
                said.setdefault(key(record), record)
        for kind in TYPES:
            missed, wrong = self.count(kind, {k for k in wanted if k[2] == kind}, {k for k in said if k[2] == kind})
            self.faults += [f"{doc}:{k[0]}: missed {kind}: {wanted[k]['text']}" for k in missed]
            self.faults += [f"{doc}:{k[0]}: wrong {kind}: {said[k]['text']}" for k in wrong]
        for k in wanted.keys() & said.keys():
            self.gold_entity[doc, k] = (k[2], wanted[k]["entity"])
            self.said_entity[doc, k] = said[k].get("entity", said[k]["text"])
            if k[2] == "person":
                self.roles += 1
                self.right_roles += said[k].get("role") == wanted[k].get("role")

    def add_positions(self, gold, records):
        starts = [article["start"] for article in gold["articles"]]

        def article_at(offset):
            return max(0, sum(start <= offset for start in starts) - 1)

        full = {(m["article"], m["text"]): m["entity"] for m in gold["mentions"] if m["type"] == "person"}
        wanted = [(article["article"], full.get((article["article"], position["person"]), position["person"]), position)
                  for article in gold["articles"] for position in article["positions"]]
        said = [(article_at(record["start"]), record["person"], record) for record in records]

        def triples(positions, value):
            return {(article, person, value(position)) for article, person, position in positions}

        def title(position):
            return squeeze(position["title"])

        def org(position):
            return usual_form(position.get("org"))

        posts = triples((x for x in wanted if x[2].get("org")), org)
        said_posts = triples((x for x in said if x[2].get("org")), org)
        fit = {a: b for a in sorted(said_posts - posts) for b in sorted(posts - said_posts)
               if a[:2] == b[:2] and same_org(a[2], b[2])}
        for what, ours, theirs in (("position", triples(wanted, title), triples(said, title)),
                                   ("post", posts, {fit.get(post, post) for post in said_posts})):
            missed, wrong = self.count(what, ours, theirs)
            self.faults += [f"{gold['doc']}: missed {what}: {' | '.join(map(str, x))}" for x in missed]
            self.faults += [f"{gold['doc']}: wrong {what}: {' | '.join(map(str, x))}" for x in wrong]

    def table(self):
        """{measure: {P, R, F1, gold, pred}}; role and link have not all of them."""
        rows = {}
        for what in COUNTED:
            parts = TYPES if what == "mention" else (what,)
            hits, said, wanted = (sum(c[part] for part in parts) for c in (self.hits, self.said, self.wanted))
            precision = hits / said if said else float(wanted == 0)
            rows[what] = row(precision, hits / wanted if wanted else 1.0, gold=wanted, pred=said)
        right = self.right_roles / self.roles if self.roles else 0.0
        rows["role"] = {"F1": round(right, 4), "gold": self.roles}
        rows["link"] = self.b_cubed()
        return rows

    def b_cubed(self):
        if not self.gold_entity:
            return {"F1": 0.0, "gold": 0}
        gold, said = clusters(self.gold_entity), clusters(self.said_entity)
        precision = recall = 0
        for mention, entity in self.gold_entity.items():
            ours, theirs = gold[entity], said[self.said_entity[mention]]
            precision += len(ours & theirs) / len(theirs)
            recall += len(ours & theirs) / len(ours)
        n = len(self.gold_entity)
        return row(precision / n, recall / n, gold=n)


def is_quiet(gold, record):
    for mention in gold["mentions"]:
        if mention["type"] == "title" and record["type"] != "person" and \
                mention["start"] <= record["start"] and record["end"] <= mention["end"]:
            return True
        if mention["type"] == "skip" and mention["start"] < record["end"] and record["start"] < mention["end"]:
            return True
    return False


def edges(mentions, name):
    """Every pair of persons of an article, once for each article."""
    persons = defaultdict(set)
    for mention in mentions:
        if mention["type"] == "person" and mention.get("role") != "reporter":
            persons[mention["article"]].add(mention.get(name) or mention["text"])
    return (pair for names in persons.values() for pair in combinations(sorted(names), 2))


def clusters(entity_of):
    members = defaultdict(set)
    for mention, entity in entity_of.items():
        members[entity].add(mention)
    return members


def row(precision, recall, **more):
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4), **more}


def score(golds, docs):
    """Scores the gold objects @golds against what read_records() gave."""
    scores = Scores()
    for gold in golds:
        scores.add_doc(gold, docs[gold["doc"]])
    return scores


def main():
    parser = argparse.ArgumentParser(usage="score.py PREDICTION.ndjson GOLD.json... [--errors N] [--json]")
    parser.add_argument("prediction")
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with sys.stdin if args.prediction == "-" else open(args.prediction, encoding="utf-8") as lines:
        docs = read_records(lines)
    scores = score([read_gold(path) for path in args.gold], docs)
    if args.json:
        print(json.dumps(scores.table()))
        return
    columns = ("P", "R", "F1", "gold", "pred")
    print(f"{'':10}" + "".join(f"{column:>8}" for column in columns))
    for what, figures in scores.table().items():
        print(f"{what:10}" + "".join(f"{figures.get(column, ''):>8}" for column in columns))
    for fault in scores.faults[:args.errors]:
        print(fault)


if __name__ == "__main__":
    main()
