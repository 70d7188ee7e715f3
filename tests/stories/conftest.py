"""A whole window over the real store: the same fixtures as the tests of the window."""

from tests.ui.conftest import look, shell_of

__all__ = ["look", "shell_of"]
