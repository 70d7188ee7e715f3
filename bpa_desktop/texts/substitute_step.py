"""Phrases of the steps that look for a substitute."""

from __future__ import annotations

from collections.abc import Callable

from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.substitute import Ask, SubstituteRequest
from bpa_desktop.texts.shift import moment_text
from bpa_desktop.texts.told import Told
from bpa_desktop.texts.words import word


def _open_requests(told: Told) -> str:
    if (several := told.touched(SubstituteRequest)) > 1:
        plural = told.language.plural
        return plural("Looking for a substitute for {n} shift", "Looking for substitutes for {n} shifts", n=several)
    return told.language.text("Looking for a substitute for {when}", when=told.asked_shift())


def _changed_asks(told: Told) -> list[Ask]:
    """Return the asks that the step added or changed in the first request it touches."""
    before, after = told.before(SubstituteRequest), told.after(SubstituteRequest)
    known = before.asks if before is not None else ()
    return [ask for ask in (after.asks if after is not None else ()) if ask not in known]


def _ask_assistants(told: Told) -> str:
    language, asks, several = told.language, _changed_asks(told), told.touched(SubstituteRequest)
    names = language.listed(tuple(told.name(ask.assistant) for ask in asks))
    if several > 1:
        return language.plural(
            "{names} asked about {n} shift", "{names} asked about {n} shifts", n=several, names=names
        )
    if len(asks) > 2:  # what is heard is a dozen words at most
        return language.text("{n} assistants were asked about {when}", n=len(asks), when=told.asked_shift())
    if len(asks) > 1:
        return language.text("{names} were asked about {when}", names=names, when=told.asked_shift())
    return language.text("{name} was asked about {when}", name=names, when=told.asked_shift())


def _log_answer(told: Told) -> str:
    ask = next(iter(reversed(_changed_asks(told))), None)
    name, answer = (told.name(ask.assistant), word(told.language, ask.answer)) if ask else (told.name(None), "")
    return told.language.text("{name} answered {answer}", name=name, answer=answer)


def _confirm_substitute(told: Told) -> str:
    request = told.after(SubstituteRequest)
    name = told.name(request.chosen if request is not None else None)
    return told.language.text("{name} takes {when}", name=name, when=told.asked_shift())


def _confirm_part(told: Told) -> str:
    """Return who takes which part: the one request that somebody was chosen for."""
    booked = next((one for one in told.all_after(SubstituteRequest) if one.chosen is not None), None)
    part = next((one for one in told.all_after(Shift) if booked is not None and one.id == booked.shift), None)
    when = told.when(part) if part is not None else told.asked_shift()
    return told.language.text("{name} takes {when}", name=told.name(booked.chosen if booked else None), when=when)


def _mark_told(told: Told) -> str:
    names = tuple(told.name(ask.assistant) for ask in _changed_asks(told))
    return told.language.text("Told: {names}", names=told.language.listed(tuple(dict.fromkeys(names))))


def _fall_out(told: Told) -> str:
    request = told.before(SubstituteRequest)
    name = told.name(request.chosen if request is not None else None)
    return told.language.text("{name} cannot take {when} after all", name=name, when=told.asked_shift())


def _set_deadline(told: Told) -> str:
    request = told.after(SubstituteRequest)
    if request is None or request.deadline is None:
        return told.language.text("No deadline for {when}", when=told.asked_shift())
    by = moment_text(told.language, request.deadline, zone=told.zone)
    return told.language.text("Answers about {when} are wanted by {by}", when=told.asked_shift(), by=by)


def _withdraw_request(told: Told) -> str:
    return told.language.text("Stopped looking for a substitute for {when}", when=told.asked_shift())


def _give_up_request(told: Told) -> str:
    return told.language.text("Nobody was found for {when}", when=told.asked_shift())


def _fit_shift(told: Told) -> str:
    return told.language.text("The shift is now {when}", when=told.when(told.after(Shift)))


def _choose_backup(told: Told) -> str:
    language, shift, several = told.language, told.after(Shift), told.touched(Shift)
    if shift is None or shift.backup is None:
        return language.plural("No backup for {n} shift", "No backup for {n} shifts", n=several)
    name = told.name(shift.backup)
    if several > 1:
        plural = language.plural
        return plural("{name} is the backup for {n} shift", "{name} is the backup for {n} shifts", n=several, name=name)
    return language.text("{name} is the backup for {when}", name=name, when=told.when(shift))


def _contact(told: Told) -> str:
    contact = told.after(FallbackContact) or told.before(FallbackContact)
    return contact.name if contact is not None else ""


def _keep_fallback(told: Told) -> str:
    return told.language.text("{name} can be called when nobody can come", name=_contact(told))


def _remove_fallback(told: Told) -> str:
    return told.language.text("{name} is not called any more when nobody can come", name=_contact(told))


SUBSTITUTE_PHRASES: dict[str, Callable[[Told], str]] = {
    "open_requests": _open_requests,
    "ask_assistants": _ask_assistants,
    "log_answer": _log_answer,
    "log_answers": _log_answer,
    "log_part": _log_answer,
    "confirm_substitute": _confirm_substitute,
    "confirm_part": _confirm_part,
    "mark_told": _mark_told,
    "fall_out": _fall_out,
    "set_deadline": _set_deadline,
    "withdraw_request": _withdraw_request,
    "give_up_request": _give_up_request,
    "fit_shift": _fit_shift,
    "choose_backup": _choose_backup,
    "call_backup": _confirm_substitute,
    "keep_fallback": _keep_fallback,
    "remove_fallback": _remove_fallback,
}
FORMER_PHRASES: dict[str, Callable[[Told], str]] = {"open_request": _open_requests, "ask_assistant": _ask_assistants}
"""Verbs of earlier versions: the steps of stores from then bear them still."""
