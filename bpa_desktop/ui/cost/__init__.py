"""The cost preview: the month's co-payment, and the ladder behind it."""
