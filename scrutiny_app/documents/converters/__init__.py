"""Other programs that turn office papers into PDF, each kept on a short lead."""
