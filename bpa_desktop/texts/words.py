"""The field's words: what each kind, state, grade, answer and holiday is called."""

from __future__ import annotations

from enum import StrEnum

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.arrangement import AgreementLevel, Regime, SelfCertification
from bpa_desktop.domain.award import AccountPeriod, CarryOver, Overdraw
from bpa_desktop.domain.day_note import DayNoteKind
from bpa_desktop.domain.fallback import FallbackKind
from bpa_desktop.domain.holidays import Holiday
from bpa_desktop.domain.household import Role
from bpa_desktop.domain.incident import IncidentKind
from bpa_desktop.domain.shift import ShiftKind, ShiftState
from bpa_desktop.domain.substitute import Answer, Channel, Outcome, RequestState
from bpa_desktop.domain.team import EmploymentKind, Grade
from bpa_desktop.i18n import Language, mark

# Members of different enums may be equal as strings ("part" is a grade and an answer), so this is no dictionary.
_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (ShiftKind.ACTIVE, mark("active work")),
    (ShiftKind.RESTING_NIGHT, mark("resting night")),
    (ShiftKind.STANDBY_ON_SITE, mark("standby on site")),
    (ShiftKind.STANDBY_HOME, mark("standby at home")),
    (ShiftKind.TRAINING, mark("training")),
    (ShiftKind.MEETING, mark("meeting")),
    (ShiftState.DRAFT, mark("draft")),
    (ShiftState.OFFERED, mark("offered")),
    (ShiftState.PUBLISHED, mark("published")),
    (Grade.WANTS, mark("wants to work")),
    (Grade.CAN, mark("can work")),
    (Grade.PART, mark("can work part of it")),
    (Grade.ASK_FIRST, mark("ask first")),
    (Grade.CANNOT, mark("cannot work")),
    (AbsenceKind.SELF_CERTIFIED, mark("self-certified")),
    (AbsenceKind.SICK_NOTE, mark("sick note")),
    (AbsenceKind.CHILD_SICK, mark("sick child")),
    (AbsenceKind.HOLIDAY, mark("holiday")),
    (AbsenceKind.LEAVE, mark("leave")),
    (AbsenceKind.OTHER, mark("other absence")),
    (EmploymentKind.PERMANENT, mark("permanent")),
    (EmploymentKind.TEMPORARY, mark("temporary")),
    (EmploymentKind.ON_CALL, mark("on call")),
    (DayNoteKind.NOTE, mark("note")),
    (DayNoteKind.EVENT, mark("own event")),
    (RequestState.OPEN, mark("nobody asked yet")),
    (RequestState.ASKING, mark("waiting for answers")),
    (RequestState.FILLED, mark("covered")),
    (RequestState.UNFILLED, mark("nobody found")),
    (RequestState.WITHDRAWN, mark("withdrawn")),
    (Channel.PHONE, mark("by phone")),
    (Channel.SMS, mark("by text message")),
    (Channel.EMAIL, mark("by e-mail")),
    (Channel.IN_PERSON, mark("in person")),
    (Answer.NONE, mark("no answer yet")),
    (Answer.YES, mark("yes")),
    (Answer.NO, mark("no")),
    (Answer.MAYBE, mark("maybe")),
    (Answer.PART, mark("part of it")),
    (Outcome.NONE, mark("nothing decided yet")),
    (Outcome.WITHOUT, mark("managing without")),
    (Outcome.RELATIVE, mark("a relative comes")),
    (Outcome.PROVIDER, mark("the provider sends somebody")),
    (FallbackKind.RELATIVE, mark("relative")),
    (FallbackKind.POOL, mark("the provider's pool")),
    (FallbackKind.DUTY, mark("telephone on duty")),
    (Regime.AML, mark("a firm, a cooperative or the municipality")),
    (Regime.HOUSEHOLD, mark("you yourself, at home")),
    (AgreementLevel.NONE, mark("none")),
    (AgreementLevel.INDIVIDUAL, mark("with each assistant")),
    (AgreementLevel.UNION, mark("with the union's representatives")),
    (SelfCertification.LAW, mark("by the law")),
    (SelfCertification.EXTENDED, mark("by the employer's longer scheme")),
    (AccountPeriod.CALENDAR_YEAR, mark("the calendar year")),
    (AccountPeriod.QUARTER, mark("each quarter")),
    (AccountPeriod.AWARD, mark("the time of the award")),
    (CarryOver.NONE, mark("lapse when the time is over")),
    (CarryOver.FULL, mark("are carried over, all of them")),
    (Overdraw.WARN, mark("gives a warning")),
    (Overdraw.BLOCK, mark("is refused")),
    (Role.SELF, mark("you")),
    (Role.SPOUSE, mark("a spouse")),
    (Role.COHABITANT, mark("a cohabitant")),
    (IncidentKind.NOT_SOUGHT, mark("nobody is looked for")),
    (IncidentKind.NOBODY_FOUND, mark("nobody found")),
    (IncidentKind.OVER, mark("over, and nobody came")),
    (Holiday.NEW_YEAR, mark("New Year's Day")),
    (Holiday.MAUNDY_THURSDAY, mark("Maundy Thursday")),
    (Holiday.GOOD_FRIDAY, mark("Good Friday")),
    (Holiday.EASTER_SUNDAY, mark("Easter Sunday")),
    (Holiday.EASTER_MONDAY, mark("Easter Monday")),
    (Holiday.LABOUR_DAY, mark("Labour Day")),
    (Holiday.CONSTITUTION_DAY, mark("Constitution Day")),
    (Holiday.ASCENSION_DAY, mark("Ascension Day")),
    (Holiday.WHIT_SUNDAY, mark("Whit Sunday")),
    (Holiday.WHIT_MONDAY, mark("Whit Monday")),
    (Holiday.CHRISTMAS_DAY, mark("Christmas Day")),
    (Holiday.BOXING_DAY, mark("Boxing Day")),
)
_BY_MEMBER = {(type(term), term.value): text for term, text in _WORDS}


def word(language: Language, term: StrEnum) -> str:
    """Return what a term of the field is called. Raises KeyError for an enum that has no words."""
    return language.text(_BY_MEMBER[type(term), term.value])
