"""The shelves of budget proposals."""
