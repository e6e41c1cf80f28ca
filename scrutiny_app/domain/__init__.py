"""The council's own words and the rules behind them.

Standard library only: no files, no clock, no SQL, no drawing, no Qt.
"""
