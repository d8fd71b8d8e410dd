"Words and sentences of any text"
import pytest
from hypothesis import example, given, settings, strategies as st
from media_study.text import *

regex = pytest.importorskip('regex', reason='the regex package tells where grapheme clusters end')
pieces = st.sampled_from(['.', '. ', '?”', '!" ', '…', '\n', '\r\n', '\r', ' ', '\u00a0', '\u0301', ' \u0301', '\u200d', 'U.S.', 'Mr. Xi', '“', '[3]', 'the', 'The', '3', '👩‍👩‍👧', '🇨🇳', 'e\u0301', '\u0600', 'ﾞ', '\u2028', 'A', 'x'])
texts = st.text(max_size=60) | st.lists(pieces, max_size=25).map(''.join)

@given(texts)
@settings(max_examples=100, deadline=None)
@example('End. \u0301A')
@example('So.\u0301 The')
def test_sentences(text):
    clusters = {m.start() for m in regex.finditer(r'\X', text)} | {len(text)}
    at = 0
    for s, e in sentences(text):
        assert at <= s < e <= len(text)
        assert not text[at:s].strip()
        assert s in clusters and e in clusters
        assert not set('\r\n') & set(text[s:e])
        at = e
    assert not text[at:].strip()

@given(texts, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=100, deadline=None)
def test_parts(text, a, b):
    a, b = sorted((min(a, len(text)), min(b, len(text))))
    assert all(a <= s < e <= b for f in (words, sentences) for s, e in f(text, a, b))
    assert words(text, a, b) == [(s+a, e+a) for s, e in words(text[a:b])]
    assert count_words(text, [(a, b)]) == len(words(text[a:b]))

@pytest.mark.parametrize('piece', ['a.b', '.', '.”', '. ', '"', '.[1', ' ', '.A', 'a. ... B'])
def test_long_lines_end(piece): # a quadratic pattern would take half an hour here
    assert sentences(piece*(200_000//len(piece))) is not None

NEWS = '''BEIJING, June 19 (Xinhua) -- President Xi Jinping met U.S. Secretary of State Antony Blinken.|It rained.
He arrived at 8 p.m. on Monday.|He left at 9 a.m.|Xi stayed.
Paragraph No. 3 says 1.5 percent.|Nobody read it.
Mr. Xi's team met Gen. Milley, Sen. Cruz (R-Tex.) and J. F. Kennedy Jr. of Acme Inc. in the U.S.|The end.
“We met.|We agreed.|It was good,” he said.|“Very good!”
Is it so?|Yes!|No...|Perhaps.
“Is it so?” Xi asked.|Nobody knew.
It took five years.[0]|The visit is meant to help.[12]|It may.
See www.example.com/a.B or write to a.b@example.com.|Thanks.'''

@pytest.mark.parametrize('line', NEWS.split('\n'))
@pytest.mark.parametrize('joint', [' ', '  ', '\n', '\r\n\r\n'])
def test_news(line, joint):
    want = line.split('|')
    text = joint.join(want)
    assert [text[s:e] for s, e in sentences(text)] == want

@pytest.mark.parametrize('line', ['The visit ended today.|The talks go on.', 'It took five years.[0]|The visit is meant to help.', '“It was good.”|He left.', 'Who knows?|I do not.'])
def test_lost_space(line):
    text = line.replace('|', '')
    assert [text[s:e] for s, e in sentences(text)] == line.split('|')
