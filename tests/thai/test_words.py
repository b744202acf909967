"""Words: where a line may break, and where Ctrl+arrows stop."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.thai import words
from ita_tui.thai.clusters import boundaries
from tests.thai.sentences import PARAGRAPH, SENTENCES

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(SENTENCES).flatmap(lambda s: st.integers(0, len(s)).map(lambda n: s[n:])),
        st.text(alphabet="กงนมยรเแาะำิี่้์ๆฯ ()“”.,๑2aZ-/\n\u200b😀\U00020000", max_size=30),
    ),
    max_size=4,
).map("".join)


@pytest.fixture(autouse=True)
def no_names_from_elsewhere() -> Iterator[None]:
    words.forget_names()
    yield
    words.forget_names()


def marked(text: str) -> str:
    ends = words.breaks(text)
    return "|".join(text[a:b] for a, b in zip([0, *ends], ends, strict=False))


@pytest.mark.parametrize(
    "expected",
    [
        "ทุก|ท่าน|ช่วย|กัน",
        "เรื่อง|อื่น ๆ |ที่|เกี่ยวข้อง",
        "เวลา |๐๙.๓๐ น. |ปิด|ประชุม",
        "๐๙.๓๐ - |๑๑.๓๐ น. |ณ |ชั้น ๒",
        "คู่มือ |แผน|งาน ฯลฯ",
        "(ร่าง) |แผน",
        "ระบบ|E-Service|ของ|งาน",
        # abbreviations
        "สำนักงานป.ป.ช.ประจำ|จังหวัด",
        "ว่าที่ ร.ต. |เป็น|ผู้|แทน|อบต.",
        "กรุงเทพฯ|มี|โครงการฯ|ใหม่",
        # numbers with what they count or name
        "ปี |พ.ศ. ๒๕๖๗ |มี|มติ",
        "คำ|สั่ง|ที่ ๑๕๕/๒๕๖๕ |ลง|วันที่ ๑ ต.ค. |๒๕๖๕",
        "ใน|ครั้งที่ ๒/๒๕๖๖ |ของ|หมู่ที่ ๔",
        "ข้อ o๑๒ |และ |o33 |ถึง |o1-o43",
        "มาตรา ๙ |จำนวน |๕ วัน |๑,๕๐๐.๕๐ บาท|ต่อ|ปี",
        "อท |๐๐๒๓.๓/ว ๑๒๓๔",
        "โทร. ๐ ๓๕๖๑ ๑๒๓๔ |ต่อ ๑๑",
        "/๔. |หาก...",
        # addresses
        "ที่|https://www.example.go.th/|news/|2567 |แล้ว",
        "ส่ง |saraban@example.go.th |วัน|นี้",
        # ICU alone takes ผลก, การก, มีน, จัดจ้า, เมิน for words here, or does not know the word
        "รายงาน|ผลกลับ|มา",
        "ผู้อำนวยการกองคลัง|รักษา|การ|แทน",
        "มีนโยบาย |แนวทาง",
        "จัดซื้อจัดจ้างอยู่|ใน|ขั้นตอน",
        "หลักเกณฑ์|การ|ประเมินฯ |ควร",
        "หลัก|ธรรมาภิบาล|ใน|การ|ทำงาน",
        "คลิป|วิดีโอ|และ|อินโฟกราฟิก|ทาง|เฟซบุ๊ก",
        "😀|ประชุม|😀",
        "น้ำ|ที่|ก็|กำ",
    ],
)
def test_a_line_breaks_between_words_and_nowhere_else(expected: str) -> None:
    assert marked(expected.replace("|", "")) == expected


@given(TEXTS)
def test_every_break_stands_between_clusters_and_the_last_is_the_end(text: str) -> None:
    ends = words.breaks(text)
    assert ends == sorted(set(ends))
    assert set(ends) <= set(boundaries(text))
    assert ends[-1:] == ([len(text)] if text else [])


@given(TEXTS)
def test_no_row_begins_with_what_belongs_to_the_row_above(text: str) -> None:
    for end in words.breaks(text)[:-1]:
        if text[end - 1] != "\n":
            assert text[end] not in "ๆฯะาำ)”.,่้์ี"
            assert text[end - 1] not in "เแโใไ(“"


@given(TEXTS, st.data())
@settings(max_examples=60)
def test_reading_on_from_any_break_finds_the_rest(text: str, data: st.DataObject) -> None:
    long = text + PARAGRAPH * 3 + text
    ends = words.breaks(long)
    at = data.draw(st.integers(0, len(ends) - 1))
    assert list(words.iter_breaks(long, ends[at])) == ends[at + 1 :]


@given(TEXTS)
@settings(max_examples=40)
def test_long_text_breaks_as_if_it_were_read_in_one_piece(text: str) -> None:
    long = (text + PARAGRAPH.replace(" ", "")) * 3
    in_windows = words.breaks(long)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_WINDOW", 10**9)
        assert words.breaks(long) == in_windows


def test_a_name_of_the_data_is_never_broken() -> None:
    name = "เทศบาลตำบลเพชรเมืองทอง"
    text = f"ขอเชิญชาว{name}ทุกท่าน"
    assert any(text.index(name) < at < text.index(name) + len(name) for at in words.breaks(text))
    words.keep_whole([name, "เพชรเมืองทอง", "", "ก"])
    assert not any(text.index(name) < at < text.index(name) + len(name) for at in words.breaks(text))
    words.forget_names()
    assert name not in marked(text).split("|")


def test_names_are_kept_in_running_text_repeated_overlapping_and_beside_digits() -> None:
    words.keep_whole(["กองคลังเทศบาล", "เทศบาลตำบลเพชรเมืองทอง"])
    assert marked("ชาวเพชรเมืองทองเพชรเมืองทอง๒๕๖๖") == "ชาว|เพชรเมืองทอง|เพชรเมืองทอง๒๕๖๖"
    assert marked("แจ้งกองคลังเทศบาลตำบลเพชรเมืองทองแล้ว") == "แจ้ง|กองคลังเทศบาลตำบลเพชรเมืองทอง|แล้ว"


def test_a_person_is_kept_whole_with_and_without_title_and_by_each_name() -> None:
    words.keep_whole(["นางสาวพรรณทิพา ใจดีมาก", "อำเภอเมืองเลย"])
    assert marked("เชิญนางสาวพรรณทิพา ใจดีมากพูด") == "เชิญ|นางสาวพรรณทิพา ใจดีมาก|พูด"
    assert marked("คุณพรรณทิพาตอบว่าไม่มีเลย") == "คุณ|พรรณทิพา|ตอบ|ว่า|ไม่มี|เลย"


@given(TEXTS, st.sampled_from([*SENTENCES, PARAGRAPH]), st.data())
@settings(max_examples=60)
def test_learning_names_takes_breaks_away_and_adds_none(text: str, source: str, data: st.DataObject) -> None:
    words.forget_names()
    long = text + source
    before = set(words.breaks(long))
    at = data.draw(st.integers(0, len(long) - 1))
    words.keep_whole([long[at : at + data.draw(st.integers(1, 60))]])
    assert set(words.breaks(long)) <= before


def test_a_name_with_a_space_stays_on_one_row_and_a_whole_sentence_is_no_name() -> None:
    words.keep_whole(["กองสาธารณสุข และสิ่งแวดล้อม", PARAGRAPH])
    assert "กองสาธารณสุข และสิ่งแวดล้อม" in marked("ส่งกองสาธารณสุข และสิ่งแวดล้อมทราบ").split("|")
    assert len(words.breaks(PARAGRAPH)) > 50


def test_a_name_at_the_edge_of_a_window_is_kept_too() -> None:
    name = "เทศบาลตำบลเพชรเมืองทอง"
    words.keep_whole([name])
    for pad in range(0, 1200, 37):
        text = (PARAGRAPH * 3)[:pad] + " " + (name + "และ") * 3 + PARAGRAPH * 2
        start = text.index(name)
        assert not any(start < at < start + len(name) for at in words.breaks(text))


def test_a_piece_too_wide_for_its_row_folds_between_words_then_between_syllables() -> None:
    name = "เทศบาลตำบลเพชรเมืองทอง"
    assert words.breaks_within(name, 0, len(name))[:2] == [6, 10]
    assert words.breaks_within("เก้าอี้", 0, 7) == [4, 7]


def test_a_long_name_folds_around_the_names_within_it() -> None:
    words.keep_whole(["องค์การบริหารส่วนตำบลเพชรเมืองทอง"])
    text = "ชาวองค์การบริหารส่วนตำบลเพชรเมืองทอง"
    folds = words.breaks_within(text, 3, len(text))
    assert "|".join(text[a:b] for a, b in pairwise([3, *folds])) == "องค์การ|บริหาร|ส่วน|ตำบล|เพชรเมืองทอง"


@pytest.mark.parametrize(
    "word", ["กัน", "คืน", "เป็น", "เดิน", "เที่ยม", "เปลี่ยน", "เพลี้ย", "เหนี่ยว", "เหมือน", "แก็ส", "เพ็ญ"]
)
def test_a_vowel_that_needs_a_consonant_behind_it_ends_no_row(word: str) -> None:
    """Whatever stands around it, also what no dictionary knows."""
    for before, behind in (("ฬาฮ", "ฌฮา"), ("ก็", "ก็"), ("", "ฯ"), ("ๆ", " "), ("ฮูฬ", "ใฬ")):
        text = before + word + behind
        inside = range(len(before) + 1, len(before) + len(word))
        assert not set(words.breaks(text)) & {at for at in inside if text[at] not in "เแ" and text[at - 1] in "ัื็ีิ่้"}


@given(st.text("กงจนมยรลวสอหาิีุเแะัื็่้์", min_size=2, max_size=40))
def test_a_bare_consonant_beside_other_letters_is_no_word(text: str) -> None:
    assert not set("กงจนมยรลวสอห") & set(marked(text).split("|"))


def test_ctrl_arrows_stop_where_words_begin() -> None:
    text = "การประชุมที่เทศบาล ครั้งที่ ๑/๒๕๖๗ (ITA) ระบบE-Service"
    stops, at = [], 0
    while at < len(text):
        stops.append(at)
        at = words.next_word(text, at)
    assert [text[a:b] for a, b in zip(stops, [*stops[1:], len(text)], strict=True)] == [
        "การ", "ประชุม", "ที่", "เทศบาล ", "ครั้ง", "ที่ ", "๑/๒๕๖๗ ", "(ITA) ", "ระบบ", "E-Service",
    ]  # fmt: skip
    back = len(text)
    for stop in reversed(stops):
        back = words.previous_word(text, back)
        assert back == stop


@given(st.integers(0, 4000))
@settings(max_examples=60)
def test_words_near_one_place_agree_with_reading_the_whole_text(offset: int) -> None:
    text = PARAGRAPH.replace(" ", "") * 6
    at = min(offset, len(text))
    starts = words.word_starts(text)
    assert words.previous_word(text, at) == max((s for s in starts if s < at), default=0)
    assert words.next_word(text, at) == min((s for s in starts if s > at), default=len(text))


@pytest.mark.parametrize(
    "parted",
    ["ประจำปี|งบประมาณ", "ผู้อำนวยการ|กอง|ช่าง", "กำลัง|จัดซื้อจัดจ้าง|อยู่"],
)
def test_a_known_word_ends_where_it_ends_though_icu_goes_on(parted: str) -> None:
    text = parted.replace("|", "")
    starts = [*words.word_starts(text), len(text)]
    assert "|".join(text[a:b] for a, b in pairwise(starts)) == parted
