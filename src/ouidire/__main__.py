"""``python -m ouidire``."""

from ouidire.cli import main

if __name__ == "__main__":
    main()
