"""A council's own Word templates: opened with care, filled from a report, checked before use."""
