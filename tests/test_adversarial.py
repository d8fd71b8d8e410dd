"Texts that are hard to read, some made to be: nothing crashes, every span is valid, and time grows with the length only"
import time, unicodedata
import pytest
from media_study import annotate
from media_study.article import Article
from media_study.dates import find_anchor, find_dates
from media_study.marks import pair_marks
from media_study.parsing import parse
from media_study.reading import guess_language
from media_study.text import sentences, words
from valid import check

PAIRS = ['“”', '""', '‘’', "''", '„“', '„”', '‚‘', '«»', '»«', '‹›', '「」', '『』', '〝〞', '＂＂', '””', ('``', "''"), ("''", "''"), ('« ', ' »'), ('‘‘', '’’')]

@pytest.mark.parametrize('pair', PAIRS)
def test_marks_of_every_sort(pair):
    a, b = pair
    text = f'The port closed on Friday.\n\n{a}The ferry will be back by the autumn,{b} said Ana Ruiz, the harbour master. {a}Nobody asked us before,{b} she added.\n\nShe called the plan {a}a mistake{b}.'
    assert [text[m.start:m.end].strip() for m in pair_marks(text)] == ['The ferry will be back by the autumn,', 'Nobody asked us before,', 'a mistake']
    check(annotate(text, language='en'))

@pytest.mark.parametrize('outer, inner', [(o, i) for o in PAIRS[:6] for i in PAIRS[:6] if o != i])
def test_marks_inside_marks(outer, inner):
    (a, b), (c, d) = outer, inner
    check(annotate(f'{a}He told me {c}no{d} and then {c}never{d},{b} said Ana Ruiz. {a}I asked {c}why?{d}{b}', language='en'))

NAMES = [f'{a} {b}{c}' for a in 'Ana Bo Cy Dee Eva Finn Gus Hal Ida Jo'.split() for b in 'Ruiz Lee Marsh Okafor Silva Novak Haddad Berg Costa Dunn'.split() for c in ('', 'son', 'man', 'field', '-Hall')]
ODD = {
    'marks left open': '“The ferry is late, said Ana Ruiz.\n\nThe mayor said “nobody knows why.\n\n"It may come," he said, "or it may not.\n\nThen: ‘Wait and see.',
    'marks closed twice': 'The mayor said “nobody” knows” why.” She called it ”odd” and "" or “” or ‘’.',
    'a long quotation with a mark at each paragraph': '\n\n'.join('“We waited for hours and nobody came to tell us what had happened.' for _ in range(30)) + '”\n\nShe said so on Monday.',
    'apostrophes and inches': "The '90s crowd at Finn's loved rock 'n' roll; the dogs' bowl was 5'10\" wide, a 12\" deep 'thing', o'clock, ’tis.",
    'capitals': 'MAYOR SAYS “NO FERRY” BEFORE AUTUMN AS PORT STAYS CLOSED\n\nBY ANA RUIZ\n\nHARBOUR — THE MAYOR SAID ON MONDAY THAT THE FERRY WOULD NOT BE BACK. “IT IS BROKEN,” SHE TOLD REPORTERS.',
    'capitals at every word': 'Mayor Says Ferry Will Not Be Back Before Autumn, Port Stays Closed, Officials Say\n\nThe Mayor Told The Paper That “It Is Broken.”',
    'transcript': 'Remarks at the harbour\n\nMAYOR RUIZ: Good evening. (Laughter.) Thank you — (inaudible) — all.\n\nQ: Will the ferry —\n\nMAYOR RUIZ: (In Spanish.) It will.\n\nQ    When?\n\nMAYOR RUIZ:\n\n[00:12:30] SPEAKER 2: (CROSSTALK)\n\nMODERATOR, HARBOUR RADIO: We have to stop. “Thank you,” as they say.\n\nANA RUIZ:So long.',
    'tweets': 'The mayor wrote:\n\nNo ferry before autumn 😡😡 “it’s broken” #ferry #port pic.example.com/abc123\n\n— Ana Ruiz (@anaruiz) June 3, 2020\n\nRT @port_news: "she said so" https://example.org/a?b=c&d=e#f …\n\n@anaruiz so you said \'soon\' lol\n\n12:04 PM · Jun 3, 2020 · 1.2K Likes',
    'five hundred names in one sentence': 'Those present were ' + ', '.join(NAMES) + '.',
    'five hundred names, one a line': 'The crew\n\n' + '\n'.join(NAMES),
    'markup': '<!DOCTYPE x><p class="a">The mayor said &ldquo;no ferry&rdquo;.</p>\n<script>var a = "x" + \'y\';</script>\n{"@type": "NewsArticle", "headline": "“No ferry”"}\n\n## A title\n**She said** [it](https://example.org "t")\n[b]bold[/b] {{quote|so}} <q>it is broken</q>, she said. <br/ >\n<![CDATA[ x ]]> &#8220;late&#8221; &amp; &nbsp;',
    'footnotes': 'The ferry[1] sank,[2][3] she said.[4, 5] “It [6] is” [sic] broken.⁷ x² [999] [a]\n\nNotes\n[1] “A” The Paper, 3 May 2020, https://example.org\n2. https://example.org/b\n^ Back',
    'table': 'Port\tShips\tDay\nAna\t12\t3 June 2020\nBo\t–\t“none”\n\nTotal\t12\t\n',
    'one word': 'Yes', 'one mark': '“', 'one letter in marks': '“a”', 'full stops': '. . . … .. .”', 'nothing': '', 'blank': ' \n\t\r\n \u00a0\u2003\n',
    'no spaces': 'theferryislatesaidanaruiz'*400, 'no spaces but marks': '“the-ferry”said'*400,
    'emoji': '👩‍👩‍👧 said “🙂🏳️‍🌈” 🇵🇹🇵🇹 on Monday 👍🏽.\n\n🙂', 'chinese': '中国的部长星期一说：“渡轮坏了。”两国应当合作，他说。\n'*40, 'wide letters': 'Ｔｈｅ　ｍａｙｏｒ　ｓａｉｄ　＂ｎｏ＂．',
    'right to left': 'قال الوزير يوم الاثنين «لن تعود العبارة». \u202eevil\u202c said “x”. אמר „לא”.', 'accents that pile up': 'T\u0301\u0302\u0303h\u0300\u0301e m\u0308\u0308ayor said “n\u0301o\u0302\u0303”\u0301.',
    'signs that do not show': '\ufeffThe\u200b may\u00ador\u2060 said\u200e “no\u200d”\u2028on\u2029Monday\x85\x0b\x0c\x00\x1b[0m.', 'line ends': 'The mayor\rsaid “no\r\nferry”\n\r\non\r\rMonday.',
    'dates that are none': 'On 31/31/2023, 30 February 2021, 99:99, the 45th of June, 1/1/1, 0000-00-00, year 99999 and June 2020-2019 she said so “on Monday Tuesday”.',
    'addresses': 'https://example.org/' + 'a/'*800 + '?q=“x” said ana@example.org, www.example.org/“a”.', 'one long sentence': 'The mayor said ' + 'that the harbour master believed '*400 + 'it.'}

