"""The three clocks of a shift: how long somebody is present, what the award is drawn by, what is paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bpa_desktop.domain.draw import by_end, drawn_share, pieces, presence
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.span import to_hundredths
from bpa_desktop.pay.agreement import PayRules
from bpa_desktop.pay.resting import paid_share


@dataclass(frozen=True)
class Clocks:
    """Hours: `present` as lived, `drawn` from the awards, `paid` as full hours before any supplement.

    `factor` is how much of each hour is drawn, None where no award is in force; `paid` is None where the agreement's
    figure is not known.
    """

    present: Decimal
    factor: Decimal | None
    drawn: Decimal
    paid: Decimal | None


def clocks_of(roster: Roster, shift: Shift, *, rules: PayRules) -> Clocks:
    """Return the clocks of a shift, by the times it really had where they are known."""
    span, zone = presence(shift), roster.arrangement.zone
    ranked, day = by_end(roster.awards), span.first_day(zone)
    award = next((award for award in ranked if any(one in award.days for one in span.days(zone))), None)
    share = paid_share(shift, span, rules=rules, day=day)
    drawn = sum((hours for _, _, hours in pieces(shift, ranked=ranked, zone=zone)), Decimal(0))
    paid = None if share is None else span.hours * share.numerator / share.denominator
    return Clocks(
        to_hundredths(span.hours),
        None if award is None else drawn_share(award, shift),
        to_hundredths(drawn),
        None if paid is None else to_hundredths(paid),
    )
