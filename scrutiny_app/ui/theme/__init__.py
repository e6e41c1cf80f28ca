"""How the window looks: one table of tokens feeds palette, style sheet, icons and painters."""
