#!/usr/bin/env python3
"""Scores the entities of a build against annotated issues of several papers.

    identity.py STORE/renmai.db GOLD-FOLDER [--errors] [--json]

GOLD-FOLDER holds one .json for each issue (matched by its base name), whose mentions name the entity that they mean, and
perhaps references.tsv: which person a surname with a title (唐书记) means, `-` where nobody can tell.
    all, person, org, company, place   B-cubed F1 of entities over the mentions that both sides have
    found                              share of the annotated mentions that the build has
    reference                          share of the references that mean who they should, or nobody where they should
--errors lists entities that are split or merged, and references that are wrong."""
import argparse
import glob
import json
import os
import sqlite3
from collections import Counter, defaultdict

KINDS = ("person", "org", "company", "place")


def read_gold(folder):
    """(doc, start, end, kind) → entity."""
    gold = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            issue = json.load(file)
        for m in issue["mentions"]:
            if m["type"] in KINDS:
                gold[issue["doc"], m["start"], m["end"], m["type"]] = m["entity"]
    return gold


def read_store(db):
    """The same of a build."""
    rows = db.execute("""SELECT i.doc, m.start_cp, m.end_cp, e.kind, e.key FROM mention m JOIN entity e ON e.id = m.entity
        JOIN article a ON a.id = m.article JOIN issue i ON i.id = a.issue WHERE m.form = 'name'""")
    return {(os.path.basename(doc), start, end, kind): key for doc, start, end, kind, key in rows}


def clusters(keys, entity_of):
    members = defaultdict(set)
    for key in keys:
        members[key[3], entity_of[key]].add(key)
    return members


def b_cubed(keys, gold, said):
    """Bagga and Baldwin, LREC 1998."""
    if not keys:
        return {"P": 0.0, "R": 0.0, "F1": 0.0, "gold": 0}
    theirs, ours = clusters(keys, gold), clusters(keys, said)
    precision = recall = 0.0
    for key in keys:
        a, b = theirs[key[3], gold[key]], ours[key[3], said[key]]
        precision += len(a & b) / len(b) / len(keys)
        recall += len(a & b) / len(a) / len(keys)
    return {"P": round(precision, 4), "R": round(recall, 4),
            "F1": round(2 * precision * recall / (precision + recall), 4), "gold": len(keys)}


def references(db, folder):
    """Those wanted and whom the build takes them for."""
    path = os.path.join(folder, "references.tsv")
    if not os.path.exists(path):
        return
    said = defaultdict(set)
    for doc, n, text, name in db.execute("""SELECT i.doc, a.n, m.text, e.name FROM mention m JOIN entity e ON e.id = m.entity
            JOIN article a ON a.id = m.article JOIN issue i ON i.id = a.issue WHERE m.form = 'title'"""):
        said[os.path.basename(doc), n, text].add(name)
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")][1:]
    for doc, n, text, person in rows:
        wanted = set() if person == "-" else {person.split("@")[0]}
        yield doc, n, text, person, said[doc, int(n), text], wanted


def faults(keys, gold, said):
    there, here = defaultdict(Counter), defaultdict(Counter)
    for key in keys:
        there[key[3], gold[key]][said[key]] += 1
        here[said[key]][gold[key]] += 1
    for entity, parts in sorted(there.items()):
        if len(parts) > 1:
            yield f"split {entity[0]} {entity[1]}: {dict(parts)}"
    for entity, parts in sorted(here.items()):
        if len(parts) > 1:
            yield f"merged {entity}: {dict(parts)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("gold")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    db = sqlite3.connect(f"file:{args.store}?mode=ro", uri=True)
    gold, said = read_gold(args.gold), read_store(db)
    both = [key for key in gold if key in said]
    out = {"all": b_cubed(both, gold, said)}
    for kind in KINDS:
        out[kind] = b_cubed([key for key in both if key[3] == kind], gold, said)
    out["found"] = {"F1": round(len(both) / len(gold), 4), "gold": len(gold)}
    asked = list(references(db, args.gold))
    if asked:
        out["reference"] = {"F1": round(sum(r[4] == r[5] for r in asked) / len(asked), 4), "gold": len(asked)}
    if args.json:
        print(json.dumps(out))
        return
    print(f"{'':10}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}")
    for name, row in out.items():
        print(f"{name:10}{row.get('P', ''):>8}{row.get('R', ''):>8}{row['F1']:>8}{row['gold']:>7}")
    if args.errors:
        for fault in faults(both, gold, said):
            print(fault)
        for doc, n, text, person, got, wanted in asked:
            if got != wanted:
                print(f"reference {doc} {n} {text}: {person}, not {', '.join(sorted(got)) or 'nobody'}")


main()
