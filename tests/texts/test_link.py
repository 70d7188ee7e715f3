"""Links hold exactly the message, for the number or address that was written down, however it was written."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.texts.link import mail_link, sms_link, tel_link

MESSAGES = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("900 00 001", "tel:+4790000001"),
        ("+47 900 00 001", "tel:+4790000001"),
        ("0047 90000001", "tel:+4790000001"),
        ("(+46) 70-123 45 67", "tel:+46701234567"),
        ("116 117", "tel:116117;phone-context=+47"),
        ("02800", "tel:02800;phone-context=+47"),
        ("", None),
        ("ask Turid", None),
        ("900 00 001 (work)", None),
        ("12", None),
        ("+0047", None),
    ],
)
def test_a_number_is_called_with_the_code_of_its_country(written: str, link: str | None) -> None:
    assert tel_link(written) == link
    sms = sms_link(written, "Hi")
    assert sms == (None if link is None else f"sms{link[3:]}?body=Hi")


@given(MESSAGES)
def test_a_text_message_is_begun_with_the_very_words(message: str) -> None:
    link = sms_link("900 00 001", message) or ""
    head, _, body = link.partition("?body=")
    assert head == "sms:+4790000001"
    assert unquote(body, errors="strict") == message
    assert link.isascii()
    assert not set(body) & set(' &?#+"<>')


@given(MESSAGES, MESSAGES)
def test_an_e_mail_is_begun_with_the_very_words_and_its_lines_end_as_mail_s_do(subject: str, body: str) -> None:
    link = urlsplit(mail_link("ola+vakt@example.no", subject=subject, body=body) or "")
    assert (link.scheme, link.path) == ("mailto", "ola+vakt@example.no")
    held = parse_qs(link.query, keep_blank_values=True)
    assert held == {"subject": [subject], "body": ["\r\n".join(body.splitlines())]}


@pytest.mark.parametrize("address", ["", "ola", "@example.no", "ola@", "a@b@c", "ola berg@example.no", "a@b\nbcc:c@d"])
def test_what_is_no_address_gets_no_link(address: str) -> None:
    assert mail_link(address, subject="s", body="b") is None