@pytest.mark.parametrize('name', ODD)
def test_odd_texts(name):
    a = annotate(ODD[name], language='en')
    assert a.text == ODD[name]
    check(a)

@pytest.mark.parametrize('name', [n for n in ODD if len(ODD[n]) < 3000])
def test_odd_texts_inside_an_article(name):
    check(annotate(f'Ferry stays away\nBy Bo Lee\n\nHARBOUR, June 3 (Agency) — The ferry is late, the port said.\n\n{ODD[name]}\n\n“We wait,” said Ana Ruiz, the mayor.', language='en'))

ACCENTS = 'José Ferré, the mayor of Málaga, said on Monday that “the café in São José is closed”. Ms. Ferré told Zoë Müller so.[1]\n\nThe ministers of Perú agreed, according to Renée.'

def test_accents_that_stand_apart():
    "An accent that follows its letter changes nothing but the offsets"
    one, apart = annotate(ACCENTS, language='en'), annotate(unicodedata.normalize('NFD', ACCENTS), language='en')
    check(apart)
    found = lambda a: [[unicodedata.normalize('NFC', a.words(s)) for s in spans] for spans in ([(m.start, m.end) for m in [*a.blocks, *a.markers, *a.mentions, *a.dates]], *[[*q.source, *q.cue, *q.content] for q in a.quotes])]
    assert found(one) == found(apart) and one.entities == apart.entities and apart.mentions

@pytest.mark.parametrize('text', ['\u0301', '\n\u0301a', 'a\u0301', '\t\u0301 x\u0301\r\n\u0301', 'Q\u0308 said “x\u0308”\u0301', 'e\u0301'*3000])
def test_accents_anywhere(text): check(annotate(text, language='en'))

PIECES = dict(prose='The mayor said on Monday, June 3, that the ferry would be “back by the autumn”, and nobody believed her. ', paragraphs='“We wait,” said Ana Ruiz of the port.\n\n', letters='x', marks='“', straight='"',
    mixed='“‘"\'«', brackets='[1]', tags='<a ', turns='MAYOR RUIZ: Yes.\nQUESTION: Why?\n', lines='a\n', names='Ana Ruiz, Bo Lee\n', years='2020 ', blanks=' \t', ends='\r', accents='\u0301', stops='. ', hyphens='a-')

def seconds(f, *args):
    t = time.process_time(); f(*args); return time.process_time() - t

def by_rule(text):
    a = parse(Article('a', text, published='2023-06-05'))
    find_dates(a, find_anchor(a)), pair_marks(text), sentences(text), words(text), guess_language(text)

@pytest.mark.parametrize('name', PIECES)
def test_rules_take_time_by_the_length(name):
    short, long = (PIECES[name]*(n//len(PIECES[name])) for n in (8_000, 40_000))
    by_rule(short)
    assert seconds(by_rule, long) < 15*seconds(by_rule, short) + 1 # five times the text

@pytest.mark.parametrize('name', ['prose', 'names', 'turns', 'mixed'])
def test_reading_takes_time_by_the_length(name):
    short, long = (PIECES[name]*(n//len(PIECES[name])) for n in (2_000, 10_000))
    check(annotate(short, language='en'))
    assert seconds(annotate, long) < 15*seconds(annotate, short) + 1 # five times the text

def test_two_hundred_thousand_words_by_rule():
    text = (PIECES['prose']*5 + '\n\n')*2000
    assert len(text.split()) >= 200_000
    assert seconds(by_rule, text) < 60
