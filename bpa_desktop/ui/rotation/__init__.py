"""The rotation: a pattern of weeks, what it leaves uncovered, and how it comes into the plan."""
