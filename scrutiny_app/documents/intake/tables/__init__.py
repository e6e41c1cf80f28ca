"""The tables of outsiders' files, read in the intake child: Word, spreadsheets and text."""
