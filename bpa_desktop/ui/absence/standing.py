"""Where the ranking comes from, and the words for it as things stand."""

from __future__ import annotations

from bpa_desktop.data.pay_book import pay_book_with
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.ranking.result import Ranking
from bpa_desktop.ranking.standing import Terms
from bpa_desktop.ranking.substitutes import rank
from bpa_desktop.texts import reason_text
from bpa_desktop.ui.absence.view_model import ReasonWords
from bpa_desktop.ui.absence.wording import Wording
from bpa_desktop.ui.desk import Desk


def ranked(desk: Desk, shift_id: str) -> Ranking:
    """Rank the team for a shift as it stands now."""
    return rank(desk.roster, shift_id, terms=terms_of(desk), at=desk.history.clock.now())


def terms_of(desk: Desk) -> Terms:
    """Return by what the team is ranked: the arrangement's pay, and what the settings say counts."""
    book = pay_book_with(desk.history.records.all(OwnPayAgreement))
    return Terms(desk.limits, book.rules_if_known(desk.roster.arrangement.pay_agreement), desk.weights)


def reason_words(desk: Desk) -> ReasonWords:
    """Return what says a reason in the desk's language."""
    language, roster = desk.language, desk.roster
    return lambda reason: reason_text(language, roster, reason=reason)


def wording_of(desk: Desk) -> Wording:
    """Return what words the screen now."""
    now = desk.history.clock.now()
    return Wording(desk.language, desk.zone, now, reason_words(desk), silence_is_no=desk.silence_is_no)
