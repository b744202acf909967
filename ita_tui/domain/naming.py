"""How bodies and places are named: typed with or without the word for what they are, printed in full."""

from __future__ import annotations

from difflib import get_close_matches

from ita_tui.domain.body import BodyKind
from ita_tui.thai.fold import fold
from ita_tui.thai.text import require

_KIND_WORDS = {
    BodyKind.SUBDISTRICT_ORGANISATION: ("องค์การบริหารส่วนตำบล", "องค์กรบริหารส่วนตำบล", "อบต.", "อ.บ.ต.", "อบต"),
    BodyKind.SUBDISTRICT_MUNICIPALITY: ("เทศบาลตำบล", "ทต.", "ท.ต."),
    BodyKind.TOWN_MUNICIPALITY: ("เทศบาลเมือง", "ทม.", "ท.ม."),
    BodyKind.CITY_MUNICIPALITY: ("เทศบาลนคร", "ทน.", "ท.น."),
}
_PLACE_WORDS = ("ตำบล", "ต.")
_DISTRICT_WORDS = ("อำเภอ", "อ.")
_PROVINCE_WORDS = ("จังหวัด", "จ.")

_ALL_PROVINCES = """
    กรุงเทพมหานคร กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย
    เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ
    บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี
    เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน
    เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี
    สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
"""

PROVINCES = tuple(_ALL_PROVINCES.split())
"""The 77 provinces (Bangkok among them, which is no จังหวัด but is chosen like one)."""


def kind_in(typed: str) -> BodyKind | None:
    """Return the kind that a typed name begins with, e.g. อบต.…; None where it says none."""
    name = typed.strip()
    for kind, words in _KIND_WORDS.items():
        if name.startswith(words):
            return kind
    return None


def short_name(typed: str) -> str:
    """Return the name of a body without the words for what it is; raise BadText where nothing is left."""
    words = [word for each in _KIND_WORDS.values() for word in each]
    return require(_without(_without(typed.strip(), words), _PLACE_WORDS), "ชื่อหน่วยงาน")


def full_name(kind: BodyKind, typed: str) -> str:
    """Return the name as printed, e.g. องค์การบริหารส่วนตำบล and its own name; raise BadText for an empty one."""
    return f"{kind.label}{short_name(typed)}"


def district_name(typed: str) -> str:
    """Return a district's bare name, which may be empty."""
    return _without(" ".join(typed.split()), _DISTRICT_WORDS)


def province_name(typed: str) -> str:
    """Return a province's bare name, spelled as the list has it where only spaces or marks differ; may be empty."""
    bare = _without(" ".join(typed.split()), _PROVINCE_WORDS)
    return next((each for each in PROVINCES if fold(each) == fold(bare)), bare)


def provinces_like(typed: str) -> tuple[str, ...]:
    """Return up to three provinces that a name which is none of them may mean; nothing for one that is."""
    bare = province_name(typed)
    if not bare or bare in PROVINCES:
        return ()
    begun = [each for each in PROVINCES if each.startswith(bare)]
    return tuple(dict.fromkeys([*begun, *get_close_matches(bare, PROVINCES, 3, 0.6)]))[:3]


def _without(name: str, words: list[str] | tuple[str, ...]) -> str:
    for word in sorted(words, key=len, reverse=True):
        if name.startswith(word):
            return name.removeprefix(word).strip()
    return name
