"""tab.py SHELL SCRIPT LINE: types LINE and a Tab in SHELL (bash, zsh or fish) on a terminal, with the completion of SCRIPT, and prints
the words that renmai would get then, one a line. renmai must be in PATH."""
import os
import pty
import select
import sys
import time

shell, script, line = sys.argv[1:]
READY, END = "<ready>", "<end>"
SETUP = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "PS1=; source '%s'; bind 'set enable-bracketed-paste off'; renmai() { printf '<%%s>\\n' \"$@\"; echo '<e'nd'>'; }; echo '<rea'dy'>'\n"),
    "zsh": (["zsh", "-f", "-i"],
            "PS1= PS2=; unsetopt zle_bracketed_paste prompt_sp; fpath=(${${:-'%s'}:h} $fpath); autoload -Uz compinit; compinit -u -D;"
            " renmai() { printf '<%%s>\\n' \"$@\"; echo '<e'nd'>' }; echo '<rea'dy'>'\n"),
    "fish": (["fish", "--no-config", "-i"],
             "function fish_prompt; end; source '%s'; function renmai; printf '<%%s>\\n' $argv; echo '<e'nd'>'; end; echo '<rea'dy'>'\n"),
}
command, setup = SETUP[shell]
process, terminal = pty.fork()
if process == 0:
    os.environ["TERM"] = "dumb"
    os.execvp(command[0], command)
said = b""


def wait_for(text, seconds=20.0):
    """Reads until the shell has printed text; whether it did."""
    global said
    end = time.monotonic() + seconds
    while text.encode() not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                said += os.read(terminal, 65536)
            except OSError:
                break
    return text.encode() in said


def rest():
    """Reads until the shell has been silent for a while: it has no way to say that it has completed."""
    global said
    while select.select([terminal], [], [], 0.7)[0]:
        said += os.read(terminal, 65536)


rest()
os.write(terminal, (setup % script).encode())
if not wait_for(READY):
    sys.exit("the shell did not start: " + said.decode(errors="replace"))
rest()
said = b""
os.write(terminal, (line + "\t").encode())
rest()
shown, said = said, b""
os.write(terminal, b"\n")
answered = wait_for(END)
os.write(terminal, b"\x03\x04exit\n")
text = said.decode(errors="replace").replace("\r", "")
if not answered:
    sys.exit(f"nothing was run: {shown + said!r}")
print("\n".join(word[1:-1] for word in text.split("\n") if word.startswith("<") and word.endswith(">") and word != END))
