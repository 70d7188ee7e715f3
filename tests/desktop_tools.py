"""Which tools of the desktop the tests through the accessibility bus lack: the same list as `packaging/dev test`."""

from __future__ import annotations

import sys
from functools import cache

from system import command_for, missing_desktop


@cache
def lacking() -> str:
    """Return why the tests on a screen cannot run here, with the command that mends it; "" where they can."""
    if sys.platform != "linux":
        return "the accessibility bus is Linux's own"
    packages = missing_desktop()
    return f"not installed here; for this test:  {command_for(packages)}" if packages else ""
