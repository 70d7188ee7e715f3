"""The system's key store: "remember on this computer". Asked in a thread of its own, never for longer than a limit.

A locked key store may show a prompt that nobody sees, and then does not answer; a missing one fails at once.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from bpa_desktop.services.trouble import KeyStoreUnavailableError

SERVICE = "bpa-desktop"
LIMIT_SECONDS = 5.0
FAILED = "failed"
TIMEOUT = "timeout"
UNKNOWN = "unknown"


def remember(store: str, key: bytes, *, limit: float = LIMIT_SECONDS) -> None:
    """Put a store's key into the key store. Raises KeyStoreUnavailableError."""
    _asked(lambda: _set(store, key.hex()), limit)


def recall(store: str, *, limit: float = LIMIT_SECONDS) -> bytes:
    """Return a store's key from the key store. Raises KeyStoreUnavailableError, `unknown` when it is not there."""
    found = _asked(lambda: _get(store), limit)
    try:
        return bytes.fromhex(found)
    except ValueError as error:
        raise KeyStoreUnavailableError(UNKNOWN) from error


def forget(store: str, *, limit: float = LIMIT_SECONDS) -> None:
    """Take a store's key out of the key store. Raises KeyStoreUnavailableError."""
    _asked(lambda: _delete(store), limit)


def _set(store: str, text: str) -> str:
    import keyring  # late: it looks for every kind of key store when it is imported

    keyring.set_password(SERVICE, store, text)
    return text


def _get(store: str) -> str:
    import keyring

    return keyring.get_password(SERVICE, store) or "-"


def _delete(store: str) -> str:
    import keyring

    keyring.delete_password(SERVICE, store)
    return store


def _asked(question: Callable[[], str], limit: float) -> str:
    """Return the answer of the key store, asked in a thread that is left behind when it takes too long."""
    answers: list[str] = []

    def ask() -> None:
        from keyring.errors import KeyringError

        try:
            answers.append(question())
        except (KeyringError, OSError, RuntimeError):  # no bus, no agent, locked, denied: all say the same
            return

    thread = Thread(target=ask, name="key store", daemon=True)
    thread.start()
    thread.join(limit)
    if thread.is_alive():
        raise KeyStoreUnavailableError(TIMEOUT)
    if not answers:
        raise KeyStoreUnavailableError(FAILED)
    return answers[0]
