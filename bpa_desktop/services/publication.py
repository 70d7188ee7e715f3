"""Verbs about publishing: what everybody is told, who got it, and who confirmed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from bpa_desktop.domain.news import told_before, told_of
from bpa_desktop.domain.publication import Publication, Receipt, ToldShift, fingerprint
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift, ShiftState
from bpa_desktop.domain.span import Span, days_span
from bpa_desktop.domain.substitute import Channel
from bpa_desktop.services.history import History, Recorder
from bpa_desktop.services.identity import new_id


def publish_roster(history: History, span: Span) -> Publication | None:
    """Publish the shifts that begin in a span and that somebody holds, and keep a frozen copy of what they are told.

    Drafts become published; what was changed since somebody was told of it stays offered until they confirm, and what
    they agreed to before counts no more. Open shifts stay as they are, and show as gaps. Return the copy, or None where
    nobody has anything new to be told.
    """
    now = history.clock.now()
    told = told_of(history.roster, span)
    drafts = [one.shift for one in told if history.roster.shifts_by_id[one.shift].state is ShiftState.DRAFT]
    before = told_before(history.records.all(Publication), history.roster, span=span)
    if not drafts and set(told) == set(before):
        return None
    publication = Publication(new_id(now), span, now, history.author, told, fingerprint(told))
    with history.step("publish_roster") as record:
        for shift in _to_agree(history.roster, (*before, *told)):
            record.put(replace(shift, published_at=now))
        for shift_id in drafts:
            record.put(replace(record.get(Shift, shift_id), state=ShiftState.PUBLISHED, published_at=now))
        record.put(publication)
    return publication


def _to_agree(roster: Roster, told: Iterable[ToldShift]) -> Iterator[Shift]:
    """Yield the shifts that people are told of, or were, and that are not as they agreed to."""
    ids = {one.shift for one in told} & roster.shifts_by_id.keys()
    known = (roster.shifts_by_id[one] for one in sorted(ids))
    return (shift for shift in known if shift.state is not ShiftState.PUBLISHED)


def came_published(roster: Roster, earlier: tuple[Publication, ...], *, at: datetime) -> Publication | None:
    """Return the frozen copy of what a roster from elsewhere says is published; None where that is known already.

    So it is known what people were told when one of those shifts is changed here.
    """
    published = [shift for shift in roster.shifts if shift.state is ShiftState.PUBLISHED]
    if not published:
        return None
    starts = [shift.span.start for shift in published]
    zone = roster.arrangement.zone
    span = days_span(min(starts).astimezone(zone).date(), max(starts).astimezone(zone).date(), zone=zone)
    known = {shift.id for shift in published}
    told = tuple(one for one in told_of(roster, span) if one.shift in known)
    if set(told) == set(told_before(earlier, replace(roster, shifts=()), span=span)):
        return None
    return Publication(new_id(at), span, at, "", told, fingerprint(told))


def hand_out(history: History, publication_id: str, *, assistant: str, way: Channel) -> None:
    """Note that an assistant got what was published, now and by which way. Raises UnknownRecordError."""
    with history.step("hand_out") as record:
        publication = record.get(Publication, publication_id)
        record.put(publication.with_receipt(Receipt(assistant, history.clock.now(), way)))


def take_back_receipt(history: History, publication_id: str, *, assistant: str) -> None:
    """Note that an assistant has not got it after all: it was noted by mistake. Raises UnknownRecordError."""
    with history.step("take_back_receipt") as record:
        record.put(record.get(Publication, publication_id).without_receipt(assistant))


def confirm_publication(history: History, publication_id: str, *, assistant: str) -> tuple[Shift, ...]:
    """Note that an assistant confirmed what was published; return their shifts that waited for it, published now.

    Who confirms has got it: in person, where nothing else was noted. Raises UnknownRecordError.
    """
    now = history.clock.now()
    with history.step("confirm_publication") as record:
        publication = record.get(Publication, publication_id)
        got = publication.receipt_of(assistant) or Receipt(assistant, now, Channel.IN_PERSON)
        record.put(publication.with_receipt(replace(got, confirmed_at=now)))
        offered = (told.shift for told in publication.shifts if told.assistant == assistant)
        return _published(record, tuple(offered), history=history)


def confirm_shifts(history: History, shift_ids: tuple[str, ...]) -> tuple[Shift, ...]:
    """Note that those who hold shifts confirmed them; return those that waited for it. Raises UnknownRecordError."""
    with history.step("confirm_shift") as record:
        return _published(record, shift_ids, history=history)


def _published(record: Recorder, shift_ids: tuple[str, ...], *, history: History) -> tuple[Shift, ...]:
    """Publish the offered ones of some shifts; one that was taken away meanwhile is none of them."""
    known = record.roster.shifts_by_id
    offered = [known[one] for one in shift_ids if one in known and known[one].state is ShiftState.OFFERED]
    confirmed = tuple(replace(one, state=ShiftState.PUBLISHED, published_at=history.clock.now()) for one in offered)
    for shift in confirmed:
        record.put(shift)
    return confirmed
