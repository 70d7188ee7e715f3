"""What would come of putting a shift down somewhere, told before it is done. No Qt but the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bpa_desktop.domain.account import accounts
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Week
from bpa_desktop.i18n import Language
from bpa_desktop.services.overdraw import overdrawn_by
from bpa_desktop.services.shift import roster_placed
from bpa_desktop.texts import account_line, spoken_range
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.roster.findings import Findings, in_few_words
from bpa_desktop.ui.roster.gesture import Drop
from bpa_desktop.ui.roster.moves import put_down, stays
from bpa_desktop.ui.roster.view_model import SEEN_BY_SHAPE, RowModel, hours_within
from bpa_desktop.ui.roster.week_wording import row_hours, row_name, spoken_day

if TYPE_CHECKING:
    from bpa_desktop.rules.rule import Finding


@dataclass(frozen=True)
class Verdict:
    """What would come of it: `after` is the roster then, None where it is `refused`; `breaks` begins with the worst.

    `hours` are those of who would have it, in that week.
    """

    drop: Drop
    refused: str = ""
    breaks: tuple[Finding, ...] = ()
    after: Roster | None = None
    hours: Decimal = Decimal(0)

    @property
    def sign(self) -> str:
        """✗ where it cannot or must not be, △ for a warning, ✓ where nothing new is broken."""
        return "✗" if self.refused else sign_of(self.breaks)


def verdict(desk: Desk, findings: Findings, *, drop: Drop) -> Verdict:
    """Return what would come of putting a shift down: as the verbs would refuse it, and as the rules would find it."""
    roster, text = desk.roster, desk.language.text
    place = put_down(desk, drop)
    if roster.absence_of(drop.row, place.span) is not None:
        return Verdict(drop, refused=text("absent"))
    if stays(desk, place):
        return Verdict(drop, refused=text("locked"))
    after = roster_placed(desk.history, place)
    if overdrawn_by(roster, after, on=desk.today) is not None:
        return Verdict(drop, refused=text("more than the award grants"))
    held = (one.span for one in after.shifts_by_holder.get(drop.row, ()))
    return Verdict(
        drop,
        breaks=newly_broken(findings, after, now=roster),
        after=after,
        hours=hours_within(held, Week.of(drop.day).span(desk.zone)),
    )


def newly_broken(findings: Findings, after: Roster, *, now: Roster) -> tuple[Finding, ...]:
    """Return what a changed roster would break that is not broken as badly now, the worst first.

    That a shift is open is seen by its shape.
    """
    new = [finding for finding in findings.new_in(after, now=now) if finding.rule not in SEEN_BY_SHAPE]
    return tuple(sorted(new, key=lambda one: one.weight != "must"))


def sign_of(breaks: tuple[Finding, ...]) -> str:
    """Return ✗ where a rule would be broken, △ for a warning, ✓ where nothing new is broken."""
    if any(finding.weight == "must" for finding in breaks):
        return "✗"
    return "△" if breaks else "✓"


def short_words(language: Language, told: Verdict, *, row: RowModel) -> str:
    """Return the verdict as it stands in the row's heading: its sign with the reason, else the hours it would make."""
    if told.refused:
        return f"{told.sign} {told.refused}"
    if told.breaks:
        return f"{told.sign} {in_few_words(language, told.breaks[0])}"
    return f"{told.sign} {row_hours(language, replace(row, hours=told.hours, findings=()))}"


def spoken_words(language: Language, told: Verdict) -> str:
    """Return the verdict in words."""
    text = language.text
    if told.refused:
        return text("not possible: {reason}", reason=told.refused)
    return broken_words(language, told.breaks) if told.breaks else text("fits")


def broken_words(language: Language, breaks: tuple[Finding, ...]) -> str:
    """Return what would be broken in words: the worst, and how much more."""
    text = language.text
    reason = in_few_words(language, breaks[0])
    if len(breaks) > 1:
        reason = text("{problem}, and {n} more", problem=reason, n=len(breaks) - 1)
    if sign_of(breaks) == "✗":
        return text("breaks a rule: {reason}", reason=reason)
    return text("warning: {problem}", problem=reason)


def landing_sentence(desk: Desk, told: Verdict, *, row: RowModel) -> str:
    """Return where a shift is held, what would come of it, and the hour account where that would be another."""
    language = desk.language
    span = put_down(desk, told.drop).span
    place = f"{row_name(language, row)}, {spoken_day(language, span.first_day(desk.zone))}"
    if told.drop.minutes:
        place = f"{place}, {spoken_range(language, span, zone=desk.zone)}"
    parts = [f"{told.sign} {place}: {spoken_words(language, told)}"]
    if told.after is not None and _may_draw_otherwise(desk.roster, told.drop):
        now, then = (_account(desk, roster, day=told.drop.day) for roster in (desk.roster, told.after))
        parts += [then] if then != now else []
    return ". ".join(parts)


def _account(desk: Desk, roster: Roster, *, day: date) -> str:
    return account_line(desk.language, roster, found=accounts(roster, desk.today, shown=day), shown=day)


def _may_draw_otherwise(roster: Roster, drop: Drop) -> bool:
    """Tell whether another award or another period could be drawn from: counting a whole year takes its time."""
    home = roster.shifts_by_id[drop.shift].span.first_day(roster.arrangement.zone)
    periods = [
        (day.year, (day.month - 1) // 3, tuple(award.id for award in roster.awards if day in award.days))
        for day in (home, drop.day)
    ]
    return periods[0] != periods[1]
