"""The nouns of a BPA arrangement, as frozen values: standard library only, no clock, no locale, no files."""
