"""readme.py DOCUMENT FOLDER: takes the commands out of a README, or out of the EXAMPLES of a manual page, in their order.

Each becomes FOLDER/NNN.sh, and the output that the document shows of it, if any, FOLDER/NNN.shown. An indented block that
begins with no command is output of the command before. Prints the commands that are not to be run.
"""
import pathlib
import re
import sys

COMMAND = re.compile(r"(build/)?renmai |(mkdir|printf|cat|cp|make) ")

# These install packages and compile, which the test has behind it.
NOT_RUN = re.compile(r"make (run|check)\b")

# Blocks that are neither command nor output: a project file, and the tables of `make bench`, which takes minutes.
ASIDE = re.compile(r"\[archive\]|5\.0 MB in issues|(renmai|igraph|ratio), nodes ")

# What a reader is to replace, and something of the sample in its place.
PLACEHOLDERS = {
    "FILE:LINE": "seeds/20240619.txt:2", "文件:行号": "seeds/20240619.txt:2",
    "TEXTS": "seeds", "文本文件夹": "seeds", "GOLD.json": "gold/20240619.json",
    "FOLDER": "divisions", "文件夹": "divisions",
    "NAME@REGION": "陈立新@砚川区", "NAME@BODY": "陈立新@恒山县人民医院",
    "NAME": "贺振庭", "OTHER": "苏明哲",
}
PLACEHOLDER = re.compile("|".join(re.escape(name) for name in PLACEHOLDERS))


def blocks(text):
    """The indented blocks of Markdown, or the one block of EXAMPLES, as lists of lines without their indentation."""
    if text.startswith(".TH"):
        lines = re.search(r"^\.SH EXAMPLES\n\.nf\n(.*?)^\.fi\n", text, re.M | re.S)[1]
        return [lines.replace(r"\-", "-").replace(r"\(aq", "'").split("\n")[:-1]]
    found = re.findall(r"(?:^    .*\n|^\n(?=    ))+", text, re.M)
    return [[line[4:] for line in block.strip("\n").split("\n")] for block in found]


def commands(text):
    """Pairs of a command and the lines of output shown behind it."""
    pairs = []
    for block in blocks(text):
        if ASIDE.match(block[0]):
            continue
        end = None
        for line in block:
            if end:
                pairs[-1][0] += "\n" + line
                end = None if line == end else end
            elif COMMAND.match(line):
                pairs.append([line, []])
                here = re.search(r"<< '(\w+)'", line)
                end = here and here[1]
            else:
                pairs[-1][1].append(line)
    return pairs


def main():
    document, folder = map(pathlib.Path, sys.argv[1:])
    folder.mkdir()
    for number, (command, shown) in enumerate(commands(document.read_text(encoding="utf-8")), 1):
        if NOT_RUN.match(command):
            print("# not run:", command)
            continue
        first, *rest = command.split("\n")
        first = PLACEHOLDER.sub(lambda found: PLACEHOLDERS[found[0]], first)
        (folder / f"{number:03}.sh").write_text("\n".join([first, *rest]) + "\n", encoding="utf-8")
        output = "\n".join(shown).strip("\n")
        if output:
            (folder / f"{number:03}.shown").write_text(output + "\n", encoding="utf-8")


main()
