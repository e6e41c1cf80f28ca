"""Work programmes on paper and in spreadsheets, and how topics are chosen as a picture."""
