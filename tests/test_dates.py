"Properties of `find_dates` and `find_anchor` over any text"
import re, time
from datetime import date, timedelta
import pytest
from hypothesis import given, settings, strategies as st
from media_study.article import Anchor, Article, Block, Reference
from media_study.dates import (Here, RULES, days_of, duration, easter, find_anchor, find_dates, nearest_day, nearest_month, nearest_weekday, read_number, shift, tense,
    value_of, _pattern, _possible)

WORDS = '''Monday Tuesday, Sunday Friday's last next this that the a of in on by June March May Feb. 18 18th 19, 2023 1999 31 0 13 99 year years month months week weeks weekend day days night morning
quarter first second third half early late mid- end beginning five several two-day 20-year-old ago later earlier will said "today yesterday tomorrow" now recently 8:15 a.m. p.m. GMT UTC 16:08 noon
spring winter fall 1990s '90s 20th century decade decades every each daily twice per $3 million - – / . , ; ( ) “ ” Christmas Easter Thanksgiving FY2023 fiscal Q3 2023-06-18 6/18/2023 9/11
https://x.org/2023/06/17/a 9999 0001 99999999999999999999 and to through until before after same previous following \n \n\n'''.split(' ')
TIMEX = re.compile(r'''(?:\d{4}-\d\d-\d\d(?:T(?:MO|AF|EV|NI|MI|DT|\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?))?|\d{4}-W\d\d(?:-WE)?|\d{4}-(?:\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)|\d{2,4}|FY\d{4}|
(?:PAST|PRESENT|FUTURE)_REF|T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?|PT?(?:X|\d+(?:\.\d+)?)(?:Y|M|W|D|H|S|DE|CE|ML|WE)|XXXX-WXX-[1-7]|XXXX-XX-XXT(?:MO|AF|EV|NI)|[\d-]{4,10}/[\d-]{4,10})'''.replace('\n', ''))
text_of = st.lists(st.sampled_from(WORDS), max_size=40).map(' '.join)
day_of = st.dates(date(1900, 1, 1), date(2100, 12, 31))

def check(text, anchor):
    out = find_dates(Article(id='a', text=text), anchor)
    assert all(0 <= t.start < t.end <= len(text) for t in out)
    assert all(a.end <= b.start for a,b in zip(out, out[1:])), 'in reading order, none within another'
    for t in out:
        assert text[t.start:t.end].strip() == text[t.start:t.end]
        assert t.type in ('DATE', 'TIME', 'DURATION', 'SET')
        assert t.value is None or TIMEX.fullmatch(t.value), (text, t)
        assert (t.from_ is None) == (t.to is None)
        if t.from_: assert date.fromisoformat(t.from_) <= date.fromisoformat(t.to)
    return out

@settings(max_examples=150, deadline=None)
@given(text_of, day_of)
def test_any_words_of_time(text, day): check(text, Anchor(str(day), 'given'))

ODD = str.maketrans('iskIS0', 'ıſ\u212aİſ٠') # Other letters and digits that patterns take for these

@settings(max_examples=100, deadline=None)
@given(text_of, st.sampled_from([str, str.upper, str.lower, lambda t: t.translate(ODD)]))
def test_a_pattern_left_aside_matches_nothing(text, written):
    text = written(text)
    assert {i for i,(template,_) in enumerate(RULES) if _pattern(template).search(text)} <= set(_possible(text))

def test_most_patterns_are_left_aside(): assert len(_possible('The mayor said that the ferry would be late again in May.')) < .1*len(RULES)

@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), day_of)
def test_any_text(text, day): check(text, Anchor(str(day), 'given'))

@pytest.mark.parametrize('words', 'on Monday|last week|this weekend|in February|June 18|the third quarter|today|last night|next year|two years ago|at 8:15 a.m.|Thanksgiving|last spring'.split('|'))
def test_without_anchor_nothing_is_guessed(words):
    out = check(f'They met {words}.', Anchor())
    assert len(out) == 1 and out[0].value is out[0].from_ is None

@settings(max_examples=80, deadline=None)
@given(text_of)
def test_any_anchor(text):
    a = find_anchor(Article(id='a', text=text))
    assert (a.date is None) == (a.basis is None)
    if a.date: assert date.fromisoformat(a.date) and a.basis in ('given', 'dateline', 'caption', 'text')

