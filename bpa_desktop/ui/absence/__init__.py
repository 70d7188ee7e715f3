"""Sick leave and substitutes: absences, the shifts they open, and who steps in."""
