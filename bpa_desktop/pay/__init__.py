"""What a shift costs: base, evening, night, weekend, holiday and overtime, line by line."""