@given(day_of, st.integers(0, 6))
def test_weekday_names_a_day_within_a_week(day, weekday):
    d = nearest_weekday(weekday, Here(day, 'Monday', (0, 6)))
    assert d.weekday() == weekday and 0 <= (day - d).days < 7

@given(day_of, st.integers(0, 6), st.sampled_from(['last', 'next', 'this']))
def test_weekday_with_its_word(day, weekday, which):
    d = nearest_weekday(weekday, Here(day, 'Monday', (0, 6)), which)
    assert d.weekday() == weekday and {'last': -7 <= (d-day).days < 0, 'next': 0 < (d-day).days <= 7, 'this': 0 <= (d-day).days < 7}[which]

@given(day_of, st.sampled_from(['D', 'W', 'WE', 'M', 'Q', 'Y', 'DE', 'CE']))
def test_a_day_lies_in_its_unit(day, unit):
    first,last = days_of(value_of(unit, day))
    assert first <= last and (unit == 'WE' or first <= day <= last)

@given(day_of, st.integers(-40, 40), st.sampled_from(['D', 'W', 'M', 'Q', 'Y']))
def test_there_and_back(day, n, unit):
    assert abs((shift(shift(day, n, unit), -n, unit) - day).days) <= 3

@pytest.mark.parametrize('year,day', [(2000, '04-23'), (2013, '03-31'), (2016, '03-27'), (2023, '04-09'), (2024, '03-31'), (2038, '04-25')])
def test_easter(year, day): assert str(easter(year)) == f'{year}-{day}'

def test_published_wins_and_bad_dates_do_not():
    text = 'OSLO, June 14, 2023 (Agency) - Talks began on Monday.'
    assert find_anchor(Article(id='a', text=text, published='2024-02-03T10:00')) == Anchor('2024-02-03', 'given')
    assert find_anchor(Article(id='a', text=text, published='2024-02-31')) == Anchor('2023-06-14', 'text')
    blocks = [Block('paragraph', 0, len(text))]
    assert find_anchor(Article(id='a', text=text, blocks=blocks)) == Anchor('2023-06-14', 'dateline')

def test_captions_then_references():
    text = 'The minister in Oslo, June 13, 2023.\nTalks began on Monday.'
    blocks = [Block('caption', 0, 36), Block('paragraph', 37, len(text))]
    assert find_anchor(Article(id='a', text=text, blocks=blocks)) == Anchor('2023-06-13', 'caption')
    refs = [Reference('1', None, None, '2023-06-12', None, 0, 1), Reference('2', None, None, '2023-06-18', None, 0, 1), Reference('3', None, None, None, None, 0, 1)]
    assert find_anchor(Article(id='a', text='Talks began on Monday.', references=refs)) == Anchor('2023-06-18', 'text')

def test_every_pattern_compiles_and_names_nothing_empty():
    for template,_ in RULES:
        assert not _pattern(template).fullmatch('')

def _seconds(text):
    start = time.process_time()
    check(text, Anchor('2023-06-14', 'given'))
    return time.process_time() - start

TEXTS = ['The minister said on Monday that talks will resume in February after two years, 8:15 a.m. on June 18 and 19 and today. ', '1 ', 'a ', '2023-', 'early ', 'June ', '"', ' ', '\n', 'two and a ', '20',
         'today “', '“today” on Monday. ', '8:15 ', 'x', '.', 'a@b.c ', 'May ', '(2023) ']

