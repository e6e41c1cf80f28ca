"""Jobs on budget proposals: read, record, check, draw."""
