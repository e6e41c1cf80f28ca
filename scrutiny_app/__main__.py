"""``python -m scrutiny_app`` is ``scrutiny-app``."""

import sys

from scrutiny_app.cli import main

sys.exit(main())
