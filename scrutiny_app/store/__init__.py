"""The workspace: one SQLite database beside a folder of papers. SQL lives here and nowhere else."""
