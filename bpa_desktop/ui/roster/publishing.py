"""Publishing a week: what is new to whom, who must agree, and who has got it. Plain Python, no Qt but the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bpa_desktop.domain.news import News, new_with, news, told_before, told_of
from bpa_desktop.domain.publication import Publication, Receipt
from bpa_desktop.domain.shift import ShiftState
from bpa_desktop.domain.span import Week
from bpa_desktop.rules.notice import RULE as NOTICE_RULE
from bpa_desktop.texts.news import news_line, news_message
from bpa_desktop.texts.receiver import language_for
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.words import word
from bpa_desktop.ui.desk import Desk

NOTICE = NOTICE_RULE.name
_HASH_LETTERS = 12
"""So much of a hash is shown: enough to compare two prints."""


@dataclass(frozen=True)
class PersonNews:
    """What one person is to be told: the lines, the message to send, who must agree, and how far it has come."""

    assistant: str
    name: str
    lines: tuple[str, ...]
    message: str
    must_agree: str
    progress: str
    has_got: bool
    has_confirmed: bool


@dataclass(frozen=True)
class Publishing:
    """A week's publishing. `publication` is what receipts are noted on; None while there is news to be published."""

    lead: str
    people: tuple[PersonNews, ...]
    publication: Publication | None
    copies: tuple[str, ...]

    @property
    def can_publish(self) -> bool:
        """Whether there is anything to publish."""
        return self.publication is None


def build_publishing(desk: Desk, week: Week) -> Publishing | None:
    """Return how publishing a week stands, or None where there is nothing to publish and nothing was."""
    span = week.span(desk.zone)
    of_week = [one for one in desk.history.records.all(Publication) if one.span.overlaps(span)]
    told, before = told_of(desk.roster, span), told_before(of_week, desk.roster, span=span)
    drafts = any(desk.roster.shifts_by_id[one.shift].state is ShiftState.DRAFT for one in told)
    pending = drafts or set(told) != set(before)
    if not pending and not of_week:
        return None
    latest = None if pending else of_week[-1]
    found = news(before, told) if latest is None else new_with(latest, of_week[:-1], roster=desk.roster)
    if not pending and not found:  # it came published with a file
        return None
    people = tuple(_person(desk, who, found=found[who], latest=latest) for who in found)
    return Publishing(_lead(desk, week, people=people, latest=latest), people, latest, tuple(_copies(desk, of_week)))


def _person(desk: Desk, assistant: str, *, found: tuple[News, ...], latest: Publication | None) -> PersonNews:
    own = ShiftWords(desk.language, desk.roster, desk.contents)
    known = desk.roster.assistants_by_id.get(assistant)
    late = _late(desk, found)
    language = language_for(known, desk.language) if known is not None else desk.language
    receipt = latest.receipt_of(assistant) if latest is not None else None
    return PersonNews(
        assistant,
        known.name if known is not None else assistant,
        tuple(news_line(own, one) for one in found),
        news_message(replace(own, language=language), assistant, news=found, must_agree=bool(late)),
        _must_agree(desk, late, name=own.called(assistant)),
        _progress(desk, receipt, is_published=latest is not None),
        has_got=receipt is not None,
        has_confirmed=receipt is not None and receipt.confirmed_at is not None,
    )


def _ahead(desk: Desk, day: date) -> timedelta:
    """Return how long ahead the law wants a roster to be told."""
    limit = desk.limits.on(NOTICE, day, arrangement=desk.roster.arrangement)
    return timedelta(hours=float(limit.value))


def _late(desk: Desk, found: Iterable[News]) -> list[News]:
    """Return what begins too soon for the person not to be asked."""
    now = desk.history.clock.now()
    return [one for one in found if one.starts_at - now < _ahead(desk, one.starts_at.astimezone(desk.zone).date())]


def _must_agree(desk: Desk, late: list[News], *, name: str) -> str:
    if not late:
        return ""
    first = min(late, key=lambda one: one.starts_at).starts_at
    days = max((first.astimezone(desk.zone).date() - desk.today).days, 0)
    wanted = _ahead(desk, first.astimezone(desk.zone).date()).days
    return desk.language.plural(
        "{name} must agree: it begins in {n} day, less than {wanted} ahead.",
        "{name} must agree: it begins in {n} days, less than {wanted} ahead.",
        n=days,
        name=name,
        wanted=wanted,
    )


def _progress(desk: Desk, receipt: Receipt | None, *, is_published: bool) -> str:
    text = desk.language.text
    if not is_published:
        return text("Not published yet")
    if receipt is None:
        return text("Has not got it yet")
    got = text("Got it {way} {when}", way=word(desk.language, receipt.way), when=_when(desk, receipt.at))
    if receipt.confirmed_at is None:
        return got
    confirmed = text("Confirmed {when}", when=_when(desk, receipt.confirmed_at))
    return f"{got} · {confirmed}"


def _when(desk: Desk, at: datetime) -> str:
    local = at.astimezone(desk.zone)
    return f"{desk.language.date(local.date(), 'day_month')} {desk.language.clock(local)}"


def _lead(desk: Desk, week: Week, *, people: tuple[PersonNews, ...], latest: Publication | None) -> str:
    """Return how many have news, and how long there is until the law wants it told; or how many have got it."""
    language = desk.language
    if latest is not None:
        got, confirmed = sum(one.has_got for one in people), sum(one.has_confirmed for one in people)
        return language.text(
            "Published {when}. {got} of {all} have got it, {confirmed} have confirmed.",
            when=_when(desk, latest.at),
            got=got,
            all=len(people),
            confirmed=confirmed,
        )
    counted = language.plural("{n} person has news.", "{n} people have news.", n=len(people))
    return f"{counted} {_countdown(desk, week)}"


def _countdown(desk: Desk, week: Week) -> str:
    last = week.monday - _ahead(desk, week.monday)
    left = (last - desk.today).days
    wanted = _ahead(desk, week.monday).days
    if left < 0:
        return desk.language.text("The week begins less than {wanted} days ahead.", wanted=wanted)
    return desk.language.plural(
        "{n} day left to tell it {wanted} days ahead.",
        "{n} days left to tell it {wanted} days ahead.",
        n=left,
        wanted=wanted,
    )


def _copies(desk: Desk, of_week: list[Publication]) -> Iterator[str]:
    """Yield each frozen copy in one line, the newest first."""
    for copy in reversed(of_week):
        shifts = desk.language.plural("{n} shift", "{n} shifts", n=len(copy.shifts))
        whole = desk.language.text("unchanged since") if copy.is_whole else desk.language.text("CHANGED SINCE")
        yield " · ".join((_when(desk, copy.at), shifts, copy.hash[:_HASH_LETTERS], whole))
