"""Two commands on a fresh machine: `packaging/dev run` and `packaging/dev test`.

Makes a private environment in the checkout (environment.py), sees to what Qt needs of the system (system.py), and
starts the program or its tests. Standard library only, since nothing is installed yet.

Exit status besides the program's own: 2 wrong use, 3 no Python or no venv module, 4 packages could not be fetched,
5 system libraries missing, 6 no screen, 7 no room or no permission to write. Each says one line.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from environment import ROOT, child_environment, compile_translations, prepare
from system import NO_ROOM, WRONG_USE, StopError, offer_desktop, require_screen, say

HELP = """packaging/dev run [...]              start the program with these arguments: run --demo, run check FILE
packaging/dev test [--thorough]      every check and every test; long runs, and mutants, when thorough
packaging/dev test PATH or OPTIONS   pytest alone, with these arguments
packaging/dev bench                  how fast the program is
packaging/dev mutants [PATTERN]      whether the tests notice small changes of the rules and the hour account
packaging/dev texts                  gather the program's texts into the catalogues
packaging/dev lock                   make the locked files anew (needs uv)
BPA_PYTHON and BPA_VENV choose a Python and the folder of the environment; BPA_NO_INSTALL=1 leaves the system alone."""

CHECKS = (  # beside the tests, each with its arguments for the environment's Python
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo")),
)
SIDE_BY_SIDE = ("-n", "auto", "--dist", "worksteal", "--cov", "--cov-report=")
"""Options of pytest: a process for each core; who is done early takes from the others; coverage is told afterwards."""

NO_WRITING = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}
BEFORE_A_VERB = {"--data-dir", "--lang", "--passphrase-file"}
"""Options of the program that take a value and may stand before the verb."""


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program, given these arguments, opens its window: no verb, no help, no version."""
    rest = iter(arguments)
    for argument in rest:
        if argument in BEFORE_A_VERB:
            next(rest, None)
        elif not argument.startswith("-") or argument in {"--help", "--version"}:
            return False
    return True


def run(arguments: list[str]) -> int:
    """Start the program in place of this one, so that a signal reaches it."""
    window = opens_window(arguments)
    venv = prepare("run", window=window)
    if window:
        require_screen()
    compile_translations(venv)  # the program reads the source of one that could not be compiled
    command = [str(venv.python), "-m", "bpa_desktop", *arguments]
    environment = {**child_environment(), "PYTHONSAFEPATH": "1"}  # modules of the folder it is started in stay out
    if sys.platform == "win32":
        return subprocess.run(command, env=environment, check=False).returncode
    os.execve(command[0], command, environment)


@dataclass(frozen=True)
class Outcome:
    """How one step of the test command went."""

    name: str
    status: int
    output: str

    @property
    def line(self) -> str:
        """The step in one line."""
        return f"{self.name}: {'ok' if self.status == 0 else f'FAILED (status {self.status})'}"


def checked(name: str, command: Sequence[str], *, environment: dict[str, str]) -> Outcome:
    """Run a step out of sight."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return Outcome(name, done.returncode, done.stdout)


def shown(name: str, command: Sequence[str], *, environment: dict[str, str]) -> Outcome:
    """Run a step in sight, and keep its closing lines."""
    tail = b""
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while chunk := os.read(process.stdout.fileno(), 65536):
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
            tail = (tail + chunk)[-4096:]
    return Outcome(name, process.returncode, tail.decode(errors="replace"))


def closing_line(output: str) -> str:
    """Return pytest's own last line with the counts, or "" where it did not come so far."""
    lines = re.findall(r"^.*\b\d+ (?:passed|failed|error|errors|deselected|skipped)\b.*$", output, re.MULTILINE)
    return lines[-1].strip("= ") if lines else ""


def every_step(python: str, pytest_options: Sequence[str], *, environment: dict[str, str]) -> list[Outcome]:
    """Run pytest in sight, and the other checks beside it."""
    with ThreadPoolExecutor(1) as beside:
        others = [beside.submit(checked, name, (python, *rest), environment=environment) for name, rest in CHECKS]
        tests = shown("pytest", (python, "-m", "pytest", *SIDE_BY_SIDE, *pytest_options), environment=environment)
        checks = [other.result() for other in others]
    return [*checks, tests, checked("coverage", (python, "-m", "coverage", "report"), environment=environment)]


