#!/usr/bin/python3
"""answers.py RENMAI ARCHIVE FOLDER [ARTICLES]: how long questions to an archive of 100,000 articles take, as whole processes, the median
of five runs each. Milliseconds are the processor's, so that what else the machine does counts less. ARCHIVE (bench/archive.c) makes the archive in FOLDER, where it stays for the next time."""
import os
import pathlib
import statistics
import subprocess
import sys

RUNS = 5
WANTED = 50  # ms for a name

renmai, archive, folder, articles = [*sys.argv[1:], "100000"][:4]
store, names = pathlib.Path(folder, "renmai.db"), pathlib.Path(folder, f"names-{articles}.txt")
if not names.exists():
    store.parent.mkdir(parents=True, exist_ok=True)
    said = subprocess.run([archive, store, articles], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    names.write_text(said, encoding="utf-8")
often, middle, rarely, body, place, pinyin = names.read_text(encoding="utf-8").split()
for_a_name = {
    "who, named most": ["who", "--limit", "20", often],
    "who, all": ["who", often],
    "who, named rarely": ["who", rarely],
    "who, by pinyin": ["who", "--limit", "20", pinyin],
    "who, by a beginning": ["who", "--limit", "20", middle[:2]],
    "who, by the surname": ["who", middle[:1]],
    "who, not known": ["who", middle[0] + rarely[1] + "龘"],
    "who, a body": ["who", "--limit", "20", body],
    "mentions, named most": ["mentions", often],
    "mentions": ["mentions", middle],
    "career, named most": ["career", often],
    "career": ["career", middle],
    "career of a body": ["career", "--org", body],
    "why": ["why", often, body],
    "why of one": ["why", often],
}
others = {
    "show": ["show", "2016-01-01.txt#7"],
    "search for a name": ["search", middle],
    "search for a word": ["search", "一为"],
    "search, by date": ["search", "--sort", "date", often],
    "search with a filter": ["search", "--person", often, body],
    "list persons": ["list", "persons", "--limit", "20"],
    "list persons, by place": ["list", "persons", "--limit", "20", "--place", place],
    "list persons, since": ["list", "persons", "--limit", "20", "--since", "2018"],
    "list articles": ["list", "articles", "--limit", "20"],
    "list issues": ["list", "issues"],
    "stats": ["stats"],
}


def measure(arguments):
    """Milliseconds, and how many lines it printed."""
    times = []
    for _ in range(RUNS + 1):  # the first fills the caches
        process = subprocess.Popen([renmai, arguments[0], "-o", folder, *arguments[1:]], stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        said = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        times.append(usage.ru_utime + usage.ru_stime)
    return 1000 * statistics.median(times[1:]), said.count(b"\n")


print(f"{articles} articles, {store.stat().st_size / 1e6:.0f} MB; medians of {RUNS} runs\n\n{'':26}{'ms':>8}{'lines':>8}")
for questions, wanted in (for_a_name, WANTED), (others, None):
    for name, arguments in questions.items():
        took, lines = measure(arguments)
        print(f"{name:26}{took:8.0f}{lines:8}{'  slow' if wanted and took > wanted else ''}", flush=True)
    print()
