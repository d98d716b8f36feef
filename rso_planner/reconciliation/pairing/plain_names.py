"""Names as they are compared: words of small plain letters, whatever the two lists did to them.

'NA', 'Null' and 'True' are names like any other; a name without a single letter says nothing.
"""

import re
from unicodedata import combining, normalize

_SPELT_OUT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that are no plain letter with a mark; 'ß' is spelt out by casefold."""

_WITHIN_A_WORD = re.compile("['’‘ʼ`´]")
_BETWEEN_WORDS = re.compile(r"[\W\d_]+")


def plain_words(name: str | None) -> tuple[str, ...]:
    """The words of a name without case, accents and apostrophes; hyphens and full stops part words.

    >>> plain_words("O'Brien-Łukasz")
    ('obrien', 'lukasz')
    """
    if not name:
        return ()
    plain = name.casefold()
    if not plain.isascii():
        # Compatibility forms such as full-width letters may become capitals again.
        apart = normalize("NFKD", plain.translate(_SPELT_OUT)).casefold()
        plain = "".join(each for each in apart if not combining(each))
    if plain.isalpha():
        return (plain,)
    return tuple(_BETWEEN_WORDS.sub(" ", _WITHIN_A_WORD.sub("", plain)).split())
