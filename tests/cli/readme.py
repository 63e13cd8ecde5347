"""readme.py README: runs the commands that the README shows, in order, in the current folder, and compares what they print
with what is shown below them. Prints TAP."""
import re
import subprocess
import sys

COMMAND = re.compile(r"(build/renmai|mkdir|printf|cp|cat >|dot -T)")
# They need files that only the user has.
NOT_HERE = ("my-papers", "FILE:LINE", "文件:行号", "FOLDER -o towns", "文件夹 -o towns", "GOLD", "make ")


def blocks(text):
    for block in re.findall(r"((?:^    .*\n|^\n(?=    ))+)", text, re.M):
        yield [line[4:] for line in block.strip("\n").split("\n")]


def examples(text):
    """Each command with what is shown below it."""
    for lines in blocks(text):
        while lines:
            command = lines.pop(0)
            if not COMMAND.match(command):
                continue
            here = re.search(r"<< '(\w+)'", command)
            while here and lines:
                command += "\n" + lines.pop(0)
                if command.endswith("\n" + here.group(1)):
                    break
            shown = []
            while lines and not COMMAND.match(lines[0]):
                shown.append(lines.pop(0))
            yield command, "\n".join(shown).strip("\n")


def without_times(text):
    return re.sub(r"^(seconds +)[\d.]+$", r"\1", text, flags=re.M)


def main():
    tests = 0
    for command, shown in examples(open(sys.argv[1], encoding="utf-8").read()):
        if any(what in command for what in NOT_HERE):
            continue
        tests += 1
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
        printed = done.stdout.strip("\n")
        fits = done.returncode == 0 and (not shown or without_times(shown) == without_times(printed))
        print(f"{'ok' if fits else 'not ok'} {tests} - {sys.argv[1]}: {command.splitlines()[0]}")
        if not fits:
            print("\n".join(f"# {line}" for line in (f"status {done.returncode}\n{done.stderr}\nshown:\n{shown}\nprinted:\n{printed}").splitlines()))
    print(f"1..{tests}")


main()
