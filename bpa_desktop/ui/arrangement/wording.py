"""What the arrangement's editor says: labels, choices, errors, and what each kind of agreement can do. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bpa_desktop.data.pay_book import shipped_pay_book
from bpa_desktop.domain.arrangement import AgreementLevel, Arrangement, Regime, SelfCertification
from bpa_desktop.i18n import Language, mark
from bpa_desktop.rules.limits import Limits
from bpa_desktop.texts.words import word
from bpa_desktop.ui.arrangement.entry import NO, NORMS, YES, Problem
from bpa_desktop.ui.widgets.entry import amount_entry

if TYPE_CHECKING:
    from bpa_desktop.ui.widgets.form import Choices, Kind

LABELS = {
    "name": mark("What the arrangement is called"),
    "municipality_no": mark("Municipality number, four figures"),
    "regime": mark("Who employs the assistants"),
    "weekly_norm": mark("Full time, in hours a week"),
    "level": mark("Written agreement on working time"),
    "averaging_weeks": mark("Hours are averaged over so many weeks; empty if they are not"),
    "sunday_averaging": mark("Sundays and holidays off are averaged"),
    "reduced_rest": mark("A shorter rest is agreed"),
    "reference": mark("What the agreement is called"),
    "collective": mark("Collective agreement with limits of its own"),
    "from": mark("The agreement holds from; empty if always"),
    "to": mark("The agreement holds to; empty if no end is set"),
    "advice": mark("Also advise on fairness and health, which no law demands"),
    "self_certification": mark("How assistants report themselves sick"),
}
KINDS: dict[str, Kind] = dict.fromkeys(
    (
        "regime",
        "weekly_norm",
        "level",
        "sunday_averaging",
        "reduced_rest",
        "collective",
        "advice",
        "self_certification",
    ),
    "choice",
)
PROBLEMS = {
    Problem.NO_NAME: mark("Write a name."),
    Problem.NO_MUNICIPALITY: mark("Write the four figures, for example 3203 for Asker."),
    Problem.NO_WEEKS: mark("Write a number of weeks from 1 to 52."),
    Problem.NO_DAY: mark("Write a day like 31.12.2027."),
    Problem.ENDS_BEFORE: mark("The last day is before the first."),
}
_TEACHING = {
    AgreementLevel.NONE: mark("Without one the law's own limits hold."),
    AgreementLevel.INDIVIDUAL: mark(
        "It lets hours, Sundays and holidays be averaged. It never makes a rest shorter: only the union's "
        "representatives can agree to that."
    ),
    AgreementLevel.UNION: mark(
        "It needs an employer who is bound by a collective agreement. It allows longer days and weeks, and a shorter "
        "rest where that is agreed."
    ),
}


def choices_of(language: Language, limits: Limits, *, arrangement: Arrangement, today: date) -> dict[str, Choices]:
    """Return what can be chosen in each field; what the arrangement has is always among it."""
    text = language.text
    yes_or_no: Choices = [(NO, text("no")), (YES, text("yes"))]
    norms = dict.fromkeys((*NORMS, amount_entry(arrangement.weekly_norm)))
    return {
        "regime": [(regime.value, word(language, regime)) for regime in Regime],
        "weekly_norm": [(norm, language.number(Decimal(norm))) for norm in norms],
        "level": [(level.value, word(language, level)) for level in AgreementLevel],
        "collective": [("", text("none")), *_collective(limits, arrangement)],
        "self_certification": _self_certification(language, limits, arrangement=arrangement, today=today),
        **dict.fromkeys(("sunday_averaging", "reduced_rest", "advice"), yes_or_no),
    }


def _self_certification(language: Language, limits: Limits, *, arrangement: Arrangement, today: date) -> Choices:
    """Return the schemes of self-certification, with the figures of the day."""

    def figure(key: str) -> str:
        return language.number(limits.on(f"self_certification_{key}", today, arrangement=arrangement).value)

    law = language.text(
        "by the law: {days} days at a time, {times} times a year", days=figure("days/law"), times=figure("times/law")
    )
    longer = language.text(
        "by the employer's longer scheme: {days} days at a time, {total} a year",
        days=figure("days/extended"),
        total=figure("total/extended"),
    )
    return [(SelfCertification.LAW.value, law), (SelfCertification.EXTENDED.value, longer)]


def _collective(limits: Limits, arrangement: Arrangement) -> Choices:
    """Return the collective agreements that have limits, by the titles they have where pay is known by them."""
    titles = {agreement.id: agreement.title for agreement in shipped_pay_book().agreements}
    known = {limit.collective for limit in limits.limits} | {arrangement.agreement.collective}
    return [(name, titles.get(name, name)) for name in sorted(known - {""})]


def teaching_text(language: Language, values: Mapping[str, str]) -> str:
    """Return what the chosen kind of agreement can do."""
    return language.text(_TEACHING[AgreementLevel(values["level"])])
