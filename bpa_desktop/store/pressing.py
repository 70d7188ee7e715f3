"""Pressed text: the data of a version in few bytes, and back letter for letter.

The first byte says how the rest is pressed, so that another way can follow; what was pressed is never pressed anew.

0  the text as UTF-8
1  every UUID as a zero and its sixteen bytes, then deflated (RFC 1951) with what `_KNOWN` has as known before

`_KNOWN` never changes, not by a letter: what was pressed with it cannot be read without it.
"""

from __future__ import annotations

import re
import zlib
from uuid import UUID

_PLAIN, _DEFLATED = b"\x00", b"\x01"
_RAW = -15
"""Deflated without head and checksum: every page of the file has its seal, and every version its hash."""
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PACKED = re.compile(rb"\x00(.{16})", re.DOTALL)
_KNOWN = (
    b'{"agreement":"","assistant":null,"at":"2027-01-01T12:00:00Z","author":"","id":"","measured":"0","reason":"","rule":'
    b'"weekly_restdaily_restnotice"{"id":"ours","text":"schema = \\"bpa-pay-agreement/1\\"\\nschema = '
    b'\\"bpa-tariff/1\\"\\n"}'
    b'{"amount":"0.00","from_day":"2027-05-01","id":"2027-05-01","month":"2027-01-01"}'
    b'{"id":"household","members":[{"added":"0","role":"self","taxable_net":"0"},{"added":"0","role":"cohabitant",'
    b'"taxable_net":"0"}]}{"id":"duty","kind":"duty","name":"","phone":"+47 "}'
    b'{"first":"2027-01-01","id":"","kind":"event","last":"2027-01-01","text":""}'
    b'{"advice":true,"agreement":{"averaging_weeks":null,"collective":"","days":{"first":null,"last":null},"level":"none",'
    b'"reduced_rest":false,"reference":"","sunday_averaging":false},"district":"","household_income":null,"id":"",'
    b'"municipality_no":"","name":"","pay_agreement":null,"regime":"aml","self_certification":"law","services":[{"service":'
    b'"","units":"1"}],"tariff":null,"time_zone":"Europe/Oslo","weekly_norm":"37.5"}'
    b'{"account_period":"calendar_year","also_drawn":[],"carry_over":"0","days":{"first":"2027-01-01","last":null},"id":"",'
    b'"overdraw":"warn","overnight_factor":"1","reference":"","weekly_hours":{"other":"0","personal":"0","practical":"0"}}'
    b'{"address":"","birth_date":null,"child_days":null,"email":"","employments":[{"days":{"first":"2027-01-01","last":null},'
    b'"employee_no":"","hourly_wage":null,"kind":"permanent","percent":"100","seniority_from":null}],"id":"","languages":'
    b'["nb"],"name":"","never_with":[],"notes":"","phone":"+47 ","skills":[],"travel_minutes":null,"user_preference":3}'
    b'{"assistant":"","grade":"ask_firstcannotprefers","id":"","note":"","span":{"end":"2027-01-01T15:00:00Z","start":'
    b'"2027-01-01T07:00:00Z"}}{"days":{"first":null,"last":null},"end":"15:00:00","id":"","kind":"active","people":1,"skills":'
    b'[],"start":"07:00:00","weekday":1}{"days":{"first":"2027-01-01","last":null},"id":"","lines":[{"assistant":"","end":'
    b'"15:00:00","kind":"active","start":"07:00:00","week":1,"weekday":1},{"assistant":"","end":"22:00:00","kind":"active",'
    b'"start":"15:00:00","week":1,"weekday":1}],"name":"Turnus","weeks":2}'
    b'{"asks":[{"answer":"no_answermaybeyes","answer_by":null,"answered_at":"2027-01-01T12:00:00.000000Z","assistant":"","at":'
    b'"2027-01-01T12:00:00.000000Z","channel":"smsphone","part":null,"told_at":null},{"answer":"","answer_by":null,'
    b'"answered_at":null,"assistant":"","at":"2027-01-01T12:00:00.000000Z","channel":"sms","part":null,"told_at":null}],'
    b'"chosen":null,"deadline":null,"id":"","outcome":"none","shift":"","state":"askingfilledunfilled"}'
    b'{"assistant":"","grade":"100","id":"","kind":"self_certifiedsick_notechild_sickvacation","open_ended":false,'
    b'"reported_at":null,"reported_how":null,"span":{"end":"2027-01-01T23:00:00Z","start":"2027-01-01T00:00:00Z"}}'
    b'{"at":"2027-01-01T12:00:00.000000Z","author":"","hash":"","id":"","receipts":[{"assistant":"","at":'
    b'"2027-01-01T12:00:00.000000Z","confirmed_at":null,"way":"sms"}],"shifts":[{"assistant":"","kind":"active","place":"",'
    b'"shift":"","span":{"end":"2027-01-01T14:00:00Z","start":"2027-01-01T07:00:00Z"},"tasks":[]},{"assistant":"","kind":'
    b'"active","place":"","shift":"","span":{"end":"2027-01-01T22:00:00Z","start":"2027-01-01T14:00:00Z"},"tasks":[]}]}'
    b'"kind":"resting_night""kind":"standby_on_site""kind":"standby_home""kind":"training""kind":"meeting""state":"offered"}'
    b'{"active_minutes":null,"actual":{"end":"2027-01-01T22:00:00Z","start":"2027-01-01T14:00:00Z"},"assistant":null,"backup":'
    b'null,"break_minutes":0,"id":"","kind":"active","note":"","place":"","published_at":"2026-12-01T12:00:00.000000Z",'
    b'"rotation":"","skills":[],"span":{"end":"2026-12-01T14:00:00Z","start":"2026-12-01T07:00:00Z"},"state":"published",'
    b'"tasks":[]}{"active_minutes":null,"actual":null,"assistant":"","backup":null,"break_minutes":0,"id":"","kind":"active",'
    b'"note":"","place":"","published_at":null,"rotation":null,"skills":[],"span":{"end":"2027-01-01T21:00:00Z","start":'
    b'"2027-01-01T14:00:00Z"},"state":"draft","tasks":[]}'
)


def press(text: str) -> bytes:
    """Return a text in few bytes."""
    plain = text.encode()
    if b"\x00" in plain:  # the sign of a UUID; no JSON has it
        return _PLAIN + plain
    packed = _UUID.sub(lambda found: b"\x00" + UUID(found[0].decode()).bytes, plain)
    deflating = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW, zdict=_KNOWN)
    deflated = deflating.compress(packed) + deflating.flush()
    return _DEFLATED + deflated if len(deflated) < len(plain) else _PLAIN + plain


def unpressed(pressed: bytes) -> str:
    """Return the text of what was pressed. Raises ValueError for a way of pressing that is not known."""
    way, rest = pressed[:1], pressed[1:]
    if way == _PLAIN:
        return rest.decode()
    if way != _DEFLATED:
        raise ValueError(f"pressed in an unknown way: {way.hex()}")
    packed = zlib.decompressobj(_RAW, zdict=_KNOWN).decompress(rest)
    return _PACKED.sub(lambda found: str(UUID(bytes=found[1])).encode(), packed).decode()
