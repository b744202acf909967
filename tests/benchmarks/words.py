"""Thai prose of any size whose sentences differ, and a text to type that stands nowhere in it."""

from __future__ import annotations

import random

_OPENINGS = (
    "เมื่อพิจารณาข้อมูลแล้ว", "จากการติดตามในไตรมาสนี้", "สำหรับเรื่องดังกล่าว", "เพื่อให้ประชาชนเข้าถึงข้อมูล", "ทั้งนี้",
    "ในส่วนของแผนงาน", "ตามระเบียบที่เกี่ยวข้อง", "กรณีที่ยังไม่แล้วเสร็จ", "ภายในสิ้นเดือนหน้า", "เนื่องจากงบประมาณมีจำกัด",
)
_SUBJECTS = (
    "กองคลัง", "กองช่าง", "กองการศึกษา", "สำนักปลัด", "งานพัสดุ", "งานนิติการ", "ฝ่ายเลขานุการ", "ผู้รับผิดชอบตัวชี้วัด",
    "คณะทำงาน", "หน่วยตรวจสอบภายใน",
)
_ACTS = (
    "ควรเผยแพร่รายงานให้ครบถ้วน", "เร่งปรับปรุงหน้าเว็บไซต์", "จัดทำคู่มือการให้บริการ", "ตรวจสอบลิงก์ที่เสีย",
    "รวบรวมหลักฐานประกอบ", "ชี้แจงขั้นตอนการร้องเรียน", "สรุปผลการจัดซื้อจัดจ้าง", "ทบทวนมาตรการป้องกันการทุจริต",
    "แจ้งกำหนดวันแล้วเสร็จ", "บันทึกปัญหาและอุปสรรค",
)
_ENDINGS = (
    "ก่อนการประชุมครั้งต่อไป", "ตามแบบที่กำหนด", "โดยไม่ต้องรอสิ้นปี", "และรายงานผลเป็นหนังสือ", "พร้อมภาพประกอบ",
    "ให้ทันรอบการประเมิน", "โดยระบุผู้รับผิดชอบให้ชัดเจน", "เพื่อความโปร่งใส",
)

TYPED = (
    "ลมหนาวพัดผ่านทุ่งรวงทองยามเช้า แม่ค้าขายขนมครกใต้ต้นไทรใหญ่ริมคลอง เด็กน้อยวิ่งไล่จับผีเสื้อหลากสี "
    "ลุงชาวนาจูงควายเผือกกลับคอก ป้าข้างบ้านโขลกเครื่องแกงหอมฟุ้ง เสียงระฆังวัดดังแว่วมาแต่ไกล "
    "เรือหางยาวแล่นฝ่าสายหมอก ชาวประมงทอดแหจับปลาตะเพียน ฝูงนกกระยางบินเรียงแถวเหนือบึงบัวหลวง "
    "ยายนั่งปั่นฝ้ายบนแคร่ไม้ไผ่ หลานสาวหัดร้อยมาลัยดอกมะลิ พระจันทร์เสี้ยวลอยเด่นเหนือยอดเขา"
).replace(" ", "")
"""Typed without blanks, and without sara am, which is painted in another order: every key paints a letter."""


def prose(size: int, paragraph: int, seed: int = 2567) -> str:
    """Return about `size` bytes (UTF-8) of Thai in paragraphs of about `paragraph` code points; 0 for one paragraph."""
    chance = random.Random(seed)
    paragraphs, words, letters, written = [], [], 0, 0
    while written < size:
        sentence = "".join(chance.choice(part) for part in (_OPENINGS, _SUBJECTS, _ACTS, _ENDINGS))
        sentence += f" {chance.randrange(1000)} "
        words.append(sentence)
        letters += len(sentence)
        written += len(sentence.encode())
        if paragraph and letters >= paragraph:
            paragraphs.append("".join(words).strip())
            words, letters = [], 0
    if words:
        paragraphs.append("".join(words).strip())
    return "\n".join(paragraphs)


def middle(text: str) -> tuple[int, int]:
    """Return the place in the middle of a text: row and column in code points, from 0."""
    lines = text.split("\n")
    row = len(lines) // 2
    return row, len(lines[row]) // 2
