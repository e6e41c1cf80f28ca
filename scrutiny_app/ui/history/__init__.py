"""The room that tells what was done, what went out, what is withheld, and whether all is sound."""
