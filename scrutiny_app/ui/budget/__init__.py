"""The budget room: sets of proposals, their checks, totals, versions and documents."""
