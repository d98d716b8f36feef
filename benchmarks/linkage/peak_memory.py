"""The most memory that a process has used since it began."""

import re
from pathlib import Path


def peak_megabytes() -> float:
    """The high-water mark of this process alone; what the kernel reports of a child includes its parent's."""
    status = Path("/proc/self/status").read_text("utf-8")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(found[1]) / 1000 if found else float("nan")
