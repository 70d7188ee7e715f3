"""What is done about a request, with every refusal said in plain words. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bpa_desktop.domain.substitute import Answer, Channel, NotAllowedError, SubstituteRequest
from bpa_desktop.i18n import Language
from bpa_desktop.services.booking import TakenError
from bpa_desktop.services.history import History, UnknownRecordError
from bpa_desktop.services.substitute import (
    Way,
    ask_assistants,
    confirm_substitute,
    give_up_request,
    log_answer,
    open_requests,
)


class Deeds:
    """The verbs about one request at a time; each says whether it was done."""

    def __init__(self, history: History, language: Callable[[], Language], *, refuse: Callable[[str], None]) -> None:
        self._history = history
        self._language = language
        self._refuse = refuse

    def look(self, shift_id: str) -> bool:
        """Begin to look for somebody."""
        with self._said():
            open_requests(self._history, (shift_id,))
            return True
        return False

    def ask(self, request: SubstituteRequest, assistant: str, *, channel: Channel) -> bool:
        """Log that somebody is asked; a question that was not answered yet is not asked twice."""
        standing = request.ask_of(assistant)
        if standing is not None and standing.answer is Answer.NONE:
            self._refuse(self._language().text("Already asked. Log the answer next: yes, no, maybe or a part."))
            return False
        with self._said():
            ask_assistants(self._history, (request.id,), assistants=(assistant,), way=Way(channel))
            return True
        return False

    def answer(self, request: SubstituteRequest, assistant: str, *, answer: Answer) -> bool:
        """Log what somebody answered."""
        with self._said():
            log_answer(self._history, request.id, assistant=assistant, answer=answer)
            return True
        return False

    def confirm(self, request: SubstituteRequest, assistant: str) -> bool:
        """Book somebody."""
        with self._said():
            confirm_substitute(self._history, request.id, assistant=assistant)
            return True
        return False

    def give_up(self, request: SubstituteRequest) -> bool:
        """Say that nobody was found."""
        with self._said():
            give_up_request(self._history, request.id)
            return True
        return False

    @contextmanager
    def _said(self) -> Iterator[None]:
        text = self._language().text
        try:
            yield
        except TakenError:
            self._refuse(text("Not booked: already at work or absent then. Choose somebody else."))
        except NotAllowedError:
            self._refuse(text("That cannot follow now. Log first that somebody is asked."))
        except UnknownRecordError:
            self._refuse(text("That is not there any more."))
