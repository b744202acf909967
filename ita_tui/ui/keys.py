"""THE table of keys: footer, help, the menu behind Esc, and the README all read it.

Keys are named as on a Latin keyboard; a Thai layout is translated by position in one place (layout_keys).
Screens write `BINDINGS = keys.LIVE` and hold an action of each name; nothing else binds a key of the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from textual.binding import Binding, BindingType

from ita_tui.domain.oit import Status

NAMES = {
    "escape": "Esc", "enter": "Enter", "space": "Space", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "tab": "Tab", "home": "Home", "end": "End",
    "backspace": "Backspace", "delete": "Del",
}


def shown(key: str) -> str:
    """Return how a key is written on the keyboard: shift+f6 → Shift+F6."""
    *held, last = key.split("+")
    return "+".join([*(part.capitalize() for part in held), NAMES.get(last, last.upper())])


def rows(*tables: Sequence[BindingType]) -> list[Binding]:
    """Return the rows of tables one after the other, each key once, as help and menu show them."""
    found = {each.key: each for table in reversed(tables) for each in table if isinstance(each, Binding)}
    order = dict.fromkeys(each.key for table in tables for each in table if isinstance(each, Binding))
    return [found[key] for key in order]


def _key(key: str, action: str, label: str, *, tooltip: str = "", show: bool = True, priority: bool = False) -> Binding:
    name = action.split("(", maxsplit=1)[0].removeprefix("app.").removeprefix("screen.")
    argument = action.split("'")[1] if "'" in action else ""
    return Binding(
        key, action, label, show=show, priority=priority, key_display=shown(key.split(",", maxsplit=1)[0]),
        tooltip=tooltip or label, id=f"{name}.{argument}" if argument else name,
    )


APP: list[BindingType] = [
    _key("f1", "app.help", "ช่วยเหลือ", tooltip="อธิบายหน้าจอนี้และปุ่มที่ใช้ได้", priority=True),
    _key("ctrl+p", "screen.palette", "ค้นหาคำสั่ง", tooltip="ค้นหาคำสั่งหรือการประชุม", show=False, priority=True),
    _key("ctrl+t", "app.toggle_theme", "สลับสีหน้าจอ", tooltip="สลับสีพื้นสว่างกับพื้นมืด", show=False, priority=True),
    _key("ctrl+q", "app.leave", "ออกจากโปรแกรม", tooltip="บันทึกทุกอย่างแล้วออก", show=False, priority=True),
]

HOME: list[BindingType] = [
    _key("enter", "open_chosen", "เข้าห้องประชุม", tooltip="เข้าห้องประชุมของการประชุมที่เลือก", priority=True),
    _key("e", "prepare", "เตรียมประชุม", tooltip="แก้กำหนดการ ระเบียบวาระ และคำกล่าวของการประชุมที่เลือก"),
    _key("f9", "begin", "เปิดประชุม", tooltip="เข้าห้องประชุมและเปิดประชุมที่เลือก"),
    _key("f8", "documents", "เอกสาร", tooltip="ดูและออกเอกสารของการประชุมที่เลือก"),
    _key("n", "plan", "ประชุมครั้งใหม่", tooltip="เพิ่มการประชุมครั้งต่อไปและเตรียมระเบียบวาระ"),
    _key("r", "results", "ผลประเมิน", tooltip="ดู กรอก และนำเข้าผลประเมินของทุกปี"),
    _key("s", "settings", "ตั้งค่า", tooltip="หน่วยงาน คณะกรรมการ คำสั่งแต่งตั้ง และค่าที่ใช้ทุกครั้ง"),
    _key("o", "folders", "ข้อมูลชุดอื่น", tooltip="เปิดข้อมูลของหน่วยงานอื่น หรือเริ่มข้อมูลชุดใหม่"),
    _key("ctrl+z", "bring_back", "เอากลับ", tooltip="เอาการประชุมที่ลบครั้งล่าสุดกลับมา", show=False),
    _key("ctrl+q", "app.leave", "ออก", tooltip="บันทึกทุกอย่างแล้วออก", priority=True),
]

LIVE: list[BindingType] = [
    _key("f2", "speaker", "ผู้พูด", tooltip="เลือกผู้พูดคนต่อไป คนก่อนหน้าอยู่บนสุด", priority=True),
    _key("f3", "resolution", "มติ", tooltip="บันทึกมติของวาระนี้", priority=True),
    _key("f4", "people", "คนเข้าออก", tooltip="มาสาย ออกก่อน กลับเข้า มาแทน แขก และประธาน", priority=True),
    _key("f5", "oit", "OIT", tooltip="ติดตามสถานะ OIT รายข้อ", priority=True),
    _key("f6", "next_item", "วาระถัดไป", tooltip="ไปวาระถัดไป", priority=True),
    _key("shift+f6", "previous_item", "วาระก่อนหน้า", tooltip="กลับไปวาระก่อนหน้า", show=False, priority=True),
    _key("f8", "documents", "เอกสาร", tooltip="ดูตัวอย่างและออกเอกสาร", priority=True),
    _key("f9", "gavel", "เปิด/เลิกประชุม", tooltip="เปิด พัก ประชุมต่อ หรือเลิกประชุม", priority=True),
    _key("tab", "offer", "คำเตรียมไว้", tooltip="นำคำกล่าวที่เตรียมไว้หรือสูตรคำกล่าวมาใช้ กดซ้ำเพื่อดูข้อความถัดไป", priority=True),
    _key("ctrl+g", "go_to_item", "ไปวาระ", tooltip="ไปวาระใดก็ได้ วาระที่เพิ่งจากมาอยู่บนสุด", show=False, priority=True),
    _key("ctrl+n", "sub_item", "เพิ่มวาระย่อย", tooltip="เพิ่มวาระย่อยตรงนี้", show=False, priority=True),
    _key("shift+f2", "split", "แยกคำกล่าว", tooltip="แยกข้อความตั้งแต่เคอร์เซอร์ให้ผู้พูดอีกคน", show=False, priority=True),
    _key("shift+f3", "join", "รวมคำกล่าว", tooltip="รวมกับคำกล่าวที่อยู่ด้านบน", show=False, priority=True),
    _key("alt+up", "move_up", "ย้ายขึ้น", tooltip="ย้ายข้อความนี้ขึ้น ข้ามไปวาระก่อนหน้าได้", show=False, priority=True),
    _key("alt+down", "move_down", "ย้ายลง", tooltip="ย้ายข้อความนี้ลง ข้ามไปวาระถัดไปได้", show=False, priority=True),
    _key("ctrl+r", "versions", "ข้อความเดิม", tooltip="ดูข้อความก่อนแก้ไขหรือที่นำออก และนำกลับมา", show=False, priority=True),
    _key("ctrl+b", "mark", "ใส่ [ตามต่อ]", tooltip="ทำเครื่องหมายไว้กลับมาเขียนต่อ กดซ้ำเพื่อเอาออก", show=False, priority=True),
    _key("ctrl+l", "marks", "รายการตามต่อ", tooltip="ไปยังข้อความที่ทำเครื่องหมายตามต่อไว้", show=False, priority=True),
    _key("ctrl+s", "reassure", "บันทึก", tooltip="บันทึกข้อความที่กำลังพิมพ์เดี๋ยวนี้", show=False, priority=True),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการพิมพ์ หรือย้อนการบันทึกครั้งล่าสุด", show=False, priority=True),
    _key("escape", "menu", "เมนู", tooltip="เมนูของทุกปุ่มในหน้านี้", priority=True),
    _key("f10", "back", "หน้าแรก", tooltip="กลับหน้าแรก", show=False, priority=True),
]

_OIT_STATUS = [
    (Status.DONE, "เรียบร้อย"), (Status.DONE_CURRENT, "ปัจจุบัน"), (Status.PARTIAL, "บางส่วน"),
    (Status.IN_PROGRESS, "ระหว่าง"), (Status.WAITING, "รอ"), (Status.NOT_STARTED, "ยังไม่"),
]

OIT: list[BindingType] = [
    _key("enter", "as_reported", "ตามที่รายงาน", tooltip="ยืนยันตามที่ส่วนราชการรายงาน หรือตามสถานะเดิม"),
    *(
        _key(str(number), f"mark('{status.value}')", label, tooltip=status.label)
        for number, (status, label) in enumerate(_OIT_STATUS, start=1)
    ),
    _key("0", "mark('unset')", "ล้าง", tooltip=Status.UNSET.label),
    _key("g", "rest_of_group", "ทั้งกลุ่ม", tooltip="ยืนยันข้อที่เหลือของกลุ่มตามที่รายงานหรือสถานะเดิม"),
    _key("n", "note", "หมายเหตุ", tooltip="หมายเหตุของข้อนี้"),
    _key("r", "responsible", "ผู้รับผิดชอบ", tooltip="ส่วนราชการที่รับผิดชอบข้อนี้"),
    _key("d", "due", "กำหนด", tooltip="กำหนดเวลาหรือเงื่อนไข"),
    _key("u", "evidence", "หลักฐาน", tooltip="ที่อยู่เว็บไซต์ที่เผยแพร่ พร้อมคำอธิบาย"),
    _key("o", "only_open", "เฉพาะที่ค้าง", tooltip="แสดงเฉพาะข้อที่ยังไม่แล้วเสร็จ"),
    _key("c", "card", "ตาราง/ทีละข้อ", tooltip="สลับระหว่างตารางกับการดูทีละข้อ"),
    _key("left", "previous", "ข้อก่อน", tooltip="ข้อก่อนหน้า เมื่อดูทีละข้อ"),
    _key("right", "next", "ข้อถัดไป", tooltip="ข้อถัดไป เมื่อดูทีละข้อ"),
    _key("i", "import_file", "นำเข้า", tooltip="นำเข้าสถานะที่ส่วนราชการส่งมาเป็นแฟ้ม โดยดูก่อนว่าอะไรจะเปลี่ยน"),
    _key("x", "export_file", "ส่งออก", tooltip="เก็บรายการเป็นแฟ้ม .csv .xlsx หรือ .json ให้ส่วนราชการกรอก"),
    _key("v", "versions", "ประวัติ", tooltip="สถานะ รายงาน และหมายเหตุก่อนหน้า เลือกเพื่อนำกลับมา"),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการบันทึกครั้งล่าสุด"),
    _key("escape", "back", "กลับ", tooltip="กลับห้องประชุม"),
]

DOCUMENTS: list[BindingType] = [
    _key("enter", "do_highlighted", "ทำรายการที่เลือก", tooltip="ทำรายการที่เลือกอยู่ด้านซ้าย", priority=True),
    _key("pageup", "page(-1)", "เลื่อนดูขึ้น", tooltip="เลื่อนข้อความตัวอย่างขึ้น", priority=True, show=False),
    _key("pagedown", "page(1)", "เลื่อนดู", tooltip="เลื่อนข้อความตัวอย่างลง", priority=True),
    _key("escape", "back", "กลับ", tooltip="กลับหน้าก่อน"),
]

DIALOG: list[BindingType] = [
    _key("escape", "cancel", "ปิด", tooltip="ปิดโดยไม่เปลี่ยนแปลง"),
]

EDITING: list[BindingType] = [
    _key("ctrl+z,super+z", "undo", "ย้อนการพิมพ์", tooltip="ย้อนการพิมพ์ทีละคำ", show=False),
    _key("ctrl+y,super+y", "redo", "ทำซ้ำ", tooltip="ทำซ้ำสิ่งที่ย้อนไป", show=False),
    _key("ctrl+a,super+a", "select_all", "เลือกทั้งหมด", tooltip="เลือกข้อความทั้งหมดในช่อง", show=False),
    _key("ctrl+backspace,ctrl+w,alt+backspace", "delete_word_left", "ลบคำซ้าย", tooltip="ลบคำก่อนเคอร์เซอร์", show=False),
    _key("ctrl+delete,alt+delete", "delete_word_right", "ลบคำขวา", tooltip="ลบคำหลังเคอร์เซอร์", show=False),
]
"""Of every field that takes text. Ctrl+Z goes on to the screen where nothing is left to take back."""

EDITOR: list[BindingType] = [
    _key("ctrl+f", "find", "ค้นหาในข้อความ", tooltip="ค้นหาในข้อความที่กำลังพิมพ์", show=False),
    *EDITING,
    _key("ctrl+home", "cursor_text_start", "ต้นข้อความ", tooltip="ไปต้นข้อความ", show=False),
    _key("ctrl+end", "cursor_text_end", "ท้ายข้อความ", tooltip="ไปท้ายข้อความ", show=False),
]
"""Of a field of several lines."""

FIND: list[BindingType] = [
    _key("enter,down", "next_match", "ถัดไป", tooltip="ไปคำที่พบถัดไป", priority=True),
    _key("up,shift+enter", "previous_match", "ก่อนหน้า", tooltip="ไปคำที่พบก่อนหน้า", priority=True),
    *DIALOG,
]

PEOPLE: list[BindingType] = [
    _key("enter", "take", "เข้า/ออก", tooltip="ผู้ที่เลือกอยู่เข้าหรือออกจากที่ประชุม", priority=True),
    _key("f2", "preside", "ประธาน", tooltip="ให้ผู้ที่เลือกอยู่ทำหน้าที่ประธานในที่ประชุม", priority=True),
    _key("f3", "stand_in", "มาแทน", tooltip="มีผู้มาประชุมแทนผู้ที่เลือกอยู่ หรือแก้ชื่อผู้เข้าร่วมประชุม", priority=True),
    _key("f4", "guest", "เพิ่มผู้เข้าร่วม", tooltip="เพิ่มผู้เข้าร่วมประชุมที่ไม่อยู่ในคณะกรรมการ", priority=True),
    _key("f5", "acting", "รักษาการ", tooltip="ผู้ที่เลือกอยู่รักษาการในตำแหน่งใด", priority=True),
    _key("f6", "retime", "แก้เวลา", tooltip="แก้เวลาเข้าหรือออกครั้งล่าสุด หรือยกเลิกการเข้าออกนั้น", priority=True),
    _key("f7", "excuse", "เหตุที่ไม่มา", tooltip="เหตุผลที่ไม่มาประชุม", priority=True),
    _key("f9", "pause", "พักการประชุม", tooltip="พักการประชุมเพราะไม่ครบองค์ประชุม", priority=True),
    *DIALOG,
]

RESOLUTION: list[BindingType] = [
    _key("enter", "take", "บันทึกมติ", tooltip="บันทึกมติตามถ้อยคำในช่อง", priority=True),
    _key("f2", "unanimous", "เป็นเอกฉันท์", tooltip="กรรมการในที่ประชุมเห็นชอบทุกคน กดซ้ำเพื่อยกเลิก", priority=True),
    _key("f3", "votes", "คะแนนเสียง", tooltip="กรอกคะแนนเสียง และความเห็นแย้งพร้อมเหตุผล", priority=True),
    _key("f4", "assign", "มอบหมายงาน", tooltip="มอบหมายงาน ให้ใคร ทำอะไร ภายในเมื่อใด", priority=True),
    _key("f6", "move", "ย้ายวาระ", tooltip="ย้ายมติเดิมไปวาระอื่น", priority=True),
    _key("f8", "take_out", "นำมติออก", tooltip="นำมติเดิมออกจากบันทึก", priority=True),
    _key("alt+up", "reorder_up", "เลื่อนขึ้น", tooltip="เลื่อนมติเดิมขึ้นก่อนมติก่อนหน้า", priority=True),
    _key("alt+down", "reorder_down", "เลื่อนลง", tooltip="เลื่อนมติเดิมลงหลังมติถัดไป", priority=True),
    *DIALOG,
]

LIST_FORM: list[BindingType] = [
    _key("enter", "take", "ต่อไป", tooltip="ไปช่องถัดไป ช่องสุดท้ายเพิ่มรายการ ช่องว่างทั้งหมดคือเสร็จ", priority=True),
    _key("f8", "remove", "ลบรายการ", tooltip="ลบรายการที่กำลังแก้ หรือรายการสุดท้าย", priority=True),
    *DIALOG,
]

OPENING: list[BindingType] = [
    _key("enter", "take", "ตกลง", tooltip="ใช้รายชื่อ วัน และเวลานี้", priority=True),
    _key("f3", "stand_in", "มาแทน", tooltip="มีผู้มาประชุมแทนผู้ที่เลือกอยู่ หรือแก้ชื่อผู้เข้าร่วมประชุม", priority=True),
    _key("f4", "guest", "เพิ่มผู้เข้าร่วม", tooltip="เพิ่มผู้เข้าร่วมประชุมที่ไม่อยู่ในคณะกรรมการ", priority=True),
    _key("f5", "acting", "รักษาการ", tooltip="ผู้ที่เลือกอยู่รักษาการในตำแหน่งใด", priority=True),
    _key("f6", "times", "เวลาเข้าออก", tooltip="เวลาเข้าออกระหว่างประชุมของผู้ที่เลือกอยู่", priority=True),
    _key("f7", "excuse", "เหตุที่ไม่มา", tooltip="เหตุผลที่ไม่มาประชุม", priority=True),
    _key("f9", "postpone", "เลื่อนการประชุม", tooltip="เลื่อนไปประชุมวันอื่นเพราะไม่ครบองค์ประชุม", priority=True),
    *DIALOG,
]

ADJOURNING: list[BindingType] = [
    *DIALOG,
    _key("pageup", "page(-1)", "เลื่อนขึ้น", tooltip="เลื่อนรายการที่ยังค้างขึ้น", priority=True, show=False),
    _key("pagedown", "page(1)", "เลื่อนดูรายการ", tooltip="เลื่อนรายการที่ยังค้างลง", priority=True),
]

EVIDENCE: list[BindingType] = [
    *DIALOG,
    _key("ctrl+o", "take_out", "นำออก", tooltip="นำหลักฐานที่กำลังแก้ไขหรือที่เลือกในรายการออก", priority=True),
]

FORM: list[BindingType] = [
    _key("enter", "next_field", "ต่อไป", tooltip="ไปช่องถัดไป ที่ช่องสุดท้ายคือเสร็จ", priority=True),
    _key("ctrl+s", "take", "เสร็จ", tooltip="ใช้ข้อมูลที่กรอกไว้ทั้งหมด", priority=True),
    _key("up", "walk(-1)", "ช่องก่อนหน้า", tooltip="กลับช่องก่อนหน้า", show=False),
    _key("down", "walk(1)", "ช่องถัดไป", tooltip="ไปช่องถัดไป", show=False),
    _key("escape", "cancel", "กลับ", tooltip="กลับโดยไม่เปลี่ยนแปลง ถ้ากรอกไว้แล้วจะถามก่อน"),
]

WELCOME: list[BindingType] = [
    _key("enter", "choose", "เลือก", tooltip="เริ่มตามที่เลือก", priority=True),
    _key("escape", "back", "กลับ", tooltip="กลับไปข้อมูลชุดเดิม"),
    _key("ctrl+q", "app.leave", "ออก", tooltip="ออกจากโปรแกรม", priority=True),
]

ROWS: list[BindingType] = [
    _key("enter", "change", "แก้ไข", tooltip="แก้ไขแถวที่เลือก", priority=True),
    _key("a", "add", "เพิ่ม", tooltip="เพิ่มแถวต่อจากแถวที่เลือก"),
    _key("delete", "remove", "ลบ", tooltip="ลบแถวที่เลือก"),
    _key("alt+up", "move(-1)", "ขึ้น", tooltip="เลื่อนแถวที่เลือกขึ้น"),
    _key("alt+down", "move(1)", "ลง", tooltip="เลื่อนแถวที่เลือกลง"),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการแก้ไขครั้งล่าสุด"),
    _key("ctrl+s", "finish", "เสร็จ", tooltip="เสร็จเรื่องนี้ ทุกอย่างบันทึกแล้ว"),
    _key("escape", "back", "กลับ", tooltip="กลับ ทุกอย่างบันทึกแล้ว", show=False),
]

SEATS: list[BindingType] = [
    *ROWS[:3],
    _key("r", "next_role", "บทบาท", tooltip="เปลี่ยนบทบาท ประธานกรรมการ กรรมการ เลขานุการ"),
    _key("v", "vacate", "ว่าง/ไม่ว่าง", tooltip="สลับว่าตำแหน่งนี้ว่างหรือมีผู้ดำรงตำแหน่ง"),
    _key("g", "spread", "ทุกส่วนราชการ", tooltip="แยกแถวนี้เป็นหัวหน้าส่วนราชการทุกส่วน ส่วนละหนึ่งตำแหน่ง"),
    *ROWS[3:],
]

PREPARE: list[BindingType] = [
    _key("enter", "statement", "คำกล่าว", tooltip="เขียนคำกล่าวที่เตรียมไว้ของวาระที่เลือก", priority=True),
    _key("w", "another", "เพิ่มคำกล่าว", tooltip="เขียนคำกล่าวเพิ่มอีกหนึ่งเรื่องในวาระที่เลือก"),
    _key("a", "add_sub", "เพิ่มวาระย่อย", tooltip="เพิ่มวาระย่อยใต้วาระที่เลือก"),
    _key("i", "add", "เพิ่มวาระ", tooltip="เพิ่มระเบียบวาระต่อจากวาระที่เลือก"),
    _key("r", "rename", "แก้ชื่อ", tooltip="แก้ชื่อวาระที่เลือก หรือรายงานการประชุมที่จะรับรอง"),
    _key("delete", "remove", "ลบ", tooltip="ลบวาระที่เลือก"),
    *ROWS[3:5],
    _key("d", "schedule", "วันเวลา", tooltip="แก้วัน เวลา สถานที่ หรือเลื่อนการประชุม"),
    _key("t", "details", "แบบวาระ OIT ผู้จด", tooltip="แบบห้าหรือหกวาระ รายการ OIT ที่ติดตาม ผู้จดและผู้ตรวจรายงาน"),
    _key("f5", "oit", "OIT", tooltip="กรอกรายงานของส่วนราชการในข้อ OIT ก่อนประชุม"),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการแก้ไขครั้งล่าสุด"),
    _key("x", "delete_meeting", "ลบการประชุม", tooltip="ลบการประชุมที่ยังไม่ได้เปิดครั้งนี้", show=False),
    _key("ctrl+s", "back", "เสร็จ", tooltip="เสร็จและกลับหน้าแรก ทุกอย่างบันทึกแล้ว"),
    _key("escape", "back", "กลับ", tooltip="กลับหน้าแรก ทุกอย่างบันทึกแล้ว", show=False),
]

SETTINGS: list[BindingType] = [
    _key("enter", "open_section", "เปิด", tooltip="แก้ไขเรื่องที่เลือก", priority=True),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการแก้ไขครั้งล่าสุด"),
    _key("escape", "back", "กลับ", tooltip="กลับหน้าแรก"),
]

RESULTS: list[BindingType] = [
    _key("enter", "open_below", "ดูคะแนนย่อย", tooltip="ดูตัวชี้วัด คำถาม หรือข้อที่ประกอบเป็นคะแนนที่เลือก", priority=True),
    _key("right", "year('1')", "ปีก่อนหน้า", tooltip="ดูผลของปีก่อนหน้า", show=False),
    _key("left", "year('-1')", "ปีถัดไป", tooltip="ดูผลของปีถัดไป", show=False),
    _key("f7", "next_finding", "ตรวจทาน", tooltip="ไปยังตัวเลขต่อไปที่ไม่ตรงกัน พร้อมค่าที่น่าจะถูก", priority=True),
    _key("e", "edit", "กรอก/แก้ไข", tooltip="กรอกหรือแก้ไขคะแนนของปีนี้ เริ่มที่รายการที่เลือก"),
    _key("n", "add_year", "กรอกปีอื่น", tooltip="กรอกคะแนนของปีอื่น"),
    _key("i", "import_file", "นำเข้า", tooltip="นำเข้าจากแฟ้ม .csv .xlsx หรือ .json โดยดูก่อนว่าอะไรจะเปลี่ยน"),
    _key("s", "structure", "รหัสของปี", tooltip="คำถามหรือข้อของแต่ละตัวชี้วัด และชื่อตัวชี้วัด ของปีนี้"),
    _key("x", "export_file", "ส่งออก", tooltip="เก็บผลประเมินเป็นแฟ้ม .csv .xlsx หรือ .json"),
    _key("a", "analyse", "วิเคราะห์", tooltip="ดูและแก้ข้อวิเคราะห์ที่จะพิมพ์ในรายงาน"),
    _key("f8", "report", "รายงาน", tooltip="ดูตัวอย่าง ออก และพิมพ์รายงานการวิเคราะห์", priority=True),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการแก้ไขหรือการนำเข้าครั้งล่าสุดของปีนี้"),
    _key("escape", "back", "กลับ", tooltip="กลับขึ้นไป หรือกลับหน้าแรก"),
]

ANALYSIS: list[BindingType] = [
    _key("enter", "reword", "แก้ข้อความ", tooltip="แก้ถ้อยคำของข้อที่เลือก ลบทั้งหมดคือใช้ถ้อยคำที่เสนอ", priority=True),
    _key("delete", "strike", "ไม่พิมพ์/พิมพ์", tooltip="ไม่พิมพ์ข้อที่เลือกในรายงาน กดอีกครั้งเพื่อพิมพ์ตามเดิม"),
    _key("k", "confirm", "ยังใช้ได้", tooltip="ยืนยันว่าข้อความที่แก้ไว้ยังตรงกับคะแนนปัจจุบัน"),
    _key("f7", "next_doubt", "ข้อที่ไม่ตรง", tooltip="ไปยังข้อความถัดไปที่ไม่ตรงกับคะแนน", priority=True),
    _key("s", "style", "รูปแบบ", tooltip="เลือกรูปแบบรายงานของปีนี้"),
    _key("g", "rules", "เกณฑ์", tooltip="เลือกเกณฑ์วิเคราะห์ที่ใช้เพิ่มจากรูปแบบรายงาน"),
    _key("f8", "report", "ออกรายงาน", tooltip="ดูตัวอย่าง ออก และพิมพ์รายงานการวิเคราะห์", priority=True),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ย้อนการแก้ไขครั้งล่าสุดของปีนี้"),
    _key("escape", "back", "กลับ", tooltip="กลับหน้าผลประเมิน ทุกอย่างบันทึกแล้ว"),
]

WORDING: list[BindingType] = [
    _key("ctrl+s", "cancel", "เสร็จ", tooltip="เก็บถ้อยคำและกลับ", priority=True),
    _key("escape", "cancel", "เสร็จ", tooltip="เก็บถ้อยคำและกลับ", show=False),
]

ENTRY: list[BindingType] = [
    _key("tab", "next('1')", "ช่องถัดไป", tooltip="เก็บค่าในช่องนี้แล้วไปช่องถัดไป", priority=True),
    _key("shift+tab", "next('-1')", "ช่องก่อน", tooltip="เก็บค่าในช่องนี้แล้วกลับช่องก่อนหน้า", show=False, priority=True),
    _key("enter", "take", "เก็บ/แทนค่าเดิม", tooltip="เก็บค่า ถ้ามีค่าเดิมจะแสดงค่าเดิมกับค่าใหม่ก่อน กดอีกครั้งเพื่อแทน", priority=True),
    _key("ctrl+n", "add_code", "เพิ่มรหัส", tooltip="เพิ่มช่องของรหัสที่ยังไม่มี", priority=True),
    _key("ctrl+z", "undo", "ย้อนกลับ", tooltip="ทิ้งค่าที่กำลังกรอก หรือย้อนการบันทึกครั้งล่าสุด", priority=True),
    _key("ctrl+s", "done", "เสร็จ", tooltip="เก็บค่าในช่องนี้และกลับ ทุกอย่างบันทึกแล้ว", priority=True),
    _key("escape", "back", "คงค่าเดิม/กลับ", tooltip="คืนค่าเดิมของช่องนี้ ถ้าไม่ได้พิมพ์อยู่คือกลับ"),
]

PREVIEW: list[BindingType] = [
    _key("enter", "take", "นำเข้า", tooltip="นำเข้าตามที่แสดง", priority=True),
    *DIALOG,
]

STATEMENT: list[BindingType] = [
    _key("ctrl+s", "cancel", "เสร็จ", tooltip="เก็บคำกล่าวที่เตรียมไว้และกลับ", priority=True),
    _key("escape", "cancel", "เสร็จ", tooltip="เก็บคำกล่าวที่เตรียมไว้และกลับ", show=False),
]


def tables() -> dict[str, list[BindingType]]:
    """Return every table of keys by its name."""
    return {name: table for name, table in globals().items() if name[0].isupper() and isinstance(table, list)}


def fields_give_up(key: str) -> bool:
    """Tell whether a stock text field must leave a key alone: a function key, or one that a table holds with Ctrl."""
    last = key.rsplit("+", maxsplit=1)[-1]
    return (last[0] == "f" and last[1:].isdigit()) or ("+" in key and key in _held())


@cache
def _held() -> frozenset[str]:
    rows = [each for table in tables().values() for each in table if isinstance(each, Binding)]
    return frozenset(key for each in rows for key in each.key.split(",") if "+" in key)
