"""An outsider's file becomes a paper: opened, mended, scrubbed and measured in a limited child."""
