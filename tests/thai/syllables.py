"""Every syllable that Thai spelling allows for one consonant: 44 consonants, vowels, tone marks, by rule.

Source: the tables of vowel forms in หลักภาษาไทย. Each form is written as its letters as a reader sees them: `C`
stands for the consonant with what is over and under it, `T` for the tone mark, which is written last.
"""

from collections.abc import Iterator

CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
TONES = ("", "่", "้", "๊", "๋")
WITH_TONES = (
    "CT ะ", "CT า", "CTำ", "CิT", "CีT", "CึT", "CืT อ", "CุT", "CูT", "CัT น", "CัT ว", "CัT ว ะ", "CT อ", "CT อ น", "CT ว น",
    "เ CT", "เ CT น", "เ CT ะ", "เ CT า", "เ CT า ะ", "เ CT อ", "เ CT อ ะ", "เ CิT น", "เ CีT ย", "เ CีT ย ะ", "เ CีT ย น",
    "เ CืT อ", "เ CืT อ ะ", "เ CืT อ น", "เ CT ย", "แ CT", "แ CT ะ", "แ CT น", "โ CT", "โ CT ะ", "โ CT น", "ใ CT", "ไ CT",
    "ไ CT ย", "CT น", "CT ร ร", "CT ร ร ม", "CิT ก", "CีT บ", "CึT ง", "CืT น", "CุT ม", "CูT ก",
)  # fmt: skip
WITHOUT_TONES = ("C็", "C็ อ น", "เ C็ น", "แ C็ น", "C์", "Cิ์", "Cุ์", "Cฺ", "Cํ", "C ฤ", "C ฤ ๅ")


def syllables() -> Iterator[list[str]]:
    """The letters, as a reader sees them, of every allowed syllable."""
    for consonant in CONSONANTS:
        for form in WITH_TONES:
            for tone in TONES:
                yield form.replace("C", consonant).replace("T", tone).split()
        for form in WITHOUT_TONES:
            yield form.replace("C", consonant).split()
