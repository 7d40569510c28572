"""Makes the environment that `reader` runs in, once: it wants an older feedparser than the bot's.

Knows nothing of measuring.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = ("reader==3.26", "feedparser<6.0.13")
"""`reader` 3.26 breaks with feedparser 6.0.13 and later."""
_STAMP = "requirements.txt"
_INSTALL_SECONDS = 600


class NoEnvironmentError(Exception):
    """It cannot be made; the text says why."""


def cache_folder() -> Path:
    """Where programs keep on this platform what they can make again."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "cliffhanger-bench"


def peer_python(cache: Path) -> Path:
    """The Python of the environment, which is made where there is none. Raises `NoEnvironmentError`."""
    folder = cache / "reader"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = folder / _STAMP
    wanted = "\n".join((*REQUIREMENTS, ""))
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _run(sys.executable, "-m", "venv", str(folder))
        _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *REQUIREMENTS)
        stamp.write_text(wanted, encoding="utf-8")
    except OSError as error:
        raise NoEnvironmentError(f"{folder} cannot be written ({error.strerror})") from None
    except subprocess.TimeoutExpired:
        raise NoEnvironmentError("pip did not end in time") from None
    except subprocess.CalledProcessError as error:
        told = (error.stderr or error.stdout or "").strip().splitlines()
        raise NoEnvironmentError(told[-1] if told else f"{error.cmd[0]} ended with {error.returncode}") from None
    return python


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=_INSTALL_SECONDS)
