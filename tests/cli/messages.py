"""messages.py literals FILE...: prints what C sources say to people without marking it for translation.
messages.py table: whether the last column of the table on standard input begins, or ends, at one column of the terminal in
all lines.
messages.py numbers: whether the first numbers in the lines of standard input end at one."""
import re
import sys
import unicodedata

# What is said is in their arguments.
SAYING = re.compile(r"\b(?:g_set_error|g_set_error_literal|g_prefix_error|g_printerr|ren_tsv_fail|ren_progress_say|\w*fail\w*|\w*tell\w*|"
                    r"misused|printf|puts|fputs|fprintf|ren_table_add)\(")
STRING = r'"(?:\\.|[^"\\])*"'


def call(text, start):
    """What stands from start to the end of the statement."""
    for token in re.finditer(STRING + r"|;", text[start:]):
        if token.group() == ";":
            return text[start : start + token.start()]
    return text[start:]


def literals(path):
    text = open(path, encoding="utf-8").read()
    for found in SAYING.finditer(text):
        said = call(text, found.start())
        if found.group() in ("fputs(", "fprintf(") and "std" not in said:  # a file
            continue
        marked = re.sub(rf"\b(?:N?C_|N?_|P_)\((?:\s*{STRING}\s*,?)+", "", said)
        for literal in re.findall(STRING, marked):
            words = re.sub(r"%[-+ 0-9.*]*l*[a-zA-Z]|\\.", " ", literal)
            if re.search(r"[A-Za-z]{2,}[,:;]? +[a-z]{2,}", words) and "renmai decide " not in words:
                yield f"{path}: {literal}"


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


lines = [] if sys.argv[1] == "literals" else sys.stdin.read().splitlines()
if sys.argv[1] == "literals":
    wrong = [line for path in sys.argv[2:] for line in literals(path)]
    print("\n".join(wrong))
    sys.exit(len(wrong) > 0)
if sys.argv[1] == "table":
    ends = [{width(line) for line in lines}, {width(line[: line.rindex("  ")]) for line in lines}]
else:
    ends = [{width(re.match(r"\D+[\d.]+", line).group()) for line in lines}]
sys.exit(all(len(columns) != 1 for columns in ends))