def test(arguments: list[str]) -> int:
    """Run every check and every test, or pytest alone with the arguments given."""
    venv = prepare("dev", window=True)
    offer_desktop()
    catalogues = Outcome("translations", 0 if compile_translations(venv) else 1, "")
    environment = {**child_environment(), "QT_QPA_PLATFORM": "offscreen"}
    if [argument for argument in arguments if argument != "--thorough"]:
        command = [str(venv.python), "-m", "pytest", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode or catalogues.status
    outcomes = [catalogues, *every_step(str(venv.python), arguments, environment=environment)]
    if "--thorough" in arguments:
        outcomes.append(shown("mutants", mutants_command(()), environment=environment))
    for outcome in outcomes:
        if outcome.name == "coverage" or (outcome.status and outcome.name != "pytest"):
            print(f"\n--- {outcome.name}\n{outcome.output.rstrip()}")
    print("\n--- summary", *(outcome.line for outcome in outcomes), sep="\n")
    print(*(closing_line(outcome.output) for outcome in outcomes if outcome.name == "pytest"), flush=True)
    return 1 if any(outcome.status for outcome in outcomes) else 0


def bench(arguments: list[str]) -> int:
    """Measure how fast the program is: the tests in tests/benchmarks, left out of the others."""
    python = str(prepare("dev", window=True).python)
    command = [python, "-m", "pytest", "--bench", "-s", str(ROOT / "tests" / "benchmarks"), *arguments]
    return subprocess.run(command, cwd=ROOT, env=child_environment(), check=False).returncode


def mutants_command(patterns: Sequence[str]) -> list[str]:
    """Return what changes the code in small ways and asks the tests, in an environment that has the tool for it."""
    return [str(prepare("mutants", window=True).python), str(ROOT / "packaging" / "mutants.py"), *patterns]


def mutants(arguments: list[str]) -> int:
    """Change the rules and the hour account in small ways, and see whether the tests notice."""
    return subprocess.run(mutants_command(arguments), cwd=ROOT, env=child_environment(), check=False).returncode


def texts(arguments: list[str]) -> int:
    """Gather the program's texts into the catalogues."""
    python = str(prepare("dev", window=False).python)
    return subprocess.run(
        [python, str(ROOT / "packaging" / "texts.py"), *arguments], env=child_environment()
    ).returncode


def lock(arguments: list[str]) -> int:
    """Make the locks anew from pyproject.toml, without an index address in them."""
    uv = shutil.which("uv")
    if uv is None:
        raise StopError(WRONG_USE, "uv is needed to make the locks")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    bare = ["--no-header", "--no-annotate", "--no-strip-extras", "--no-emit-index-url", "--no-emit-find-links"]
    with_dev = ["--group", "dev"]
    beside_dev = [*with_dev, "--group", "mutants", "-c", "packaging/dev.txt"]  # no second release of what is there
    for name, groups in (("run", []), ("dev", with_dev), ("mutants", beside_dev)):
        command = [uv, "pip", "compile", "pyproject.toml", *groups, "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", *bare, "-q", "-o", f"packaging/{name}.txt", *arguments]
        if status := subprocess.run(command, cwd=ROOT, env=clean, check=False).returncode:
            return status
        made = ROOT / "packaging" / f"{name}.txt"
        made.write_text(for_old_pip(made.read_text("utf-8")), "utf-8")
    return 0


def for_old_pip(lock_text: str) -> str:
    """Return a lock whose markers ask for the minor version only.

    Ubuntu 22.04 has Python 3.11.0rc1, and its pip finds a release candidate to be below no full version at all.
    """
    return re.sub(r"python_full_version ([<>]=?) '(\d+\.\d+)'", r"python_version \1 '\2'", lock_text)


def show_help(arguments: list[str]) -> int:
    """Say what can be asked for."""
    print(HELP)
    return 0


VERBS = {
    "run": run,
    "test": test,
    "bench": bench,
    "mutants": mutants,
    "texts": texts,
    "lock": lock,
    "help": show_help,
    "--help": show_help,
    "-h": show_help,
}


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        say("say run, test, bench, texts, lock or help")
        return WRONG_USE
    try:
        return verb(arguments[1:])
    except StopError as stop:
        say(str(stop))
        return stop.status
    except OSError as error:
        if error.errno not in NO_WRITING:
            raise
        say(f"cannot write {error.filename or 'a file'}: {error.strerror}")
        return NO_ROOM
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main(sys.argv[1:]))
