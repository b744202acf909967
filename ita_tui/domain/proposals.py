"""What a new office is offered to begin with, by its kind: divisions, the committee's order and its seats.

Everything here is a proposal that she changes; divisions and posts are those usual for each kind of body.
"""

from __future__ import annotations

from ita_tui.domain.body import BodyKind
from ita_tui.domain.committee import Role

_ORGANISATION = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา ศาสนาและวัฒนธรรม")
_SUBDISTRICT = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม")
_TOWN = (
    "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม", "กองยุทธศาสตร์และงบประมาณ",
    "กองสวัสดิการสังคม",
)
_CITY = (
    "สำนักปลัดเทศบาล", "สำนักคลัง", "สำนักช่าง", "สำนักการศึกษา", "สำนักสาธารณสุขและสิ่งแวดล้อม",
    "กองยุทธศาสตร์และงบประมาณ", "กองสวัสดิการสังคม", "กองการเจ้าหน้าที่",
)
_DIVISIONS = {
    BodyKind.SUBDISTRICT_ORGANISATION: _ORGANISATION,
    BodyKind.SUBDISTRICT_MUNICIPALITY: _SUBDISTRICT,
    BodyKind.TOWN_MUNICIPALITY: _TOWN,
    BodyKind.CITY_MUNICIPALITY: _CITY,
}

EVERY_DIVISION = "หัวหน้าส่วนราชการทุกส่วน"
"""The line of an order that is one seat for each division."""


def divisions_for(kind: BodyKind) -> tuple[str, ...]:
    """Return the names of the divisions usual for a kind of body."""
    return _DIVISIONS[kind]


def head_of(division: str) -> str:
    """Return the post that heads a division: หัวหน้าสำนักปลัด, ผู้อำนวยการกองคลัง."""
    directed = division.startswith(("กอง", "สำนัก")) and not division.startswith("สำนักปลัด")
    return f"{'ผู้อำนวยการ' if directed else 'หัวหน้า'}{division}"


def chair_post(kind: BodyKind) -> str:
    """Return the post that usually presides: the highest permanent official."""
    return "ปลัดองค์การบริหารส่วนตำบล" if kind is BodyKind.SUBDISTRICT_ORGANISATION else "ปลัดเทศบาล"


def committee_name(body_name: str) -> str:
    """Return the usual name of the committee."""
    return f"คณะกรรมการติดตามและพัฒนาผลการประเมิน ITA ของ{body_name}"


def order_subject(committee: str) -> str:
    """Return what an order is about that appoints the committee."""
    return f"แต่งตั้ง{committee}"


def powers_for(province: str) -> tuple[str, ...]:
    """Return the powers that such orders usually give."""
    of = f"จังหวัด{province}" if province else "จังหวัด"
    return (
        "วิเคราะห์ผลการประเมิน ITA และเสนอแนวทางปรับปรุง",
        "จัดทำแผนพัฒนาผลการประเมิน ITA",
        f"กำกับและเร่งรัดการดำเนินงานของทุกส่วนราชการตามแผนของ{of}",
        f"รายงานปัญหาและอุปสรรคต่อคณะกรรมการระดับ{of}",
    )


def lines_for(kind: BodyKind) -> tuple[tuple[Role, str], ...]:
    """Return the lines of an order as (role, post); EVERY_DIVISION stands for the heads not named elsewhere."""
    office = divisions_for(kind)[0]
    return (
        (Role.CHAIR, chair_post(kind)),
        (Role.MEMBER, EVERY_DIVISION),
        (Role.MEMBER_SECRETARY, head_of(office)),
        (Role.ASSISTANT, "เจ้าพนักงานธุรการ"),
    )
