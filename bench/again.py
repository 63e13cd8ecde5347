#!/usr/bin/python3
"""again.py RENMAI FOLDER: what a build costs when an archive has changed a little, beside a build from nothing of the same issues:
one issue more, one changed, one less, a word more in the gazetteer, nothing. Each second build is compared with the one from nothing, byte for byte."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

EXPORTS = ["network.graphml", "network.gexf", "network.dot"]


def build(renmai, issues, output, *options):
    """Seconds, and how many issues were read."""
    start = time.monotonic()
    said = subprocess.run([renmai, "build", *options, "-o", output, issues], check=True, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}).stdout
    counts = dict(re.findall(r"^(issues|of them read) +(\d+)", said, re.MULTILINE))
    return time.monotonic() - start, int(counts.get("of them read", counts["issues"]))


def main():
    renmai, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        issues, again, fresh = (pathlib.Path(work, name) for name in ("issues", "again", "fresh"))
        shutil.copytree(source, issues)
        files = sorted(path for path in issues.rglob("*") if path.suffix in (".txt", ".md") and path.name != "README.md")
        kept = pathlib.Path(work, files[0].name)
        files[0].rename(kept)
        words = pathlib.Path(work, "gazetteer", "words")
        words.mkdir(parents=True)
        options = ["-g", words.parent]
        build(renmai, issues, again, *options)

        def more():
            kept.rename(files[0])

        def change():
            files[1].write_bytes(files[1].read_bytes() + "\n\n## 消息\n\n区长钱小雨讲话。\n".encode())

        def less():
            files[-1].unlink()

        def word():
            (words / "mine.tsv").write_text("word\tclass\tcanon\tattributes\n议事厅\torg-suffix\n", encoding="utf-8")

        print(f"{len(files)} issues from {source}\n")
        print(f"{'':12}{'read':>8}{'again, s':>12}{'anew, s':>12}{'ratio':>8}")
        for what, step in (("one more", more), ("one changed", change), ("one less", less), ("a word more", word), ("the same", lambda: None)):
            step()
            seconds, read = build(renmai, issues, again, *options)
            shutil.rmtree(fresh, ignore_errors=True)
            whole, _ = build(renmai, issues, fresh, *options)
            for name in EXPORTS + sorted(f"gazetteer/{path.name}" for path in (fresh / "gazetteer").iterdir()):
                if (again / name).read_bytes() != (fresh / name).read_bytes():
                    sys.exit(f"{name} is not that of a build from nothing")
            print(f"{what:12}{read:8}{seconds:12.1f}{whole:12.1f}{seconds / whole:8.2f}")


main()
