"""Evidence is the address of a page and nothing else: what could mislead a reader is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.evidence import Evidence, evidence_of
from ita_tui.errors import BadText


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://www.example.go.th/oit/o12", "https://www.example.go.th/oit/o12"),
        ("  http://example.go.th:8080/a?b=c#d \n", "http://example.go.th:8080/a?b=c#d"),
        ("www.example.go.th/แผน", "http://www.example.go.th/แผน"),
        ("example.go.th:8080/a", "http://example.go.th:8080/a"),
        ("<https://example.go.th>", "https://example.go.th"),
        ("HTTPS://Example.go.th/", "HTTPS://Example.go.th/"),
        ("https://เทศบาล.ไทย/o1", "https://เทศบาล.ไทย/o1"),
        ("https://exam\u202eple.go.th/\u200ba\x1b[2J", "https://example.go.th/a"),
        ("http://10.0.0.1/o1", "http://10.0.0.1/o1"),
    ],
)
def test_an_address_is_kept_cleaned_and_whole(typed: str, kept: str) -> None:
    assert evidence_of(typed, " แผนงบประมาณ\n") == Evidence(kept, "แผนงบประมาณ")


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "แผนงบประมาณ", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.go.th",
        "https://", "https:///o1", "https://www.example.go.th@evil.example/", "https://exa mple.go.th", "https://ok/",
        "https://example.go.th/แผน ปี", "https://[::1", "https://example.go.th:99999/", "https://-.go.th/",
        "https://example.go.th/" + "a" * 2000, "mailto:a@example.go.th", "C:\\แผน.pdf", "../o12",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadText) as refused:
        evidence_of(typed)
    assert "https://" in refused.value.hint


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_kept_is_an_address_that_stays_as_it_is_when_read_again(url: str, explanation: str) -> None:
    try:
        kept = evidence_of(url, explanation)
    except BadText:
        return
    assert kept.url.lower().startswith(("http://", "https://"))
    assert evidence_of(kept.url, kept.explanation) == kept
    assert not any(each.isspace() for each in kept.url)
