"""The viewer: a PDF's pages in the window, drawn by a child process; one module for every room."""
