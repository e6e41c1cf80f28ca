"""Minutes as records: attendance, points, votes, interests, numbers, and what the checks say."""
