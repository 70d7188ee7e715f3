"""A guard against the binding: 6.12.0 on Python 3.11 loses a reference to None in every call, and aborts after some."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_none_takes_no_reference_from_it() -> None:
    subject = QObject()
    for _ in range(10):
        subject.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        subject.setObjectName("once more")
    assert before - sys.getrefcount(None) < 500
