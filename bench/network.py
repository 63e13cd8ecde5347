#!/usr/bin/python3
"""network.py RENMAI NODES...: how long `renmai graph --format all` takes with invented archives (archive.py) of so many nodes and
ten times as many links, beside python-igraph, which reads, measures, lays out and writes the same edges (igraph-job.py). Seconds are
the processor's, so that what else the machine does counts less; elapsed ones stand below. Memory is the peak."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).parent
FILES = "graphml", "gexf", "dot", "gml", "net", "json", "csv"
ROWS = ("nodes", "edges", "read", "measured", "described", "laid out", *FILES, "all, s", "elapsed, s", "memory, MB")


def seconds_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row_of(line):
    """Which row of the table is done when renmai says @line: a debug message, or "wrote FILE"."""
    name = line.rpartition("/")[2].strip() if line.startswith("wrote") else line.rpartition(": ")[2].strip()
    name = {"found evidence": "described"}.get(name, name)
    return name.rpartition(".")[2]


def run_renmai(renmai, folder):
    began, last, result = time.monotonic(), 0, {}
    environment = dict(os.environ, G_MESSAGES_DEBUG="renmai")
    process = subprocess.Popen([renmai, "graph", "-f", "all", "-o", folder], stdout=subprocess.PIPE, text=True, env=environment)
    for line in process.stdout:
        row = row_of(line)
        if row in ROWS:
            now = seconds_of(process.pid)
            result[row] = result.get(row, 0) + now - last
            last = now
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("renmai failed")
    result["all, s"] = usage.ru_utime + usage.ru_stime
    result["elapsed, s"] = time.monotonic() - began
    result["memory, MB"] = usage.ru_maxrss * 1024 / 1e6
    return result


def count_lines(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def run_igraph(folder):
    edges = folder / "edges.txt"
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as rows, edges.open("w") as out:
        for row in csv.DictReader(rows):
            out.write(f"{row['Source']} {row['Target']} {row['Weight']}\n")
    began = time.monotonic()
    command = ["/usr/bin/python3", here / "igraph-job.py", edges, folder / "igraph.out"]
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    elapsed = time.monotonic() - began
    result = {row_of(name): float(number) for name, number in (line.rsplit(" ", 1) for line in output.splitlines())}
    memory = result.pop("memory")
    return {**result, "all, s": sum(result.values()), "elapsed, s": elapsed, "memory, MB": memory}


def print_table(title, columns, digits=0):
    print(f"\n{title:14}" + "".join(f"{column['nodes']:12,}" for column in columns) + "\n")
    for row in ROWS[1:]:
        places = digits if row in ("edges", "memory, MB") else 2
        cells = [f"{column[row]:12,.{places}f}" if row in column else " " * 12 for column in columns]
        if any(map(str.strip, cells)):
            print(f"{row:14}" + "".join(cells))


def main():
    ours, theirs = [], []
    for nodes in map(int, sys.argv[2:]):
        with tempfile.TemporaryDirectory() as work:
            folder = pathlib.Path(work, "archive")
            subprocess.run([sys.executable, here / "archive.py", sys.argv[1], folder, str(nodes), str(10 * nodes)], check=True)
            size = {"nodes": nodes}
            ours.append({**size, **run_renmai(sys.argv[1], folder), "edges": count_lines(folder / "edges.csv")})
            theirs.append({**size, **run_igraph(folder)})
    print_table("renmai, nodes", ours)
    print_table("igraph, nodes", theirs)
    # What takes no time has no ratio, and the sums are of different work.
    ratios = [{row: a[row] / b[row] for row in ("measured", "laid out", "graphml", "gml", "memory, MB") if b[row] >= 0.05}
              | {"nodes": a["nodes"]} for a, b in zip(ours, theirs)]
    print_table("ratio, nodes", ratios, 2)


main()
