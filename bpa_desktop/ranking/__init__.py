"""Who can take a shift, in what order, and why."""
