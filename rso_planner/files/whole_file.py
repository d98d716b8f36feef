"""Files that are there whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole_file(path: Path, content: bytes) -> None:
    """Write the file beside its place and then move it there, so that nobody ever reads half of it.

    Only the owner may read it: what the planner writes is about people.

    Raises:
        OSError: the folder cannot be written to; an older file of that name is then as it was.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
