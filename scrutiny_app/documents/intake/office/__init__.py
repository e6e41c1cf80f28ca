"""Office papers made ready: checked, cut off from everything outside, their markup settled."""
