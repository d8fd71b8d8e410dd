"Every line of any text lies in one block; transcripts, datelines, reference lists, credits"
import pytest
import re, unicodedata
from hypothesis import example, given, settings, strategies as st
from media_study.article import BLOCK_KINDS, Article
from media_study.lines import find_lines, read_date
from media_study.parsing import dateline, find_dateline, parse, reading_spans

PIECES = ['By Ann Lee', 'FILE - A port. (AP Photo/Bo Li)', 'BEIJING, June 19 (Agency) -- They met.', '1. “A title” The Paper, 3 May 2020, https://example.org/a', 'Sources', 'MR. LEE: Yes.',
    'Q: Why?', '• Home', 'Photo courtesy of the port', 'Published 19 June 2023', 'They agreed to meet again in the autumn, both sides said after the talks.[1]', '[', ']', '(', ')', '²', '\u0301',
    '\u200b', '\xa0', '\u2028', '\x85', '：', '“', '”', '© 2023 A. Person', 'İ', '…', '\t', '']
texts = st.one_of(st.text(max_size=200), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=60)), max_size=25).flatmap(
    lambda ps: st.sampled_from(['\n', '\r\n', '\r', '\n\n', ' \n ']).map(lambda end: end.join(ps))))

@settings(max_examples=150, deadline=None)
@given(texts)
@example('')
@example(' \u0301a')
@example('\u0301')
@example('a\n \u0301 b')
@example('İİİ (AP)\nİ')
def test_every_line_lies_in_one_block(text):
    a = parse(Article('x', text))
    covered = [0]*len(text)
    for b in a.blocks:
        assert b.kind in BLOCK_KINDS and 0 <= b.start < b.end <= len(text) and not re.search(r'[\r\n]', text[b.start:b.end])
        for i in range(b.start, b.end): covered[i] += 1
        assert b.end == len(text) or unicodedata.category(text[b.end])[0] != 'M'
        if b.start and text[b.start-1] not in '\r\n\t': assert unicodedata.category(text[b.start])[0] != 'M'
        if b.credit: assert b.kind == 'caption' and b.start < b.credit[0] < b.credit[1] <= b.end
        if b.speaker: assert b.start == b.speaker[0] < b.speaker[1] < b.end
    assert all(n == 1 for c,n in zip(text, covered) if not c.isspace()) and max(covered, default=0) <= 1
    for m in a.markers: assert any(b.start <= m.start < m.end <= b.end for b in a.blocks) and m.number.isdecimal()
    for s,e in reading_spans(a): assert any(b.start <= s < e <= b.end for b in a.blocks)
    assert parse(Article('x', text)) == a and Article.from_dict(a.to_dict()) == a

@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_dates_are_days(text):
    for t in (text, text + ' 31.02.2023', '3 May 2020' + text):
        d = read_date(t)
        assert d is None or re.fullmatch(r'\d{4}-\d\d-\d\d', d)

TRANSCRIPT = '''Remarks after the meeting

SECRETARY LEE: Good evening, everyone. We had long and candid talks with our hosts today, and I want to say a word about each.

We spoke about trade.

QUESTION: Will there be another meeting?

SECRETARY LEE: There will. We did not set a day.

BO LI, FOREIGN MINISTER: We agreed on the autumn.'''

def test_transcripts():
    a = parse(Article('t', TRANSCRIPT))
    labels = [a.text[slice(*b.speaker)] for b in a.blocks if b.speaker]
    assert labels == ['SECRETARY LEE', 'QUESTION', 'SECRETARY LEE', 'BO LI, FOREIGN MINISTER']
    assert all(b.kind == 'paragraph' for b in a.blocks if b.speaker)
    assert 'Good evening' in a.words(reading_spans(a)[1])[:12]
    one = parse(Article('o', 'WASHINGTON: The two sides met on Monday for the first time in a year and spoke for hours.'))
    assert not any(b.speaker for b in one.blocks)

def test_datelines():
    def read(s): d = find_dateline(s, 0, len(s)); return d and (d['place'], d['agency'], d['date'], s[d['end']:].strip()[:3])
    assert read('BEIJING, June 19 (Xinhua) -- The two') == ('BEIJING', 'Xinhua', 'June 19', 'The')
    assert read('WASHINGTON (AP) — The two') == ('WASHINGTON', 'AP', None, 'The')
    assert read('KATHMANDU, April 25 (Reuters) - A plane') == ('KATHMANDU', 'Reuters', 'April 25', 'A p')
    assert read('BEIRUT/THE HAGUE, March 7 (Reuters) - A crew') == ('BEIRUT/THE HAGUE', 'Reuters', 'March 7', 'A c')
    assert read('SEOUL, South Korea — The two') == ('SEOUL, South Korea', None, None, 'The')
    assert read('LONDON, 3 June 2020 (AFP) – The two') == ('LONDON', 'AFP', '3 June 2020', 'The')
    assert read('The minister — a former judge — said') is None
    assert read('He came: “No.”') is None

REFERENCES = '''A visit and what came of it

The visit was the first in five years, and both sides called it useful.[1] Others were less sure of that.[2][3]

The editors wrote that “the [3] men” had met twice, and that nothing was decided.²

References

[1] “Ministers meet at last” The Daily Planet, 18 Jun. 2023, https://example.org/world/meet.html
[2] A report without marks, https://example.org/report
[3] Somebody said so'''

