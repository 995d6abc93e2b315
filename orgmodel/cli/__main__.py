"""`python -m orgmodel.cli` is the same as `orgmodel`."""

import sys

from orgmodel.cli.main import main

sys.exit(main())
