"""The frame around the rooms: navigation, status line, command palette, first page."""