def test_references():
    a = parse(Article('r', REFERENCES))
    assert [b.kind for b in a.blocks][-3:] == ['reference']*3
    assert [(r.number, r.title, r.publisher, r.date, r.url) for r in a.references] == [
        ('1', 'Ministers meet at last', 'The Daily Planet', '2023-06-18', 'https://example.org/world/meet.html'), ('2', None, None, None, 'https://example.org/report'), ('3', None, None, None, None)]
    assert [m.number for m in a.markers if a.text[m.start] == '['] == ['1', '2', '3', '3'] and [m.number for m in a.markers][-1] == '2'

def test_credits_stand_inside_captions():
    text = 'A bridge falls at last\n\nFILE - The bridge at dawn, March 3, 2020. (AP Photo/Ann Lee)\n\nThe bridge fell on Monday, and nobody was hurt, the police of the town said.'
    a = parse(Article('c', text))
    b = a.blocks[1]
    assert b.kind == 'caption' and a.words(b.credit) == '(AP Photo/Ann Lee)'
    assert a.words(reading_spans(a)[1]) == 'FILE - The bridge at dawn, March 3, 2020.'

def test_what_the_user_says_stands():
    text = 'A bridge falls at last\nBy Ann Lee\nMarch 3, 2020\n\nThe bridge fell on Monday, and nobody was hurt, the police of the town said.'
    a = parse(Article('u', text))
    assert (a.title, a.bylines, a.published) == ('A bridge falls at last', ['Ann Lee'], '2020-03-03')
    b = parse(Article('u', text, title='Bridge', bylines=['Bo'], published='2020-03-04'))
    assert (b.title, b.bylines, b.published) == ('Bridge', ['Bo'], '2020-03-04')

@pytest.mark.parametrize('line, names', [('EXCLUSIVE by Gus Pratt', ['Gus Pratt']), ('Analysis: By Ann Lee and Bo Svensson', ['Ann Lee', 'Bo Svensson']), ('By Ann Lee', ['Ann Lee'])])
def test_the_genre_before_a_byline_is_no_name(line, names): assert parse(Article('a', f'Ferry sinks in the harbour\n\n{line}\n\nThe ferry sank on Monday, the port authority said, and nobody was hurt.\n')).bylines == names

def test_a_dateline_on_its_own_line():
    a = parse(Article('d', 'Town floods for the third time\n\nApril 14, 2020\n\nAUBURN, Wash. —\n\nThe river rose over its banks on Tuesday night, and two hundred people left their homes, the police said.'))
    assert [b.kind for b in a.blocks] == ['headline', 'date', 'dateline', 'paragraph'] and dateline(a)['place'] == 'AUBURN, Wash.'

@pytest.mark.parametrize('text,kinds', [
    ('Harbour opens\n\nMinister Ada Moor said on Monday that the harbour is open.\n\nThe boats sail again.', 'headline paragraph paragraph'),
    ('Ada Moor said that the harbour is open.\n\nTom Reed denied it.', 'paragraph paragraph'),
    ('Mayor speaks\n\n“It is safe,” the mayor said.\n\nEngineers doubt that the bridge will hold.', 'headline paragraph paragraph'),
    ('Storm over\nBy Ada Moor\nMay 3, 2023\nThe mayor said it is safe.\nShare this', 'headline byline date paragraph navigation'),
    ('The mayor said that it is safe.\n\nSign up for our newsletter and never miss a story.', 'paragraph boilerplate'),
])
def test_a_few_lines_are_no_page(text, kinds): assert [b.kind for b in parse(Article('a', text)).blocks] == kinds.split()

def test_what_somebody_is_quoted_with_is_no_furniture():
    text = ("Harbour to close\n\nThe council of Holm voted on Monday to close the old harbour to fishing boats, in public and after two hours of talk.\n\n"
            "• \"A victory.\" — Governor Dale Pike\n\n\"It's a disgrace,\" said Tom Berg, 54.\n\nThe harbour was built by the fishermen of the islands a hundred years ago, and none of them was asked what to do with it now.\n\n\"No.\"\n\n• Read more about the harbour")
    blocks = parse(Article('a', text, language='en')).blocks
    kinds = {text[b.start:b.end]: b.kind for b in blocks}
    assert [kinds[k] for k in ('• "A victory." — Governor Dale Pike', '"It\'s a disgrace," said Tom Berg, 54.', '"No."')] == ['paragraph']*3 and kinds['• Read more about the harbour'] != 'paragraph'

def test_a_short_text_is_read():
    kinds = lambda text: [b.kind for b in parse(Article('a', text, language='en')).blocks]
    assert kinds('The president of Norvania and Prime Minister Ann Lee met in Oslo.') == ['paragraph']
    assert kinds('Minister speaks\n\nThe minister spoke about the attack on Monday, and the people of the town were glad to hear it.\n\nWe stand with the people of Holm.')[-1] == 'paragraph'

def test_labels_that_nobody_speaks_behind():
    talk = 'People talked that day about the harbour and what would become of it.\n\n'
    turns = lambda *lines: [b.speaker is not None for b in parse(Article('a', talk + '\n\n'.join(lines), language='en')).blocks][1:]
    assert turns('CRIME: Police arrested four men.', 'HEALTH: The clinic will close in May.') == [False]*2
    assert turns('WHO: Mayor Ana Sousa of Holm.', 'WHERE: The old harbour of Holm.', 'WHO: The council of Holm.') == [False]*3
    assert turns('RUIZ: Why will the harbour close?', 'LEE: It costs too much.') == [True]*2 == turns('RUIZ: It will close.', 'LEE: It costs too much.', 'RUIZ: It does not.')[:2]
