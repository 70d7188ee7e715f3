"""What the kinds of record and their parts are called in the change log."""

from __future__ import annotations

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.award import Award
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.day_note import DayNote
from bpa_desktop.domain.fallback import FallbackContact
from bpa_desktop.domain.household import Household
from bpa_desktop.domain.invoice import Invoice
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.need import Need
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.publication import Publication
from bpa_desktop.domain.roster import Record
from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.shift import Shift
from bpa_desktop.domain.shift_lock import ShiftLock
from bpa_desktop.domain.substitute import SubstituteRequest
from bpa_desktop.domain.team import Assistant, Availability
from bpa_desktop.i18n import mark

KIND_WORDS: dict[type[Record], str] = {
    Shift: mark("Shift"),
    Absence: mark("Absence"),
    Assistant: mark("Assistant"),
    Availability: mark("Availability"),
    SubstituteRequest: mark("Search for a substitute"),
    Need: mark("Coverage need"),
    Rotation: mark("Rotation"),
    Publication: mark("Published plan"),
    ShiftLock: mark("Lock of a shift"),
    DayNote: mark("Note on a day"),
    KeptFinding: mark("Problem kept as it is"),
    Arrangement: mark("Arrangement"),
    Award: mark("Award"),
    Household: mark("Household"),
    Invoice: mark("Invoice"),
    OwnPriceList: mark("Own price list"),
    OwnPayAgreement: mark("Own pay agreement"),
    ExpectedBaseAmount: mark("Expected G"),
    FallbackContact: mark("Whom to call if nobody can"),
}
FIELD_WORDS: dict[str, str] = {
    "span": mark("time"),
    "assistant": mark("assistant"),
    "kind": mark("kind"),
    "state": mark("state"),
    "place": mark("place"),
    "skills": mark("skills"),
    "tasks": mark("tasks"),
    "note": mark("note"),
    "notes": mark("notes"),
    "backup": mark("backup"),
    "actual": mark("time as worked"),
    "break_minutes": mark("break in minutes"),
    "active_minutes": mark("active minutes"),
    "published_at": mark("published"),
    "name": mark("name"),
    "phone": mark("telephone"),
    "email": mark("e-mail"),
    "address": mark("address"),
    "birth_date": mark("date of birth"),
    "languages": mark("languages"),
    "travel_minutes": mark("travel in minutes"),
    "grade": mark("how much"),
    "reported_at": mark("reported"),
    "reported_how": mark("reported how"),
    "open_ended": mark("until further notice"),
    "chosen": mark("substitute"),
    "deadline": mark("answer by"),
    "outcome": mark("outcome"),
    "weekday": mark("weekday"),
    "start": mark("from"),
    "end": mark("to"),
    "people": mark("how many people"),
    "days": mark("days"),
    "first": mark("first day"),
    "last": mark("last day"),
    "text": mark("text"),
    "reason": mark("grounds"),
    "reference": mark("reference"),
    "amount": mark("amount"),
    "month": mark("month"),
    "weeks": mark("weeks"),
    "from_day": mark("from day"),
    "author": mark("by whom"),
    "at": mark("when"),
}
"""The parts whose values are told; of the others it is told that they changed."""
