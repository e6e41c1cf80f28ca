"""Budget proposals: records, figures, checks, totals, comparison, questions."""
