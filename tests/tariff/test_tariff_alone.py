"""The tariff floor is usable by another program as it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import bpa_desktop.tariff

PROGRAM = """
import sys
from datetime import date
from decimal import Decimal
from tariff.base_amount import BaseAmount, BaseAmountEntry
from tariff.charge import Question, charge
from tariff.price import Flat
from tariff.price_list import Band, IncomeBasis, Service, Tariff, Unit
from tariff.provenance import Mark
import tariff.doubts, tariff.household
g = BaseAmount((BaseAmountEntry(date(2026, 5, 1), Decimal(136549), Mark.SEEN, ""),))
alarm = Service("alarm", "Alarm", Unit.MONTH, (Band(Decimal(0), None, Flat(Decimal(275))),))
prices = Tariff("mine", "0301", "Oslo", "", (alarm,), (), IncomeBasis("any"))
assert charge(prices, Question("alarm", Decimal(1), Decimal(0), date(2026, 6, 1)), base_amounts=g).amount == 275
outside = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - {"tariff", "__main__"}
assert not outside, outside
"""


def test_the_tariff_folder_works_alone_with_the_standard_library_only(tmp_path: Path) -> None:
    shutil.copytree(Path(bpa_desktop.tariff.__file__).parent, tmp_path / "tariff")
    ran = subprocess.run(
        [sys.executable, "-S", "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{PROGRAM}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
