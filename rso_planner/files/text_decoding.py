"""Reads the bytes of a text file in one of the encodings that forces' systems write."""

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode_text(content: bytes) -> str:
    """The text in UTF-8, UTF-16 or Windows-1252.

    Raises:
        ValueError: the bytes are no text in any of them, with a plain sentence.
    """
    text = _decode(content)
    if "\x00" in text:
        raise ValueError("the file holds NUL bytes, so it is damaged or not a text file")
    if _CONTROL_SIGNS.search(text):
        raise ValueError("the file holds control signs, so it is damaged or not a text file")
    return text


def _decode(content: bytes) -> str:
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)
    if marked is not None:
        return _decode_strictly(content, marked)
    silent = _encoding_without_mark(content)
    if silent is not None:
        return _decode_strictly(content, silent)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_strictly(content, "windows-1252")


def _encoding_without_mark(content: bytes) -> str | None:
    # In UTF-16 every second byte of a heading in Latin letters is zero.
    start = content[:64]
    if len(start) >= 4 and len(start) % 2 == 0:
        if not any(start[1::2]) and all(start[0::2]):
            return "utf-16-le"
        if not any(start[0::2]) and all(start[1::2]):
            return "utf-16-be"
    return None


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"the file is not text in UTF-8, UTF-16 or Windows-1252 (it breaks at byte {error.start + 1})"
        ) from None
