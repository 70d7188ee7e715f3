"""What is said of a charge beside the sum."""

from __future__ import annotations

import pytest

from bpa_desktop.i18n import Language
from bpa_desktop.texts.charge import cancelled_text


@pytest.mark.parametrize(("charged", "word"), [(None, "ask the municipality"), (True, "charged"), (False, "free")])
def test_cancelled_help_is_charged_free_or_to_be_asked_about(charged: bool | None, word: str) -> None:
    assert word in cancelled_text(Language("en"), charged)
