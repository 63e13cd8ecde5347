#!/usr/bin/python3
"""compare.py RENMAI PYTHON FOLDER: time and peak memory of `renmai extract` and of jieba's tagger (run by PYTHON) on the issues
below FOLDER, each the median of three runs in turn. Seconds are the processor's, so that what else the machine does counts less.
Loading is what a file of one line takes; speed without it is the rest."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

RUNS = 3
MB = 5.0  # of text, 10^6 bytes
here = pathlib.Path(__file__).parent


def run(command):
    """Seconds of the processor, and peak memory in MB, of one run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def main():
    renmai, python, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        large, small = pathlib.Path(work, "large"), pathlib.Path(work, "small")
        subprocess.run([sys.executable, here / "corpus.py", source, large, str(MB)], check=True)
        small.mkdir()
        (small / "2024-01-01.txt").write_text("本报讯\n")
        size = sum(path.stat().st_size for path in large.iterdir()) / 1e6
        commands = {"renmai": [renmai, "extract"], "jieba": [python, here / "posseg.py"]}
        runs = {}
        for _ in range(RUNS):  # in turn, so that a busy minute hits both
            for name, command in commands.items():
                for folder in small, large:
                    runs.setdefault((name, folder), []).append(run([*command, folder]))
    print(f"\n{size:.1f} MB in issues from {source}; medians of {RUNS} runs\n")
    print(f"{'':28}{'renmai':>10}{'jieba':>10}{'ratio':>10}")
    results = {}
    for name in commands:
        load = statistics.median(seconds for seconds, _ in runs[name, small])
        whole, memory = map(statistics.median, zip(*runs[name, large]))
        results[name] = (load, size / whole, size / (whole - load), memory)
    rows = "loading, s", "MB/s with loading", "MB/s without loading", "peak memory, MB"
    for row, ours, theirs in zip(rows, *results.values()):
        print(f"{row:28}{ours:10.2f}{theirs:10.2f}{ours / theirs:10.2f}")


main()
