"""What law and agreement demand: one rule, one module, one name, one text, one test."""
