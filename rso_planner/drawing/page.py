"""The templates of the pages that stand alone."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def page_template(name: str) -> Template:
    """The page of that name; what stands in it is escaped, and a missing value is an error."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rso_planner.drawing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
