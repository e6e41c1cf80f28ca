"""Documents drawn from budget proposals: schedule, questions, letters, comparison, workbook."""
