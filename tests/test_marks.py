"What the notebook of `marks` cannot show: any text, every sort of mark, time that grows with the length"
import time, unicodedata
import numpy as np, pytest
from hypothesis import given, settings, strategies as st
from media_study.marks import pair_marks, inside

MARKS = "\"'“”„‟«»‹›‘’‚‛`＂「」『』〝〞〟"
texts = st.text(st.one_of(st.sampled_from(MARKS + " .,s5\n\r<>á\u200d"), st.characters(exclude_categories=["Cs"])), max_size=80)

def between(text): return [text[m.start:m.end] for m in pair_marks(text)]

@settings(max_examples=300, deadline=None)
@given(texts)
def test_any_text(text):
    last = -1
    for m in pair_marks(text):
        assert 0 <= m.open <= m.start < m.end <= len(text) and m.depth >= 1 and m.open >= last
        assert m.close is None or m.close == m.end and m.close < len(text)
        assert "\n" not in text[m.open:m.end] and "\r" not in text[m.open:m.end]
        assert not unicodedata.combining(text[m.start])
        last = m.open

@settings(max_examples=300, deadline=None)
@given(texts)
def test_map_agrees(text):
    marked, flat = pair_marks(text), inside(text)
    assert flat.shape == (len(text),) and flat.dtype == np.uint8
    for m in marked:
        assert (flat[m.start:m.end] > 0).all()
        assert (flat[m.open:m.start] >= 2).all()
    covered = np.zeros(len(text), bool)
    for m in marked: covered[m.start:m.end] = True
    assert not (flat[~covered] == 1).any()

@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_paragraphs_without_marks_between_are_apart(a, b):
    "A line without marks and a blank line ends what was left open"
    one, gap = pair_marks(a), "\n\nplain\n\n"
    both = pair_marks(a + gap + b)
    assert [(m.start, m.end, m.close) for m in both if m.open < len(a)] == [(m.start, m.end, m.close) for m in one]

@pytest.mark.parametrize("text, spans", [
    ("“A,” he said, “b.”", ["A,", "b."]),
    ('"A," he said, "b."', ["A,", "b."]),
    ("‘A,’ he said, ‘b.’", ["A,", "b."]),
    ("'A,' he said, 'b.'", ["A,", "b."]),
    ("``A,'' he said, ``b.''", ["A,", "b."]),
    ("''A,'' he said, ''b.''", ["A,", "b."]),
    ("„Ja“, sagte sie, „nein“.", ["Ja", "nein"]),
    ("„Tak”, powiedziała.", ["Tak"]),
    ("»Ja«, sagte sie, »nein«.", ["Ja", "nein"]),
    ("«Oui», dit-elle, « non ».", ["Oui", " non "]),
    ("”Ja”, sa hon. ”Nej.”", ["Ja", "Nej."]),
    ("‚Ja‘, sagte sie.", ["Ja"]),
    ("「はい」『いいえ』", ["はい", "いいえ"]),
    ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
    ("\"He said 'no' to me,\" she said.", ["He said 'no' to me,", "no"]),
    ("‘He said “no” to me,’ she said.", ["He said “no” to me,", "no"]),
    ('"He said "no" to me," she said.', ['He said "no" to me,', "no"]),
    ("“The dogs’ owner isn’t here.”", ["The dogs’ owner isn’t here."]),
    ("‘The dogs’ owner isn’t here.’", ["The dogs’ owner isn’t here."]),
    ("‘It was in the ’90s,’ he said.", ["It was in the ’90s,"]),
    ("He is 5'10\" or 5’10” tall, 6' wide.", []),
    ('"He is 5\'10" tall," she said.', ['He is 5\'10" tall,']),
    ('"It was 2016," she said. "Not 2017".', ["It was 2016,", "Not 2017"]),
    ("'Tis the season, y'all: rock 'n' roll 'em.", []),
    ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
    ("“One.\n\nTwo,” he said.", ["One.", "Two,"]),
    ("‘One.\n\n‘Two,’ he said.", ["One.", "Two,"]),
    ("« Un.\n» Deux », dit-il.", [" Un.", " Deux "]),
    ("“One line\nand the next\nof it,” he said.", ["One line", "and the next", "of it,"]),
    ("“One.\n\nHe left. “Two.”", ["One.", "Two."]),
    ('<a href="x y">“Link”</a> \'s', ["Link"]),
    ('He said: "Go', ["Go"]),
    ("", []), ('"', []), ('""', []), ("“”", []),
])
def test_conventions(text, spans): assert between(text) == spans

def test_goes_on():
    assert [m.continues for m in pair_marks("“One.\n\n“Two.\n\n“Three,” he said. “Four.”")] == [False, True, True, False]

@pytest.mark.parametrize("piece", ['"', "“", "”", "'", "’ ", "‘a", "“a ", "\n“", "\nword", "<a", "''", " '", "s' a", '5" '])
def test_linear(piece):
    def seconds(n):
        text = "“" + piece * n; t = time.process_time(); pair_marks(text); return time.process_time() - t
    assert min(seconds(40_000) for _ in range(3)) < 20 * max(min(seconds(5_000) for _ in range(3)), .02)
