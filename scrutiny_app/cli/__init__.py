"""The command line: every command, its help and its exit code."""
