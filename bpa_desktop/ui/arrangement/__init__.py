"""The arrangement: whose assistance it is, and which rules are in force."""
