"""What looks wrong in a price list, as a sentence with the value and what would explain it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bpa_desktop.i18n import Language, mark
from bpa_desktop.tariff.doubt import Doubt, DoubtCode
from bpa_desktop.tariff.provenance import Fact

_SENTENCES = {
    DoubtCode.UNDATED: mark("the list carries no date; ask the municipality from when it holds"),
    DoubtCode.NO_DATE: mark("it is not said from when the list holds"),
    DoubtCode.VALID_BACKWARDS: mark("the list ends ({value}) before it begins ({valid_from})"),
    DoubtCode.NO_SOURCE: mark("no source is given"),
    DoubtCode.SEEN_WITHOUT_RETRIEVED: mark("the source was read, and it is not said when"),
    DoubtCode.NOT_IN_FORCE: mark("the list is not in force: {value}"),
    DoubtCode.NO_SERVICE: mark("the list has no service"),
    DoubtCode.DUPLICATE_SERVICE: mark("{value} has the same prices as {same_as}: is it one table printed twice?"),
    DoubtCode.CAP_GROUP_OF_NOTHING: mark("a shared ceiling names {value}, which is no service of the list"),
    DoubtCode.STALE_G: mark("{value} is an earlier G, from {explained_from}; when the list began it was {expected}"),
    DoubtCode.UNKNOWN_G: mark("{value} was never G"),
    DoubtCode.G_OF_ANOTHER_YEAR: mark(
        "the list says G of {stated_from}, but {value} is G of {explained_from}; it should be {expected}"
    ),
    DoubtCode.G_FIXED_OVER_MAY: mark(
        "the list names G of {stated_from} ({value}) for a time in which G changes, on {changed_on}, to {expected}"
    ),
    DoubtCode.NO_BAND: mark("the service has no prices"),
    DoubtCode.NOT_FROM_ZERO: mark("the lowest band begins at {value} G and not at 0"),
    DoubtCode.EMPTY_BAND: mark("the band ends at {value} G, where it begins ({from_g} G)"),
    DoubtCode.BAND_GAP: mark("nothing is said between {expected} G and {value} G"),
    DoubtCode.BAND_OVERLAP: mark(
        "the bands overlap: this one begins at {value} G, the one before ends at {expected} G"
    ),
    DoubtCode.NO_OPEN_BAND: mark("nothing is said above {value} G"),
    DoubtCode.OPEN_BAND_NOT_LAST: mark("a band without upper limit stands before another"),
    DoubtCode.LIMIT_OF_STALE_G: mark(
        "{value} kr is worked out with another G ({explained_g}); it should be {expected}"
    ),
    DoubtCode.LIMIT_OF_OTHER_MULTIPLE: mark(
        "{value} kr is {explained_multiple} times G ({explained_g}); it should be {expected}"
    ),
    DoubtCode.LIMIT_MISPRINTED: mark("{value} kr looks misprinted; it should be {expected}"),
    DoubtCode.LIMIT_UNEXPLAINED: mark("{value} kr fits no G; {expected} was expected"),
    DoubtCode.PRINTED_GAP: mark("the limits in kroner leave a gap: {before} to {value}"),
    DoubtCode.PRINTED_OVERLAP: mark("the limits in kroner overlap: {value} after {before}"),
    DoubtCode.NO_MAX_PERIOD: mark("a ceiling in units does not say for how long"),
    DoubtCode.CEILINGS_DISAGREE: mark(
        "the ceiling of {value} kr is not {max_units} times {rate} kr, which is {expected} kr"
    ),
    DoubtCode.SWITCH_GAP: mark("nothing is said between {switch_at} and {value} units"),
    DoubtCode.NO_TIER: mark("the service has no steps"),
    DoubtCode.TIER_BACKWARDS: mark("a step ends ({value}) before it begins ({min})"),
    DoubtCode.TIER_OVERLAP: mark("the steps overlap at {value}; the one before goes to {before}"),
    DoubtCode.TIER_GAP: mark("nothing is said between {before} and {value} units"),
    DoubtCode.FALLS_WHEN_UNITS_RISE: mark(
        "more units cost less: {value} kr after {before} kr; does the column stand under the wrong heading?"
    ),
    DoubtCode.FALLS_WHEN_INCOME_RISES: mark(
        "for {units} units a higher income pays less: {above} kr after {below} kr; is a figure wrong?"
    ),
    DoubtCode.ABOVE_NATIONAL_MAXIMUM: mark("above the state's maximum of {maximum} kr for {year}"),
    DoubtCode.NATIONAL_MAXIMUM_OUTDATED: mark("{value} kr is the state's maximum of {explained_by}, not of {year}"),
    DoubtCode.NATIONAL_MAXIMUM_DISPUTED: mark(
        "{value} kr differs from {maximum} kr, which is not certain to be the state's maximum for {year}"
    ),
    DoubtCode.EXAMPLE_OF_OTHER_LIMIT: mark(
        "the example speaks of an income below {value} kr ({ratio} G); the table's limit is {to_g} G, {expected} kr"
    ),
    DoubtCode.EXAMPLE_DISAGREES: mark(
        "the example says {value} kr for {units} units at {income} kr; the table gives {expected} kr"
    ),
    DoubtCode.EXAMPLE_UNANSWERED: mark("the example is of {value}, for which the table has no price there"),
    DoubtCode.LISTS_OVERLAP: mark("{value} holds at the same time as {other}"),
    DoubtCode.SERVICE_GONE: mark("{label} was in {replaced} and is not here: free now, or forgotten?"),
}


def doubt_text(language: Language, doubt: Doubt) -> str:
    """Return where a price list looks wrong, and what would explain it."""
    return f"{doubt.place}: {doubt_sentence(language, doubt)}"


def doubt_sentence(language: Language, doubt: Doubt) -> str:
    """Return what looks wrong and what would explain it, for where the place is seen."""
    facts = {name: _said(language, value) for name, value in doubt.facts.items()}
    return language.text(_SENTENCES[doubt.code]).format(value=doubt.value, **facts)


def _said(language: Language, value: Fact) -> str:
    if isinstance(value, date):
        return language.date(value, "date")
    if isinstance(value, Decimal):
        return language.number(value)
    return "" if value is None else str(value)
