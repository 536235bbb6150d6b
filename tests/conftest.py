"""What every test needs: an offscreen platform before Qt is imported, and nothing of the machine's own settings."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHONHASHSEED", "0")
