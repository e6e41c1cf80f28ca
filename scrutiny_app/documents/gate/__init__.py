"""The gate: a written public file is searched for anything that only withheld papers hold."""
