"""The form that asks for a body: its name, kind and places, and at the first start where its data lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ita_tui.domain.body import Body, BodyKind
from ita_tui.domain.naming import PROVINCES, full_name, kind_in, province_name, provinces_like
from ita_tui.errors import BadText
from ita_tui.secretary.body.setup import Answers, check_free, proposed_folder, read_answers
from ita_tui.ui.screens.asking.form import Field, Form, Values

_KINDS = tuple((kind.value, kind.label) for kind in BodyKind)


def body_form(title: str, body: Body | None, documents: Path | None, folder: Path | None = None) -> Form:
    """Return the form; `documents` is where a new body's folder is proposed, None for a body that has one."""
    fields = [
        Field("name", "ชื่อหน่วยงาน", body.name if body else "", "เช่น อบต.… หรือ เทศบาลตำบล…", check=_check_name),
        Field("kind", "ประเภท", (body.kind if body else BodyKind.SUBDISTRICT_ORGANISATION).value, choices=_KINDS),
        Field("district", "อำเภอ", body.district if body else ""),
        Field("province", "จังหวัด", body.province if body else "", known=PROVINCES),
    ]
    if documents is None:
        return Form(title, tuple(fields), note=_note, propose=_kind_of_name)
    where = str(folder) if folder else ""
    fields.append(Field("folder", "โฟลเดอร์ข้อมูล", where, check=lambda text: check_free(path_of(text))))

    def propose(values: Values) -> Mapping[str, str]:
        kind = _kind_of_name(values)
        named = _full(values | dict(kind))
        return {**kind, "folder": str(folder or (proposed_folder(documents, named) if named else ""))}

    intro = "ตอบเท่าที่ทราบ แก้ไขภายหลังได้ทุกข้อที่หน้าตั้งค่า"
    return Form(title, tuple(fields), intro, note=_note, propose=propose)


def answers_of(values: Values) -> Answers:
    """Return what was answered; raise BadText without a name."""
    return read_answers(BodyKind(values["kind"]), values["name"], values["district"], values["province"])


def _check_name(name: str) -> None:
    """Raise BadText without a name, so that the form goes back to this field."""
    read_answers(BodyKind.SUBDISTRICT_ORGANISATION, name, "", "")


def path_of(text: str) -> Path:
    """Read a folder as typed, `~` too; raise BadText for none."""
    if not text.strip():
        raise BadText("ยังไม่ได้ระบุโฟลเดอร์", "พิมพ์ตำแหน่งโฟลเดอร์")
    try:
        path = Path(text.strip()).expanduser()
    except RuntimeError:
        raise BadText(f"ไม่พบผู้ใช้ตามที่ระบุใน “{text.strip()}”", "พิมพ์ตำแหน่งโฟลเดอร์ให้เต็ม") from None
    return path.absolute()


def _kind_of_name(values: Values) -> Mapping[str, str]:
    kind = kind_in(values["name"])
    return {"kind": kind.value} if kind else {}


def _full(values: Values) -> str:
    try:
        return full_name(BodyKind(values["kind"]), values["name"])
    except BadText:
        return ""


def _note(values: Values) -> str:
    lines = [f"ชื่อที่พิมพ์ในเอกสาร: {_full(values)}"] if _full(values) else []
    like = provinces_like(values["province"])
    if like:
        lines.append(f"จังหวัดที่ใกล้เคียง: {' '.join(like)}")
    elif values["province"] and province_name(values["province"]) not in PROVINCES:
        lines.append("ไม่พบจังหวัดนี้ในรายชื่อ ๗๗ จังหวัด โปรดตรวจตัวสะกด")
    return "\n".join(lines)
