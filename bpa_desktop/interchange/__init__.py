"""The roster file in and out, and the formats of other programs."""
