"""General widgets that know nothing of the field."""
