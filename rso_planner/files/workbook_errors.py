"""Finds the cells of a workbook that show an error, such as #N/A; the reader of workbooks takes them for empty."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_ERROR_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")


def find_error_cells(path: Path, sheet: str) -> dict[tuple[int, int], str]:
    """What each cell with an error shows, by its row and column, both counted from 0."""
    with ZipFile(path) as archive:
        part = _part_of(archive, sheet)
        content = archive.read(part) if part in archive.namelist() else b""
    return dict(_error_cells(content))


def _part_of(archive: ZipFile, sheet: str) -> str:
    names = set(archive.namelist())
    if not {_WORKBOOK, _RELATIONS} <= names:
        return ""
    targets = {each["Id"]: each["Target"] for each in _tags(archive.read(_RELATIONS), _RELATION)}
    for each in _tags(archive.read(_WORKBOOK), _SHEET):
        if each.get("name") == sheet:
            target = targets.get(each.get("id", ""), "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _tags(content: bytes, tag: re.Pattern[bytes]) -> Iterator[dict[str, str]]:
    for match in tag.finditer(content):
        yield {
            name.decode().rpartition(":")[2]: html.unescape(value.decode())
            for name, value in _ATTRIBUTE.findall(match[1])
        }


def _error_cells(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _ERROR_CELL.finditer(content):
        attributes = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(match[1])}
        place = _PLACE.fullmatch(attributes.get("r", ""))
        shown = _VALUE.search(match[2])
        if place is not None:
            column = 0
            for letter in place[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            yield (int(place[2]) - 1, column - 1), shown[1].decode() if shown else "#N/A"
