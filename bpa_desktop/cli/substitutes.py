"""substitutes: who can take a shift, in order, with reasons; and who can't, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.checking import File, Json
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.sources import records_of
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.ranking.result import Candidate, Ranking, Reason
    from bpa_desktop.ranking.standing import Terms
    from bpa_desktop.services.records import Records


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("substitutes", help=mark("Who can take a shift, in order, and who can't."))(substitutes)


def substitutes(
    ctx: typer.Context,
    shift: Annotated[str, typer.Option(metavar="ID", help=mark("The shift."))],
    file: File = None,
    at: Annotated[str | None, typer.Option(metavar="T", help=mark("When it is asked; now, if left out."))] = None,
    as_json: Json = False,
) -> int:
    """Rank everybody for a shift; the exit status is 1 when nobody can take it."""
    from bpa_desktop.ranking.substitutes import rank

    session: Session = ctx.obj
    moment = session.clock.now() if at is None else values.instant(session.language, "--at", at)
    records = records_of(session, file)
    roster = records.roster
    if shift not in roster.shifts_by_id:
        raise RefusedError(session.language.text("There is no shift {id}.", id=shift))
    ranking = rank(roster, shift, terms=_terms(session, records, file=file), at=moment)
    if as_json:
        session.give(_data(session.language, roster, ranking))
    else:
        _say(session, roster, ranking)
    return Status.DONE if ranking.candidates else Status.ATTENTION


def _terms(session: Session, records: Records, *, file: str | None) -> Terms:
    """Return by what is ranked: of the store as the window ranks it, of a file as the program does unless told."""
    from bpa_desktop.data.limits import shipped_limits
    from bpa_desktop.data.pay_book import pay_book_with
    from bpa_desktop.domain.pay_agreement import OwnPayAgreement
    from bpa_desktop.ranking.standing import Terms
    from bpa_desktop.ranking.weights import USUAL
    from bpa_desktop.services.settings import settings_from
    from bpa_desktop.store.folder import data_folder
    from bpa_desktop.store.settings_file import read_settings

    pay = pay_book_with(records.all(OwnPayAgreement)).rules_if_known(records.roster.arrangement.pay_agreement)
    folder = data_folder(session.options.data_dir)
    weights = USUAL if file is not None else settings_from(read_settings(folder)).weights
    return Terms(shipped_limits(), pay, weights)


def _data(language: Language, roster: Roster, ranking: Ranking) -> dict[str, object]:
    return {
        "shift": ranking.shift,
        "candidates": [
            {
                "assistant": candidate.assistant,
                "rank": candidate.rank,
                "grade": candidate.grade.value,
                "extra_hours": str(candidate.extra_hours),
                "cost_delta": None if candidate.cost_delta is None else str(candidate.cost_delta),
                "cost_parts": _cost(candidate),
                "reasons": _reasons(language, roster, candidate.reasons),
            }
            for candidate in ranking.candidates
        ],
        "excluded": [
            {"assistant": one.assistant, "reasons": _reasons(language, roster, one.reasons)} for one in ranking.excluded
        ],
    }


def _cost(candidate: Candidate) -> list[dict[str, str]]:
    parts = candidate.cost.parts if candidate.cost is not None else ()
    return [
        {"kind": part.kind.value, "hours": str(part.paid_hours), "rate": str(part.rate), "amount": str(part.amount)}
        for part in parts
    ]


def _reasons(language: Language, roster: Roster, reasons: tuple[Reason, ...]) -> list[dict[str, str]]:
    from bpa_desktop.texts.reason import reason_text

    return [{"code": str(reason.code), "text": reason_text(language, roster, reason=reason)} for reason in reasons]


def _say(session: Session, roster: Roster, ranking: Ranking) -> None:
    from bpa_desktop.texts.shift import name_of, shift_text

    language = session.language
    session.say(shift_text(language, roster, shift=roster.shifts_by_id[ranking.shift]))
    for candidate in ranking.candidates:
        name = name_of(language, roster, assistant=candidate.assistant)
        session.say(f"{candidate.rank}. {name}: {_sentence(language, roster, candidate.reasons)}")
    if not ranking.candidates:
        session.say(language.text("Nobody can take it."))
    for one in ranking.excluded:
        name = name_of(language, roster, assistant=one.assistant)
        why = _sentence(language, roster, one.reasons)
        session.say(language.text("{name} can't: {why}", name=name, why=why))


def _sentence(language: Language, roster: Roster, reasons: tuple[Reason, ...]) -> str:
    return "; ".join(reason["text"] for reason in _reasons(language, roster, reasons))
