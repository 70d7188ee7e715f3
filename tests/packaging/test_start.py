"""What `packaging/dev` does on a machine without a Python that will do: it finds one, adds one, or says the command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

NEEDED = ("dirname", "cat")
ROOT_USER, ORDINARY = "0", "1000"
NEW, OLD = "exit 0", "exit 1"  # how a Python answers when asked whether it is 3.11 or newer
DEBIAN, UBUNTU, FEDORA = "ID=debian\nVERSION_ID=12\n", 'ID=ubuntu\nVERSION_ID="22.04"\n', "ID=fedora\nVERSION_ID=43\n"

pytestmark = pytest.mark.skipif(not Path("/bin/sh").exists(), reason="a POSIX shell is not here")


class Bare:
    """A machine with nothing on its search path but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in NEEDED:
            (self.bin / name).symlink_to(shutil.which(name) or name)
        self.is_user(ORDINARY)
        self.is_system(DEBIAN)

    def has(self, name: str, script: str) -> Path:
        """Put a command on the search path; it notes what it is asked."""
        command = self.bin / name
        command.write_text(f'#!/bin/sh\necho "{name} $*" >> {self.folder / "log"}\n{script}\n', "utf-8")
        command.chmod(0o755)
        return command

    def is_user(self, number: str) -> None:
        """Say who is asking."""
        self.has("id", f"echo {number}")

    def is_system(self, release: str) -> None:
        """Say which distribution this is."""
        (self.folder / "os-release").write_text(release, "utf-8")

    def start(self, *words: str, **environment: str) -> tuple[int, str]:
        """Start packaging/dev, and return its status and what it told the person."""
        clean = {
            "PATH": str(self.bin),
            "BPA_VENV": "/nowhere",
            "BPA_OS_RELEASE": str(self.folder / "os-release"),
            **environment,
        }
        command = ["/bin/sh", str(ROOT / "packaging/dev"), *words]
        done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.replace("packaging/dev: ", "").strip()

    @property
    def asked(self) -> str:
        """What the commands were asked."""
        log = self.folder / "log"
        return log.read_text("utf-8") if log.exists() else ""


@pytest.fixture
def bare(tmp_path: Path) -> Bare:
    return Bare(tmp_path)


@pytest.mark.parametrize(
    ("release", "packager", "command"),
    [
        (DEBIAN, "apt-get", "sudo apt install python3 python3-venv"),
        (UBUNTU, "apt-get", "sudo apt install python3.11 python3.11-venv"),
        (FEDORA, "dnf", "sudo dnf install python3"),
        ("", "apt-get", "sudo apt install python3 python3-venv"),
        ("", "dnf", "sudo dnf install python3"),
    ],
)
def test_without_python_a_user_is_told_the_command_of_the_distribution(
    bare: Bare, release: str, packager: str, command: str
) -> None:
    bare.is_system(release)
    bare.has(packager, NEW)
    assert bare.start("test") == (3, f"Python 3.11 or newer is missing. Run:  {command}")
    assert packager not in bare.asked


def test_an_old_python_is_no_python(bare: Bare) -> None:
    bare.has("python3", OLD)
    status, line = bare.start("run")
    assert (status, line.count("\n")) == (3, 0)
    assert line.startswith("Python 3.11 or newer is missing")


def test_as_root_a_missing_python_is_added_and_the_command_goes_on(bare: Bare) -> None:
    bare.is_user(ROOT_USER)
    bare.has("chmod", f'exec {shutil.which("chmod")} "$@"')
    python = bare.bin / "python3"
    bare.has("apt-get", f'printf "#!/bin/sh\\nexit 0\\n" > {python}; chmod +x {python}')
    assert bare.start("test") == (0, "installing python3 python3-venv (first time only)")
    assert "apt-get install -y -qq --no-install-recommends python3 python3-venv" in bare.asked


def test_as_root_without_a_network_the_line_asks_for_the_network(bare: Bare) -> None:
    bare.is_user(ROOT_USER)
    bare.has("dnf", OLD)
    status, told = bare.start("test")
    assert (status, told.splitlines()[-1]) == (4, "could not fetch python3: is the network there?")


@pytest.mark.parametrize("name", ["BPA_NO_INSTALL", "BPA_NO_APT"])
def test_as_root_nothing_is_added_where_that_is_forbidden(bare: Bare, name: str) -> None:
    bare.is_user(ROOT_USER)
    bare.has("apt-get", NEW)
    status, _ = bare.start("test", **{name: "1"})
    assert status == 3
    assert "apt-get" not in bare.asked


def test_the_newest_python_that_is_known_to_work_is_taken(bare: Bare) -> None:
    for name in ("python3", "python3.12", "python3.14"):
        bare.has(name, NEW)
    bare.has("python3.13", OLD)
    assert bare.start("run", "check", "a b.json") == (0, "")
    assert f"python3.12 {ROOT}/packaging/dev.py run check a b.json" in bare.asked


def test_a_python_that_was_named_is_taken_first(bare: Bare, tmp_path: Path) -> None:
    bare.has("python3", NEW)
    named = bare.has("mine", NEW)
    assert bare.start("help", BPA_PYTHON=str(named)) == (0, "")
    assert f"mine {ROOT}/packaging/dev.py help" in bare.asked


def test_a_named_python_that_will_not_do_is_refused_by_name(bare: Bare) -> None:
    bare.has("python3", NEW)
    status, line = bare.start("run", BPA_PYTHON="/nowhere/python")
    assert (status, line) == (3, "BPA_PYTHON (/nowhere/python) is not a Python 3.11 or newer")


def test_the_python_that_built_the_environment_is_taken_without_asking_the_others(bare: Bare) -> None:
    bare.has("python3.13", NEW)
    built_with = bare.has("older", NEW)
    (bare.folder / "built-with").write_text(f"{built_with}\n", "utf-8")
    assert bare.start("run", BPA_VENV=str(bare.folder)) == (0, "")
    assert bare.asked.splitlines() == [f"older {ROOT}/packaging/dev.py run"]


def test_a_python_that_is_gone_is_looked_for_anew(bare: Bare) -> None:
    bare.has("python3.13", NEW)
    (bare.folder / "built-with").write_text("/nowhere/python\n", "utf-8")
    assert bare.start("run", BPA_VENV=str(bare.folder)) == (0, "")
    assert f"python3.13 {ROOT}/packaging/dev.py run" in bare.asked


def test_the_status_of_what_was_started_is_handed_back(bare: Bare) -> None:
    bare.has("python3", 'case "$*" in *dev.py*) exit 42 ;; esac')
    assert bare.start("run") == (42, "")
