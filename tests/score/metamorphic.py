#!/usr/bin/env python3
"""How much the extraction loses where the same annotated issues are printed otherwise.

    metamorphic.py TEXTS GOLD.json... [-g DIR]... [--seed N] [--faults CHANGE] [--keep DIR]

TEXTS is the folder that holds the texts, at any depth. Each is changed together with its gold, one change at a time,
extracted by $RENMAI (build/renmai), and scored; printed are F1 and, below it, its fall against the unchanged texts:
    renamed       every person has another name of the same length, the same all through a file; names with a dot, and
                  those that do not open with a Chinese surname, stay
    wrapped-18    every line broken behind 18 characters, headings and bylines too, as a scanned column is; the old
    wrapped-21    breaks of a text that stands in such a column already are taken out first
    spaced        a space between the two characters of a Chinese name
    spaced-wide   an ideographic space there
    unmarked      no # before headings
    no-leads      no `本报讯（记者 …）` before the first sentence
Mentions that a break runs through keep their span, from the first to the last character in the file. --faults lists what
is wrong after CHANGE and was not before. --keep leaves the copies and their gold in DIR. Run it from the project's root."""
import argparse
import copy
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field

from score import read_gold, read_records, score, squeeze

MEASURES = ("person", "org", "place", "position", "edge", "article")
COLUMN_MAX = 30  # a text without a longer line stands in a column
CLOSING = "，。、；：？！）》」』】”’%％,.;:?!) 　"  # never opens a printed line
UNBROKEN = re.compile(r"[（《「『【“‘(]|[0-9A-Za-z]{2}")  # behind whose first character no line ends
LEAD = re.compile(r"^[ 　\t]*([^\n]{0,16}(?:讯|电|消息)[ 　]*[（(][^（）()]{1,80}[）)][ 　]*)", re.MULTILINE)
HEADING_MARK = re.compile(r"^#{1,6}[ 　\t]+", re.MULTILINE)


@dataclass
class Issue:
    path: str  # below the folder of texts
    encoding: str
    text: str
    gold: dict
    old_names: dict = field(default_factory=dict)  # {new name: the name before it was changed}


def read_issues(folder, gold_paths):
    """The annotated texts below @folder, in the order of the gold files."""
    found = {name: os.path.join(above, name) for above, _, names in os.walk(folder) for name in names}
    issues = []
    for gold in map(read_gold, gold_paths):
        if gold["doc"] not in found:
            sys.exit(f"metamorphic.py: no text '{gold['doc']}' below '{folder}'")
        path = found[gold["doc"]]
        with open(path, "rb") as file:
            raw = file.read()
        try:
            encoding, text = "utf-8", raw.decode("utf-8")
        except UnicodeDecodeError:
            encoding, text = "gb18030", raw.decode("gb18030")
        issues.append(checked(Issue(os.path.relpath(path, folder), encoding, text, gold)))
    return issues


def checked(issue):
    """@issue, if every mention stands where its gold says."""
    for mention in issue.gold["mentions"]:
        printed = issue.text[mention["start"]:mention["end"]]
        if squeeze(printed) != squeeze(mention["text"]) or printed != printed.strip():
            sys.exit(f"metamorphic.py: {issue.path}:{mention['start']}: '{printed}' is not '{mention['text']}'")
    return issue


def edited(issue, edits, renamed=None):
    """A copy of @issue with the @edits (start, end, new text) made, in ascending order and apart from each other.
    @renamed gives the new name of each old one."""
    parts, last = [], 0
    for start, end, new in edits:
        parts += [issue.text[last:start], new]
        last = end
    parts.append(issue.text[last:])
    gold = copy.deepcopy(issue.gold)
    for article in gold["articles"]:
        article["start"] = moved(edits, article["start"], True)
        for position in article["positions"]:
            position["person"] = (renamed or {}).get(position["person"], position["person"])
    for mention in gold["mentions"]:
        mention["start"], mention["end"] = moved(edits, mention["start"], True), moved(edits, mention["end"], False)
        if mention["type"] == "person" and renamed:
            for key in ("text", "entity"):
                mention[key] = renamed.get(mention[key], mention[key])
    gold["mentions"] = [mention for mention in gold["mentions"] if mention["start"] < mention["end"]]
    left = {(mention["article"], mention[key]) for mention in gold["mentions"] for key in ("text", "entity")}
    for article in gold["articles"]:
        article["positions"] = [p for p in article["positions"] if (article["article"], p["person"]) in left]
    old_names = {new: old for old, new in (renamed or {}).items()}
    return checked(Issue(issue.path, issue.encoding, "".join(parts), gold, old_names))


