"""What is done about requests, with every refusal said in plain words. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bpa_desktop.domain.substitute import Answer, SubstituteRequest
from bpa_desktop.i18n import Language
from bpa_desktop.services.history import History
from bpa_desktop.services.part import confirm_part
from bpa_desktop.services.substitute import (
    Way,
    ask_assistants,
    confirm_substitute,
    log_answer,
    log_answers,
)
from bpa_desktop.texts import error_text


class Deeds:
    """Each says whether it was done."""

    def __init__(self, history: History, language: Callable[[], Language], *, refuse: Callable[[str], None]) -> None:
        self.history = history
        self._language = language
        self._refuse = refuse

    def do(self, verb: Callable[[], object]) -> bool:
        """Call a verb; say why where it refuses."""
        try:
            verb()
        except Exception as error:
            told = error_text(self._language(), error)
            if told is None:
                raise
            self._refuse(told)
            return False
        return True

    def ask(self, requests: Collection[SubstituteRequest], assistants: Collection[str], *, way: Way) -> bool:
        """Log that assistants are asked; who has not answered yet is not asked twice."""
        if all(_waits(request, who) for request in requests for who in assistants):
            self._refuse(self._language().text("Already asked. Log the answer next: yes, no, maybe or a part."))
            return False
        ids = tuple(request.id for request in requests)
        return self.do(lambda: ask_assistants(self.history, ids, assistants=assistants, way=way))

    def answer(self, requests: Collection[SubstituteRequest], assistant: str, *, answer: Answer) -> bool:
        """Log what somebody answered: about the first of the requests, and about those they were asked about too."""
        first, *others = requests
        also = [request.id for request in others if request.ask_of(assistant) is not None]
        if also:
            ids = (first.id, *also)
            return self.do(lambda: log_answers(self.history, ids, assistant=assistant, answer=answer))
        return self.do(lambda: log_answer(self.history, first.id, assistant=assistant, answer=answer))

    def confirm(self, request: SubstituteRequest, assistant: str) -> bool:
        """Book somebody: for the part they can take, where they said which."""
        ask = request.ask_of(assistant)
        part = ask.part if ask is not None else None
        if part is not None:
            return self.do(lambda: confirm_part(self.history, request.id, assistant=assistant, part=part))
        return self.do(lambda: confirm_substitute(self.history, request.id, assistant=assistant))


def _waits(request: SubstituteRequest, assistant: str) -> bool:
    ask = request.ask_of(assistant)
    return ask is not None and ask.is_waiting
