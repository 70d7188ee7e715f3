"""What is new in the roster to one person, in lines and as a message."""

from __future__ import annotations

from collections.abc import Iterable

from bpa_desktop.domain.news import News
from bpa_desktop.domain.publication import ToldShift
from bpa_desktop.domain.shift import ShiftKind
from bpa_desktop.texts.shift import clock_range
from bpa_desktop.texts.shift_words import ShiftWords
from bpa_desktop.texts.words import word


def news_line(words: ShiftWords, news: News) -> str:
    """Return one shift that is new, changed or no longer theirs."""
    text = words.language.text
    if news.before is None and news.after is not None:
        return text("New: {when}", when=_when(words, news.after))
    if news.after is None and news.before is not None:
        return text("No longer: {when}", when=_when(words, news.before))
    assert news.before is not None and news.after is not None  # one of both is there
    then, now = _when(words, news.before), _when(words, news.after)
    if then == now:
        return text("Changed tasks: {when}", when=now)
    return text("Changed: {when}, was {before}", when=now, before=then)


def news_message(words: ShiftWords, assistant: str, *, news: Iterable[News], must_agree: bool) -> str:
    """Return a greeting, a line a shift, and what is asked for: a yes, or word that it was read."""
    text = words.language.text
    heading = text("Hi {name}! News in the roster:", name=words.roster.short_names.get(assistant, ""))
    asked = text("Does that suit you? Please answer.") if must_agree else text("Please tell me that you have seen it.")
    return "\n".join((heading, *(news_line(words, one) for one in news), asked))


def _when(words: ShiftWords, told: ToldShift) -> str:
    zone = words.roster.arrangement.zone
    day = words.language.date(told.span.first_day(zone), "short")
    parts = [f"{day} {clock_range(words.language, told.span, zone=zone)}"]
    if told.kind is not ShiftKind.ACTIVE:
        parts.append(word(words.language, told.kind))
    if words.contents.places and told.place:
        parts.append(told.place)
    return ", ".join(parts)
