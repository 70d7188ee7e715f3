"""python -m bpa_desktop."""

import sys

from bpa_desktop.bootstrap import main

if __name__ == "__main__":
    sys.exit(main())
