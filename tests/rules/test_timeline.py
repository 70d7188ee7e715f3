"""Timeline finds what shares time with a span, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.span import Span
from bpa_desktop.rules.timeline import Timeline

ZERO = datetime(2026, 1, 1, tzinfo=UTC)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(
    lambda pair: Span(ZERO + timedelta(hours=pair[0]), ZERO + timedelta(hours=sum(pair)))
)


@given(st.lists(SPANS, max_size=20), SPANS)
def test_it_finds_what_looking_at_all_finds(spans: list[Span], asked: Span) -> None:
    found = sorted(Timeline((span, at) for at, span in enumerate(spans)).at(asked))
    assert found == [at for at, span in enumerate(spans) if span.overlaps(asked)]


def test_the_latest_comes_first() -> None:
    spans = [Span(ZERO + timedelta(hours=at), ZERO + timedelta(hours=9)) for at in (2, 0, 1)]
    assert list(Timeline((span, at) for at, span in enumerate(spans)).at(spans[0])) == [0, 2, 1]