def moved(edits, offset, is_start):
    """Where @offset lies after @edits: what is put in there stands before a start and behind an end."""
    delta = 0
    for start, end, new in edits:
        if start < offset < end:
            return start + delta
        if end < offset or (end == offset and (is_start or start < end)):
            delta += len(new) - (end - start)
    return offset + delta


class Names:
    """Draws Chinese names by the frequencies of the gazetteer."""

    def __init__(self, folder):
        self.surnames = dict(read_weights(f"{folder}/surnames.tsv", 1))
        self.single, self.first, self.last = (read_weights(f"{folder}/given.tsv", column) for column in (1, 2, 3))

    def is_chinese(self, name):
        return any(len(name) - size in (1, 2) and name[:size] in self.surnames for size in (1, 2))

    def draw(self, rng, length):
        while True:
            surname = pick(rng, list(self.surnames.items()))
            given = length - len(surname)
            if given == 1:
                return surname + pick(rng, self.single)
            if given == 2:
                return surname + pick(rng, self.first) + pick(rng, self.last)


def read_weights(path, column):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [(cells[0], int(cells[column])) for cells in rows[1:]]


def pick(rng, weights):
    return rng.choices([key for key, _ in weights], [weight for _, weight in weights])[0]


def persons(issue):
    return [mention for mention in issue.gold["mentions"] if mention["type"] == "person"]


def rename(issue, names, seed):
    rng = random.Random(f"{seed} {issue.path}")
    renamed = {}
    for mention in persons(issue):
        entity = mention["entity"]
        if entity not in renamed and names.is_chinese(entity):
            while (new := names.draw(rng, len(entity))) in issue.text or new in renamed.values():
                pass
            renamed[entity] = new
    for mention in persons(issue):  # a part of the name, printed alone, is the same part of the new one
        entity, text = mention["entity"], squeeze(mention["text"])
        if entity in renamed and text in entity:
            at = entity.index(text)
            renamed.setdefault(mention["text"], renamed[entity][at:at + len(text)])
    edits = []
    for mention in persons(issue):
        if mention["text"] in renamed:
            new = iter(renamed[mention["text"]])
            printed = issue.text[mention["start"]:mention["end"]]
            edits.append((mention["start"], mention["end"], re.sub(r"\S", lambda _: next(new), printed)))
    return edited(issue, edits, renamed), len(edits)


def lines(text):
    """Start and end of every line, its line break apart."""
    return [match.span() for match in re.finditer(r"[^\r\n]+", text)]


def unwrap(issue):
    """Takes the breaks out of a text that stands in a column: those behind full lines."""
    spans = lines(issue.text)
    widest = max(end - start for start, end in spans)
    if widest > COLUMN_MAX:
        return issue
    edits = []
    for (start, end), (after, _) in zip(spans, spans[1:]):
        gap = issue.text[end:after]
        if end - start >= widest - 2 and gap.count("\n") == 1 and issue.text[after] not in "# 　":
            edits.append((end, after, ""))
    return edited(issue, edits)


def wrap(issue, width):
    issue = unwrap(issue)
    text, edits = issue.text, []
    line_break = "\r\n" if "\r\n" in text else "\n"
    for start, end in lines(text):
        while end - start > width:
            cut = start + width
            while cut > start + width // 2 and UNBROKEN.match(text, cut - 1):
                cut -= 1
            while cut < end and text[cut] in CLOSING:
                cut += 1
            if cut < end:
                edits.append((cut, cut, line_break))
            start = cut
    return edited(issue, edits), len(edits)


