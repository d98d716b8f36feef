"""Force models: what is refused, with file, key and reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from rso_planner.files.force_model_file import ForceModelRefusedError, force_model_path, read_force_model

SHIPPED = force_model_path("merseyside-2018").read_text(encoding="utf-8")


def changed(before: str, after: str) -> str:
    assert SHIPPED.count(before) == 1, before
    return SHIPPED.replace(before, after)


REFUSED = {
    "unknown parameter": (
        SHIPPED + '\n[registerd]\nvalue = 1\nunit = "people"\nassumed = true\n',
        "registerd",
        "is not a parameter of a force model",
    ),
    "missing parameter": (changed("[couples]", "[habits.couples]"), "couples", "is missing"),
    "not a table": (
        "registered = 3\n"
        + changed('[registered]\nvalue = 2256\nunit = "people"\nsource = "SEED: 2,256 RSOs in Merseyside"\n', ""),
        "registered",
        "is a table with a value, a unit, and a source or assumed = true",
    ),
    "unknown key": (
        changed("value = 2256", "value = 2256\nvalues = 3"),
        "registered.values",
        "is not one of value, unit, source, assumed, note",
    ),
    "no value": (changed("value = 2256\n", ""), "registered", "has no value"),
    "wrong unit": (
        changed('value = 2256\nunit = "people"', 'value = 2256\nunit = "heads"'),
        "registered",
        "is in people, not in heads",
    ),
    "neither source nor assumed": (
        changed('source = "SEED: 2,256 RSOs in Merseyside"\n', ""),
        "registered",
        "needs either a source or assumed = true",
    ),
    "both source and assumed": (
        changed('source = "SEED: 2,256 RSOs in Merseyside"\n', 'source = "SEED"\nassumed = true\n'),
        "registered",
        "needs either a source or assumed = true",
    ),
    "a text for a number": (changed("value = 2256", 'value = "2256"'), "registered", "is a number"),
    "a truth value for a number": (changed("value = 2256", "value = true"), "registered", "is a number"),
    "half a person": (changed("value = 2256", "value = 2256.5"), "registered", "is a whole number"),
    "below nothing": (changed("value = 2256", "value = -1"), "registered", "is 0 to 1e+06"),
    "more than all": (changed("value = 0.78", "value = 1.5"), "arms_current", "is 0 to 1 (share), not 1.5"),
    "an unknown word": (
        changed("custody = 88", "prison = 88"),
        "away.prison",
        "is not one of custody, hospital, abroad",
    ),
    "a missing word": (changed("custody = 88, ", ""), "away.custody", "is missing"),
    "weights without any weight": (
        changed("custody = 88, hospital = 6, abroad = 6", "custody = 0, hospital = 0, abroad = 0"),
        "away",
        "needs one weight above 0",
    ),
    "a number for a table": (
        changed("value = { custody = 88, hospital = 6, abroad = 6 }", "value = 3"),
        "away",
        "is a table",
    ),
    "a day in quotation marks": (changed("value = 2015-03-08", 'value = "2015-03-08"'), "shpo_since", "is a day"),
    "an interval that is none": (
        changed('"2 weeks" = 1', '"fortnight" = 1'),
        "rmp_intervals.very_high.fortnight",
        "cannot be read",
    ),
    "a shift that ends before it starts": (
        changed('"13:00-21:00" = 18', '"21:00-13:00" = 18'),
        "shifts.21:00-13:00",
        "cannot be read: '21:00-13:00' ends before it starts",
    ),
    "a shift with one end": (changed('"13:00-21:00" = 18', '"13:00-" = 18'), "shifts.13:00-", "is not a shift"),
    "a shift that overlaps itself": (
        changed('"08:00-12:00+13:00-17:00"', '"08:00-12:00+11:00-17:00"'),
        "shifts.08:00-12:00+11:00-17:00",
        "has parts that overlap",
    ),
    "a window that is none": (changed('"11:00-" = 2', '"eleven" = 2'), "visit_windows.eleven", "is not a span"),
    "hours that are no number": (changed('"18.5" = 1', '"half" = 1'), "part_time_hours.half", "cannot be read"),
    "names that are no list": (
        changed('value = ["Niche flag", ', 'value = [3, "Niche flag", '),
        "event_sources",
        "is a list",
    ),
    "a town in the sea": (
        changed("easting = 323900, northing = 389800", "easting = 0, northing = 0"),
        "towns.5",
        "is not a point in Great Britain",
    ),
    "a town with an unknown key": (
        changed('name = "Faux Meols"', 'nam = "Faux Meols"'),
        "towns.5.nam",
        "is not one of",
    ),
    "a town without a place": (changed("easting = 323900, ", ""), "towns.5.easting", "is a number"),
    "an area without a base": (
        changed(
            "northing = 397400, spread_metres = 1600, share = 11, has_base = true",
            "northing = 397400, spread_metres = 1600, share = 11",
        ),
        "towns",
        "Northsand needs exactly one town with has_base = true",
    ),
    "more in the community than registered": (
        changed("value = 1769", "value = 2257"),
        "in_community",
        "makes 2257 people, more than the 2256 of registered",
    ),
    "a register without its section": (
        SHIPPED[: SHIPPED.index("[register.")],
        "register.offender_id_known",
        "is missing",
    ),
    "a section that is none": (
        "register = 3\n" + SHIPPED[: SHIPPED.index("[register.")],
        "register",
        "is a section with parameters of its own",
    ),
    "an unknown parameter of the register": (
        SHIPPED + '\n[register.typo]\nvalue = 1\nunit = "people"\nassumed = true\n',
        "register.typo",
        "is not a parameter of a force model",
    ),
    "an unknown way to differ": (
        changed("value = { last_attempt = 8 }", "value = { first_attempt = 8 }"),
        "register.attempt_as_visit.first_attempt",
        "is not one of last_attempt",
    ),
    "half a planted person": (
        changed("value = { last_attempt = 8 }", "value = { last_attempt = 0.5 }"),
        "register.attempt_as_visit.last_attempt",
        "is a whole number (people), not 0.5",
    ),
    "not TOML": ("registered = ", "the file", "is not valid TOML"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_name_file_key_and_reason(name: str, tmp_path: Path) -> None:
    text, key, reason = REFUSED[name]
    file = tmp_path / "made-up.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ForceModelRefusedError) as refused:
        read_force_model(file)
    assert (refused.value.file, refused.value.key) == ("made-up.toml", key)
    assert reason in refused.value.reason


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ForceModelRefusedError, match=r"^absent\.toml: the file: does not exist$"):
        read_force_model(tmp_path / "absent.toml")


def test_a_bare_name_is_a_shipped_model_and_a_path_is_itself(tmp_path: Path) -> None:
    assert force_model_path("merseyside-2018").name == "merseyside-2018.toml"
    assert force_model_path("merseyside-2018").exists()
    assert force_model_path(str(tmp_path / "other.toml")) == tmp_path / "other.toml"


def test_the_shipped_model_holds_the_published_figures() -> None:
    model = read_force_model(force_model_path("merseyside-2018"))
    assert (model.registered, model.in_community, model.reactive) == (2256, 1769, 62)
    assert tuple(model.community_risk.values())[:2] == (6, 277)
    assert sum(model.community_risk.values()) == 1769
    assert (model.prevention_orders, model.visits_overdue, model.ever_assessed) == (1157, 98, 902)
    assert (model.officers_fte, len(model.areas)) == (17.7, 5)


def like_the_shipped_one(own: str, tmp_path: Path) -> Path:
    file = tmp_path / "made-up.toml"
    file.write_text(own, encoding="utf-8")
    return file


def test_a_model_that_is_like_another_holds_only_what_differs(tmp_path: Path) -> None:
    own = 'like = "merseyside-2018"\n[reactive]\nvalue = 50\nunit = "people"\nassumed = true\n'
    model = read_force_model(like_the_shipped_one(own, tmp_path))
    shipped = read_force_model(force_model_path("merseyside-2018"))
    assert (model.reactive, shipped.reactive) == (50, 62)
    assert replace(model, reactive=62) == shipped


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ("like = 3\n", "made-up.toml: like: is the name of a force model, not 3"),
        (
            'like = "benchmark-force"\n',
            "made-up.toml: like: benchmark-force is like another model itself; name that one",
        ),
        ('like = "absent"\n', "absent.toml: the file: does not exist"),
    ],
)
def test_a_model_like_none_is_refused(own: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ForceModelRefusedError) as refused:
        read_force_model(like_the_shipped_one(own, tmp_path))
    assert str(refused.value) == reason
