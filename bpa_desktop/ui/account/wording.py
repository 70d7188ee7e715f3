"""The hour account in words."""

from __future__ import annotations

from decimal import Decimal

from bpa_desktop.domain.account import Account
from bpa_desktop.domain.award import CarryOver
from bpa_desktop.i18n import Language
from bpa_desktop.ui.account.view_model import AccountModel, WeekModel

_NOTHING = Decimal(0)


def advice(language: Language, model: AccountModel) -> tuple[str, ...]:
    """Return what has to be thought of: hours that run out or lapse, and an award that ends."""
    account, said = model.account, []
    if account.runs_out is not None:
        said.append(
            language.text("As it goes on, the hours are used up on {day}.", day=language.date(account.runs_out, "day"))
        )
    if account.will_lapse > 0 and account.act_by is not None and account.act_by < model.today:
        said.append(
            language.text(
                "As it goes on, {hours} will lapse: more than twice the award's hours a week would use up.",
                hours=language.hours(account.will_lapse),
            )
        )
    elif account.will_lapse > 0 and account.act_by is not None:
        said.append(
            language.text(
                "As it goes on, {hours} will lapse. To use them up, begin on {day} at the latest.",
                hours=language.hours(account.will_lapse),
                day=language.date(account.act_by, "day"),
            )
        )
    if model.ends_soon and model.award.days.last is not None:
        said.append(
            language.text(
                "The award ends on {day}: ask the municipality for a new one in good time.",
                day=language.date(model.award.days.last, "full"),
            )
        )
    return tuple(said)


def period_text(language: Language, account: Account) -> str:
    """Return the period of an account."""
    first, last = account.period.first, account.period.last
    return language.text(
        "{first} to {last}",
        first="" if first is None else language.date(first, "date"),
        last="" if last is None else language.date(last, "date"),
    )


def facts(language: Language, model: AccountModel) -> tuple[tuple[str, str], ...]:
    """Return the sums of an account, with their names."""
    account, text = model.account, language.text
    told = [
        (text("Granted"), f"{language.hours(account.granted)} ({_by_type(language, model)})"),
        (text("Carried over"), language.hours(account.carried) if account.carried else ""),
        (text("Used"), language.hours(account.used)),
        (text("Planned"), language.hours(account.planned)),
        (text("Left"), language.hours(account.left)),
        (text("A week for the rest"), language.hours(account.per_week_left)),
        (text("Left at the end, as it goes on"), language.hours(account.forecast_at_end)),
        (text("Unused hours"), _carry(language, model)),
    ]
    return tuple((label, value) for label, value in told if value)


def _by_type(language: Language, model: AccountModel) -> str:
    granted, text = model.award.weekly_hours, language.text
    parts = (
        (granted.personal, text("personal {hours}", hours=language.number(granted.personal))),
        (granted.practical, text("practical {hours}", hours=language.number(granted.practical))),
        (granted.other, text("other {hours}", hours=language.number(granted.other))),
    )
    return text("a week: {parts}", parts=language.listed(tuple(said for hours, said in parts if hours)))


def _carry(language: Language, model: AccountModel) -> str:
    carry = model.award.carry_over
    if carry is CarryOver.NONE:
        return language.text("lapse at the end of the period")
    if carry is CarryOver.FULL:
        return language.text("are carried over")
    return language.text("up to {hours} are carried over", hours=language.hours(Decimal(carry)))


def week_columns(language: Language) -> tuple[str, ...]:
    """Return the headings of the table."""
    text = language.text
    return text("Week"), text("Used"), text("Planned"), text("Granted"), text("Left after")


def week_cells(language: Language, week: WeekModel) -> tuple[str, ...]:
    """Return a line of the table."""
    number = language.text("Week {number}", number=week.week.number)
    amounts = (week.used, week.planned, week.granted, week.left)
    return number, *(language.number(amount, 1) for amount in amounts)


def week_spoken(language: Language, week: WeekModel) -> str:
    """Return a line of the table as it is said."""
    return language.text(
        "Week {number}: used {used}, planned {planned}, granted {granted}, left after it {left}",
        number=week.week.number,
        used=language.hours(week.used),
        planned=language.hours(week.planned),
        granted=language.hours(week.granted),
        left=language.hours(week.left),
    )


def chart_text(language: Language, model: AccountModel) -> str:
    """Return what the chart shows, for those who do not see it."""
    most = max(model.weeks, key=lambda week: week.used + week.planned, default=None)
    if most is None or most.used + most.planned == _NOTHING:
        return language.text("Nothing is used or planned in this period.")
    above = sum(week.used + week.planned > week.granted for week in model.weeks)
    busiest = language.text(
        "Most in week {number}: {hours}.",
        number=most.week.number,
        hours=language.hours(most.used + most.planned),
    )
    weeks = language.plural(
        "{n} week is above what is granted for it.", "{n} weeks are above what is granted for them.", n=above
    )
    return f"{busiest} {weeks}"
