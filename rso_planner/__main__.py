"""`python -m rso_planner` is `rso-planner`."""

import sys

from rso_planner.cli.main import run

sys.exit(run())