@pytest.mark.parametrize('piece', TEXTS)
def test_time_grows_with_the_text_and_no_faster(piece):
    "Processor time of texts four times as long, with room for noise"
    n = max(1, 6000 // len(piece))
    _seconds(piece * 3)
    short,long = _seconds(piece * n), _seconds(piece * 4 * n)
    assert long < 10 * short + .5

def test_two_hundred_thousand_words():
    "A date in every hundred words is found; it takes seconds"
    text = ('word ' * 99 + 'Monday. Here ') * 2000
    assert len(check(text, Anchor('2023-06-14', 'given'))) == 2000

def values(text, published='2023-06-14', **more):
    a = Article(id='a', text=text, published=published, **more)
    return [(text[t.start:t.end], t.value) for t in find_dates(a, find_anchor(a))]

def test_a_name_in_ed_is_no_past(): assert values('On Sunday, Ahmed Reza is to travel to the United Nations.') == [('Sunday', '2023-06-18')]
def test_a_number_put_in_by_the_editor(): assert values('“[Ten] years ago it rained.” He left.[3] Years passed.')[0] == ('[Ten] years ago', '2013')
def test_a_number_that_could_be_a_year(): assert values('It is a 2000 year old tradition.') == [('2000 year old', 'P2000Y')]
def test_what_is_named_inside_a_quotation_counts_there(): assert values('They met on Monday. “We left on Friday. The next day it rained,” she said. The next day it snowed.')[-3:] == [('Friday', '2023-06-09'), ('The next day', '2023-06-10'), ('The next day', '2023-06-13')]

def test_a_date_line_beside_the_day_of_publication():
    "The report was written the day before it was printed; a date line far from it is another matter"
    for line in ('June 13', 'June 1'):
        text = f'OSLO, {line}, 2023 (Agency) - Talks began yesterday and went on.'
        a = Article(id='a', text=text, published='2023-06-14', blocks=[Block('paragraph', 0, len(text))])
        assert find_anchor(a) == (Anchor('2023-06-13', 'dateline') if line == 'June 13' else Anchor('2023-06-14', 'given'))

@pytest.mark.parametrize('text, value', [
    ('The song is as loud today as it was in 1990.', 'PRESENT_REF'),
    ('Nets are dear. Today, some 300 boats fish in the bay.', 'PRESENT_REF'),
    ('They are, even today, short of nets.', 'PRESENT_REF'),
    ('Nets are dear. Today, the ministry banned them.', '2023-06-14'),
    ('Nets are dear. Today, the ministry will ban them.', '2023-06-14'),
    ('The ministry bans nets today.', '2023-06-14')])
def test_today_or_these_days(text, value): assert dict((w.lower(), v) for w,v in values(text))['today'] == value

def test_hours_of_any_day():
    assert values('She worked from 6 a.m. to noon.') == [('6 a.m.', 'T06:00'), ('noon', 'T12:00')]
    assert [v for _,v in values('On Friday it opened from 6 a.m. to noon.')] == ['2023-06-09', '2023-06-09T06:00', '2023-06-09T12:00']
    assert values('It closed at 6 a.m.') == [('6 a.m.', '2023-06-14T06:00')]

def test_what_should_have_been_was_not(): assert values('The minister should have come in February.') == [('February', '2023-02')]

def test_the_apostrophe_that_was_forgotten(): assert values('The theme of this years fair is the sea.') == [('this years', '2023')]

def told(caption, day='Sunday', more='', published='2023-07-01'):
    body = f'The talks ran late into {day} evening. {more}'
    text = f'{body}\n\n{caption}'
    blocks = [Block('paragraph', 0, len(body)), Block('caption', len(body) + 2, len(text))]
    return values(text, published, blocks=blocks)[0][1]

@pytest.mark.parametrize('caption, more, value', [
    ('Two ministers in Oslo, June 19, 2023', '', '2023-06-18TEV'), # looks back: the Sunday beside the day it tells of
    ('Two ministers in Oslo', '', '2023-06-25TEV'),
    ('Two ministers in Oslo, June 28, 2023', '', '2023-06-25TEV'), # a day of the week before
    ('Two ministers in Oslo, June 19, 2022', '', '2023-06-25TEV'), # too long ago
    ('File photo: two ministers in Oslo, June 19, 2023', '', '2023-06-25TEV'),
    ('Two ministers in Oslo, June 19, 2023', 'Today they left.', '2023-06-25TEV'), # of this week
    ('Two ministers in Oslo, June 19, 2023', 'They leave this week.', '2023-06-25TEV')])
def test_an_article_that_looks_back(caption, more, value): assert told(caption, more=more) == value

def test_the_weekday_of_the_day_itself_stays(): assert told('Two ministers in Oslo, June 19, 2023', 'Saturday') == '2023-07-01TEV'
def test_what_is_to_come_is_not_looked_back_on(): assert values('The talks will open on Sunday.', '2023-07-01') == [('Sunday', '2023-07-02')]
