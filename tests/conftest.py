"""What every test stands on: no screen, no user's data, no zone of the machine, and the same examples each time."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

from tests.desktop_tools import lacking

_BENCHMARKS = Path(__file__).resolve().parent / "benchmarks"
_LOOKS = gc.get_threshold()
_COUNTED_ELSEWHERE = pytest.StashKey[bool]()
_begun: set[Path] = set()
_home = Path(tempfile.mkdtemp(prefix="bpa-tests-"))

settings.register_profile("default", max_examples=25, derandomize=True, deadline=None)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
# Of a mutant it is enough to know that it was found: the smallest example that finds it would take minutes.
settings.register_profile(
    "mutants", max_examples=25, derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate)
)


def _private_folders() -> dict[str, str]:
    """Return folders of this session in place of the user's own."""
    names = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache"}
    names |= {"XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run"}
    for folder in names.values():
        (_home / folder).mkdir(mode=0o700)
    return {name: str(_home / folder) for name, folder in names.items()}


def _isolate() -> None:
    """Keep the tests from the user's files, screen, bus and key store, and the user's language from the tests."""
    for name in [name for name in os.environ if name.startswith(("BPA_", "LC_", "LANG"))]:
        del os.environ[name]
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        os.environ.pop(name, None)
    os.environ |= _private_folders()
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "TZ": "UTC"}
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


_isolate()  # before any test module imports Qt, platformdirs or keyring


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the long runs and of the measurements."""
    parser.addoption("--bench", action="store_true", help="the measurements in tests/benchmarks too")
    parser.addoption("--mutants", action="store_true", help="no search for smallest examples: the code is a mutant")
    parser.addoption("--thorough", action="store_true", help="the tests marked thorough too, and many more examples")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples Hypothesis tries."""
    asked = next((name for name in ("thorough", "mutants") if config.getoption(f"--{name}")), "default")
    settings.load_profile(asked)
    if asked != "thorough":
        _draw_no_constants_of_the_code()


def _draw_no_constants_of_the_code() -> None:
    """Keep Hypothesis from mixing in what stands in the code of every module that happens to be imported by then.

    The examples of a test would be others alone than among all, and others each time that the tests are dealt out.
    """
    providers._get_local_constants = lambda: providers._local_constants


@pytest.hookimpl(trylast=True)  # after Hypothesis has marked what is its own
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long runs and the measurements out, unless they were asked for."""
    unasked = [item for item in items if not _is_asked_for(item, config)]
    if unasked:
        config.hook.pytest_deselected(items=unasked)
        items[:] = [item for item in items if item not in unasked]
    if config.pluginmanager.hasplugin("_cov") and not config.getoption("--thorough"):
        _count_lines_once(items)
    if config.getoption("--mutants"):
        items.sort(key=lambda item: item.get_closest_marker("hypothesis") is not None)  # what is quick finds most


def _count_lines_once(items: list[pytest.Item]) -> None:
    """Leave out of the coverage what runs the same lines again: many examples, and a question asked in English too.

    Counting makes a test half as slow again; a line that only chance reaches is to have a test of its own.
    """
    ids = {item.nodeid for item in items}
    for item in items:
        in_english = re.sub(r"\b(nb|nn)\b", "en", item.nodeid)
        if item.get_closest_marker("hypothesis") or (in_english != item.nodeid and in_english in ids):
            item.stash[_COUNTED_ELSEWHERE] = True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Count no line of what was left out.

    Side by side, pytest-cov's own marker for that counts on: under the counter that it stops lies a second.
    """
    counter = sys.gettrace()
    if item.stash.get(_COUNTED_ELSEWHERE, False):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counter)


def pytest_collection_finish() -> None:
    """Spare Python from going through what stays to the end, each time that it looks for garbage."""
    _pass_over_what_is_there()


def _pass_over_what_is_there() -> None:
    gc.collect()
    gc.freeze()


def _is_asked_for(item: pytest.Item, config: pytest.Config) -> bool:
    if item.get_closest_marker("thorough") and not config.getoption("--thorough"):
        return False
    return bool(config.getoption("--bench")) or _BENCHMARKS not in item.path.parents


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of the desktop where its tools are not; in CI, where they must be, that is a failure.

    What the modules before have imported stays, too: each change of the theme would go through all of it.
    """
    if item.path not in _begun:
        _begun.add(item.path)
        _pass_over_what_is_there()
    if item.get_closest_marker("desktop") and (reason := lacking()):
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


def pytest_runtest_teardown() -> None:
    """Have Python look for garbage as often as by itself again: the program has it look seldom, and a session grows."""
    gc.set_threshold(*_LOOKS)


def pytest_unconfigure() -> None:
    """Take the session's folders away."""
    shutil.rmtree(_home, ignore_errors=True)