def space(issue, names, blank):
    edits = [(mention["start"] + 1, mention["start"] + 1, blank) for mention in persons(issue)
             if mention["end"] - mention["start"] == 2 and names.is_chinese(mention["text"])]
    return edited(issue, edits), len(edits)


def delete(issue, pattern):
    edits = [(*match.span(pattern.groups), "") for match in pattern.finditer(issue.text)]
    return edited(issue, edits), len(edits)


def extracted(renmai, options, issues, folder):
    """Writes @issues into @folder, extracts them, returns their scores."""
    for issue in issues:
        path = os.path.join(folder, issue.path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding=issue.encoding, newline="") as file:
            file.write(issue.text)
        with open(path + ".gold.json", "w", encoding="utf-8") as file:
            json.dump(issue.gold, file, ensure_ascii=False)
    stream = subprocess.run([renmai, "extract", *options, folder], check=True, stdout=subprocess.PIPE, text=True).stdout
    return score([issue.gold for issue in issues], read_records(stream.splitlines()))


def print_new_faults(before, after, issues):
    """What @after has and @before has not, with the text around it; names are told as they were."""
    known = Counter(re.sub(r":\d+:", ":", fault) for fault in before.faults)
    by_doc = {issue.gold["doc"]: issue for issue in issues}
    for fault in after.faults:
        doc, offset, what = re.fullmatch(r"(.*?):(?:(\d+):)? (.*)", fault, re.DOTALL).groups()
        for new, old in by_doc[doc].old_names.items():
            what = what.replace(new, old)
        told = f"{doc}: {what}"
        known[told] -= 1
        if known[told] < 0:
            at = int(offset or 0)
            around = by_doc[doc].text[max(0, at - 16):at + 24] if offset else ""
            print(re.sub(r"[\r\n]+", "⏎", f"{told}\t{around}"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__.splitlines()[2].strip())
    parser.add_argument("texts")
    parser.add_argument("gold", nargs="+")
    parser.add_argument("-g", "--gazetteer", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults")
    parser.add_argument("--keep")
    args = parser.parse_args()
    names = Names("gazetteer/names")
    changes = {
        "unchanged": lambda issue: (issue, 0),
        "renamed": lambda issue: rename(issue, names, args.seed),
        "wrapped-18": lambda issue: wrap(issue, 18),
        "wrapped-21": lambda issue: wrap(issue, 21),
        "spaced": lambda issue: space(issue, names, " "),
        "spaced-wide": lambda issue: space(issue, names, "　"),
        "unmarked": lambda issue: delete(issue, HEADING_MARK),
        "no-leads": lambda issue: delete(issue, LEAD),
    }
    if args.faults and args.faults not in changes:
        parser.error(f"no change '{args.faults}', expected one of " + ", ".join(changes))
    options = [word for folder in args.gazetteer for word in ("-g", folder)]
    issues = read_issues(args.texts, args.gold)
    results = {}
    print(f"{'':12}{'changes':>8}" + "".join(f"{measure:>9}" for measure in MEASURES))
    with tempfile.TemporaryDirectory() as scratch:
        for name, change in changes.items():
            changed, counts = zip(*map(change, issues))
            scores = extracted(os.environ.get("RENMAI", "build/renmai"), options, changed,
                               os.path.join(args.keep or scratch, name))
            results[name] = scores, changed
            f1 = {measure: scores.table()[measure]["F1"] for measure in MEASURES}
            print(f"{name:12}{sum(counts):>8}" + "".join(f"{f1[measure]:>9.4f}" for measure in MEASURES))
            if name == "unchanged":
                before = f1
            else:
                print(f"{'':20}" + "".join(f"{f1[measure] - before[measure]:>+9.4f}" for measure in MEASURES))
    if args.faults:
        print_new_faults(results["unchanged"][0], *results[args.faults])


if __name__ == "__main__":
    main()
