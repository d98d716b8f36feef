"""How commands speak: answers on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def say(sentence: str = "") -> None:
    """Write a message to standard error."""
    print(sentence, file=sys.stderr)


def answer(text: str) -> None:
    """Write a line of the answer to standard output."""
    print(text)


def answer_json(document: dict[str, Any]) -> None:
    """Write the one JSON document of a `--json` run to standard output."""
    print(json.dumps(document, indent=2, ensure_ascii=False))


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show a moving bar on standard error while the work runs; nothing when that is no terminal."""
    if not sys.stderr.isatty():
        yield
        return
    # rich costs 60 ms to import, which `--help` must not pay.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task(words, total=None)
        yield


@contextmanager
def steps(words: str) -> Iterator[Callable[[float, str], None]]:
    """Show a bar with time left on standard error; call what it yields with a share from 0 to 1 and words."""
    if not sys.stderr.isatty():
        yield lambda _share, _doing: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task(words, total=1.0)
        yield lambda share, doing: bar.update(shown, completed=share, description=f"{words}: {doing}")
