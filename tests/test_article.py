"Records under any content: the JSON round trip, and that what is shown is only text"
import html, json, re
from html.parser import HTMLParser
from hypothesis import given, settings, strategies as st
from media_study.article import *

words = st.text(max_size=20)
maybe = st.none() | words
span = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda o: tuple(sorted(o)))
spans = st.lists(span, max_size=3)
ids = st.lists(st.sampled_from(['e1', 'e2', 'e9']), max_size=2)

def placed(cls, **more): return st.builds(lambda at, **k: cls(start=at[0], end=at[1], **k), at=span, **more)

blocks = placed(Block, kind=st.sampled_from(BLOCK_KINDS), credit=st.none() | span, speaker=st.none() | span)
mentions = placed(Mention, kind=st.sampled_from(MENTION_KINDS), type=st.sampled_from(MENTION_TYPES), entities=ids, title=maybe, metonym=st.booleans(), evidence=maybe)
entities = st.builds(Entity, id=st.sampled_from(['e1', 'e2']), name=words, type=st.sampled_from(MENTION_TYPES), aliases=st.lists(words, max_size=2), country=maybe, role=maybe)
quotes = st.builds(Quote, id=words, kind=st.sampled_from(QUOTE_KINDS), speech=st.booleans(), content=spans, cue=spans, source=spans, speakers=ids, speaker_type=st.sampled_from(SPEAKER_TYPES),
                   nested_in=maybe, blocks=st.lists(st.integers(0, 9), max_size=2), confidence=st.floats(0, 1), medium=maybe, evidence=maybe)
dates = placed(TimeExpression, type=st.sampled_from(['DATE', 'TIME']), value=maybe, from_=maybe, to=maybe)
articles = st.builds(Article, id=words, text=st.text(min_size=60, max_size=90), source=maybe, language=maybe, outlet=maybe, title=maybe, published=maybe, url=maybe, bylines=st.lists(words, max_size=2),
    anchor=st.none() | st.builds(Anchor, date=maybe, basis=maybe), blocks=st.lists(blocks, max_size=3), markers=st.lists(placed(Marker, number=words), max_size=2),
    references=st.lists(placed(Reference, number=words, title=maybe, publisher=maybe, date=maybe, url=maybe), max_size=2), mentions=st.lists(mentions, max_size=3),
    entities=st.lists(entities, max_size=2), quotes=st.lists(quotes, max_size=3), dates=st.lists(dates, max_size=2), warnings=st.lists(words, max_size=2), version=maybe, model=maybe)

@given(articles)
@settings(max_examples=50, deadline=None)
def test_round_trip(a):
    d = a.to_dict()
    line = json.dumps(d)
    assert Article.from_dict(json.loads(line)) == a
    assert Article.from_dict(d).to_dict() == d
    assert json.dumps(Article.from_dict(json.loads(line)).to_dict()) == line

def test_keys_of_the_contract():
    d = Article('a', 'Xi', anchor=Anchor(), blocks=[Block('caption', 0, 2, credit=(0, 1)), Block('paragraph', 0, 2)], quotes=[Quote('q1', 'direct', True, [(0, 2)], [], [])],
                dates=[TimeExpression(0, 2, 'DATE', '2023', '2023-01-01', '2023-12-31')]).to_dict()
    assert list(d)[:3] == ['schema', 'version', 'model'] and list(d)[-1] == 'warnings'
    assert d['blocks'] == [{'kind': 'caption', 'start': 0, 'end': 2, 'credit': {'start': 0, 'end': 1}}, {'kind': 'paragraph', 'start': 0, 'end': 2}]
    assert d['quotes'][0]['content'] == [[0, 2]]
    assert list(d['dates'][0]) == ['start', 'end', 'type', 'value', 'from', 'to']

def test_a_later_version_is_read():
    d = {**Article('a', 'Xi').to_dict(), 'mood': 'calm'}
    assert Article.from_dict(d) == Article('a', 'Xi')

class Page(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.words = set(), [], ''
        self.feed(page); self.close()
        assert not self.open
    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not any(k.startswith('on') or k in ('src', 'href') for k, _ in attrs)
        if tag != 'br': self.open.append(tag)
    def handle_endtag(self, tag): assert self.open.pop() == tag
    def handle_data(self, data):
        if not {'sup', 'style', 'i', 'small', 'b'} & set(self.open): self.words += data

@given(articles)
@settings(max_examples=50, deadline=None)
def test_shown_is_text(a):
    for page in (a._repr_html_(), *(a.show(o) for o in (*a.quotes, *a.entities, *a.mentions, *a.dates, *a.blocks))):
        assert Page(page).tags <= {'style', 'div', 'p', 'b', 'br', 'small', 'mark', 'sup', 'i'}
        assert not re.search('[\u202a-\u202e\u2066-\u2069]', page)
        page.encode('utf-8')
    for o in (*a.quotes, *a.entities): Page(o._repr_html_())

def test_hostile_and_long():
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\u202e'
    text = f'{evil}\n' + 'x'*10_000 + '\n' + 'word '*5_000
    a = Article(evil, text, title=evil*99, outlet=evil, quotes=[Quote(evil, 'direct', True, [(0, 9)], [(2, 4)], [(3, 5)], [evil])], mentions=[Mention(i, i+3, 'name', evil) for i in range(0, 30_000, 4)])
    page = a._repr_html_()
    assert len(page.encode()) < 20_000 and 'not shown' in page
    assert Page(page).tags <= {'style', 'div', 'p', 'b', 'br', 'small', 'mark', 'sup'}

def test_every_word_is_shown_once():
    a = Article('a', 'One two.\nThree four five.', quotes=[Quote('q1', 'direct', True, [(0, 7), (9, 14)], [(4, 7)], [(9, 19)])], mentions=[Mention(4, 7, 'name', 'PERSON')])
    assert Page(a._repr_html_()).words.split() == 'One two. Three four five.'.split()
