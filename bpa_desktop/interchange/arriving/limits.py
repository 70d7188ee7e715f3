"""How much of a file of another program is read: far more than a team and its year need, far less than does harm."""

from __future__ import annotations

MEBIBYTE = 2**20
LARGEST_MEBIBYTES = 16
"""Of a file: an address book of a thousand people with their pictures is about 10."""
MOST = 10_000
"""Lines, events or cards, and what repeated events make: a year of twenty assistants is about 7,000 shifts."""
MOST_LINES = 500_000
"""Of text, empty ones too: an address book of the largest size, its pictures folded, has about 230,000."""
MOST_COLUMNS = 100
"""Of a table; those further right are not looked at."""
MOST_HEADING_ROWS = 20
"""So far down the headings are looked for: titles and dates often stand above them."""
LONGEST_ROW = MEBIBYTE
"""Of a table, in characters."""
LONGEST_LINE = 65_536
"""Of a calendar or a card, unfolded, in characters: what stands further on (a picture) is never used."""
DEEPEST = 16
"""Components within components, or elements within elements: calendars have 3, workbooks about 8."""
LONGEST_TEXT = 200
"""Of a name, an address or a place, in characters: as long as a note on a day may be."""
LONGEST_NOTE = 2_000
"""Of the note of a shift, in characters."""
LONGEST_SHIFT_DAYS = 7
"""What is longer is a slip of the pen, or a journey, which is entered by hand."""
LONGEST_EVENT_DAYS = 366
"""Of an event of one's own: longer ones are seasons of life, not days."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""What lies outside is no day that anybody plans, or was born on."""
