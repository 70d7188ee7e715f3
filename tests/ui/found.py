"""What is in a window, by its kind."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def found(parent: QObject, kind: type[T], name: str = "") -> T:
    """Return the first of a kind, of a name where one is given. Raises LookupError where there is none."""
    for one in parent.findChildren(kind):
        if not name or one.objectName() == name:
            return one
    raise LookupError(kind.__name__)


def there(parent: QObject, kind: type[T]) -> bool:
    """Tell whether there is one of a kind."""
    return bool(parent.findChildren(kind))
