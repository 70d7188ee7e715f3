"""The hour account: what an award grants, and what is used, planned and left of it, week by week."""
