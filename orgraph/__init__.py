"""Read job descriptions, get the organization: chart, linked data and a proved headcount."""
