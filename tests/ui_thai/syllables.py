"""Every written syllable that Thai allows: 44 consonants with each vowel and each tone mark of their class.

A syllable is told as its clusters, put together here by the rules of writing and not by the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator

MIDDLE = "กจฎฏดตบปอ"
HIGH = "ขฃฉฐถผฝศษสห"
LOW = "คฅฆงชซฌญฑฒณทธนพฟภมยรลวฬฮ"
CONSONANTS = MIDDLE + HIGH + LOW

_EK, _THO, _TRI, _CHATTAWA = "\u0e48", "\u0e49", "\u0e4a", "\u0e4b"


def tones(consonant: str) -> list[str]:
    """The tone marks that may stand on a consonant of its class, and none."""
    return ["", _EK, _THO, _TRI, _CHATTAWA] if consonant in MIDDLE else ["", _EK, _THO]


def syllables(consonant: str) -> Iterator[list[str]]:
    """Every vowel with a consonant and each tone, then the forms that take no tone."""
    for tone in tones(consonant):
        on, bare = consonant + tone, consonant
        yield [on, "า"]
        yield [on, "ะ"]
        yield [on + "\u0e33"]
        yield from ([bare + mark + tone] for mark in "\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39")
        yield [bare + "\u0e31" + tone, "น"]
        yield [bare + "\u0e31" + tone, "ว"]
        yield from ([leading, on] for leading in "เแโใไ")
        yield ["เ", on, "า"]
        yield ["เ", on, "า", "ะ"]
        yield ["แ", on, "ะ"]
        yield ["เ", bare + "\u0e35" + tone, "ย"]
        yield ["เ", bare + "\u0e37" + tone, "อ"]
        yield ["เ", bare + "\u0e34" + tone, "น"]
    yield [consonant + "\u0e47"]
    yield ["เ", consonant + "\u0e47", "น"]
    yield [consonant + "\u0e4c"]
    yield [consonant + "\u0e34\u0e4c"]
    yield [consonant + "\u0e38\u0e4c"]
    yield [consonant + "\u0e3a"]
    yield [consonant + "\u0e4d"]


def clusters_of(consonant: str) -> list[str]:
    """Every syllable of a consonant, one behind the other, as clusters."""
    return [cluster for syllable in syllables(consonant) for cluster in syllable]


def cells(cluster: str) -> int:
    """The cells of a cluster: one, and one more for the vowel am."""
    return 2 if cluster.endswith("\u0e33") else 1
