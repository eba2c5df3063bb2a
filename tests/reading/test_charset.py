"""Bytes to code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouidire.reading.charset import declared_in_html, decode_bytes

RUSSIAN = "Паром остался в порту Вельмонта, сообщила в понедельник администрация порта. " * 4
FRENCH = "Le préfet a démenti : « Aucun bac n’a été touché », a-t-il déclaré à Velmont. " * 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding):
    """Whatever is declared."""
    assert decode_bytes(FRENCH.encode(encoding), "latin-1").text == FRENCH


def test_a_true_declaration_is_followed():
    """Windows-1251, declared."""
    decoded = decode_bytes(RUSSIAN.encode("cp1251"), "windows-1251")

    assert (decoded.text, decoded.contradicted) == (RUSSIAN, None)


def test_utf8_declared_as_latin1_is_read_and_the_lie_said():
    """Valid UTF-8 with accents is not Latin-1 by chance."""
    decoded = decode_bytes(FRENCH.encode(), "iso-8859-1")

    assert (decoded.text, decoded.contradicted) == (FRENCH, "iso-8859-1")


@pytest.mark.parametrize(("encoding", "label"), [("koi8-r", "iso-8859-1"), ("cp1251", "utf-8")])
def test_cyrillic_under_a_false_label_is_read(encoding, label):
    """The words decide; the label is said to be false."""
    decoded = decode_bytes(RUSSIAN.encode(encoding), label)

    assert "Паром" in decoded.text
    assert decoded.contradicted == label


def test_a_damaged_utf8_stays_utf8_and_is_counted():
    """One bad byte among many good ones costs one character."""
    body = FRENCH.encode()
    decoded = decode_bytes(body[:100] + b"\xff" + body[100:])

    assert (decoded.charset, decoded.replaced) == ("utf-8", 1)


@pytest.mark.parametrize("label", ["utf-7", "hex", "rot13", "nonsense", "utf-16", ""])
def test_a_label_that_cannot_be_is_passed_over(label):
    """UTF-7 smuggles markup, codecs of bytes are no charsets."""
    assert (
        decode_bytes(b"The ferry +ADw-script+AD4- stayed.", label).text
        == "The ferry +ADw-script+AD4- stayed."
    )


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "latin-1", "shift_jis", "utf-7", "cp1252", "big5"]),
)
def test_any_bytes_decode(body, label):
    """Never raises, never loses the count."""
    decoded = decode_bytes(body, label)

    assert decoded.replaced <= decoded.text.count("\ufffd")


def test_declarations_are_found_in_the_head_of_a_page():
    """Both ways of writing it, and XHTML's."""
    assert declared_in_html(b'<html><meta charset="KOI8-R">') == "KOI8-R"
    assert declared_in_html(b"<meta http-equiv=content-type content='text/html; charset=big5'>") == "big5"
    assert declared_in_html(b'<?xml version="1.0" encoding="euc-kr"?>') == "euc-kr"
    assert declared_in_html(b"<html>") is None
