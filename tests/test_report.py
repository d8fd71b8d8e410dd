"A report may hold anything that an outlet can print, and must stay one page that asks for nothing."
import base64, hashlib, re
from html.parser import HTMLParser
import pytest
from media_study.article import Article, Block, Entity, Mention, Quote
from media_study.cli import main
from media_study.report import page_html, write_report
from media_study.study import Study

HOSTILE = ['<script>alert("boo")</script>', '"><img src=https://example.org/x.png onerror=alert(1)>', '\u202egnp.exe\u2066', '$x^{2}$ $', 'W'*10_000, '</style></title><!--', "'; --\x07\x1b[31m"]


def article(i, outlet, title, said='The boats are ready and the crews of both ferries are trained for the crossing', n=1):
    text = f'{title}\n' + '\n'.join(f'“{said} {j or ""}”, said {outlet}. Nobody else was there to hear it or to write it down.' for j in range(n))
    lines = [(m.start(), m.end()) for m in re.finditer(r'[^\n]+', text)]
    quotes = [Quote(f'q"{j}', 'direct', True, [(s+1, text.index('”', s))], [(text.index('said ', text.index('”', s)), text.index('said ', text.index('”', s))+4)], [], ['e1'], 'person', blocks=[j+1]) for j,(s,_) in enumerate(lines[1:])]
    return Article(f'{title[:30]}{i}', text, outlet=outlet, title=title, published='2024-05-02', blocks=[Block('paragraph' if j else 'headline', *l) for j,l in enumerate(lines)],
        mentions=[Mention(0, len(title), 'name', 'PERSON', ['e1'])], entities=[Entity('e1', outlet, 'PERSON', role=title)], quotes=quotes, warnings=[title])


class Page(HTMLParser):
    "Elements, ids and text of a page as a browser reads them"
    def __init__(self, page):
        super().__init__()
        self.tags, self.ids, self.links, self.inside, self.script, self.handlers = set(), [], [], '', '', []
        self.feed(page)
    def handle_starttag(self, tag, attrs):
        d = dict(attrs)
        self.tags.add(tag); self.inside = tag
        self.ids += [d['id']] if 'id' in d else []
        self.links += [(tag, k, d[k]) for k in ('src', 'href', 'xlink:href', 'srcset', 'data', 'poster', 'action') if k in d]
        self.handlers += [k for k in d if k.startswith('on')]
        if tag == 'meta' and d.get('http-equiv') == 'Content-Security-Policy': self.policy = d['content']
    def handle_data(self, data):
        if self.inside == 'script': self.script += data
    def handle_endtag(self, tag): self.inside = ''


@pytest.fixture(scope='module')
def hostile(tmp_path_factory):
    return Study.from_records([article(i, o, t) for i,(o,t) in enumerate(zip(HOSTILE, HOSTILE[1:]+HOSTILE[:1]))], tmp_path_factory.mktemp('hostile')/'study <b>')


@pytest.fixture(scope='module')
def page(hostile): return page_html(hostile)


def test_hostile_text_is_text(page):
    it = Page(page)
    assert not it.tags & {'img', 'iframe', 'object', 'link', 'base', 'form', 'b'} and not it.handlers
    assert page.count('<script') == page.count('</script') == 1 and page.count('</style>') == 1
    assert '\u202e' not in page and '\u2066' not in page and '\x07' not in page and '⟨202E⟩gnp.exe' in page
    assert '&lt;script&gt;alert(&quot;boo&quot;)&lt;/script&gt;' in page and 'W'*10_000 in page


def test_policy_names_the_script_and_nothing_else(page):
    it = Page(page)
    sha = base64.b64encode(hashlib.sha256(it.script.encode()).digest()).decode()
    assert it.policy == f"default-src 'none'; script-src 'sha256-{sha}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    assert page.index('Content-Security-Policy') < page.index('<style')


def test_links_stay_in_the_page_and_lead_somewhere(page):
    it = Page(page)
    assert len(it.ids) == len(set(it.ids))
    assert [l for l in it.links if not l[2].startswith(('#', 'data:image/png;base64,'))] == []
    assert [l for l in it.links if l[2].startswith('#') and l[2][1:] not in it.ids] == []
    assert 'url(http' not in page and '@import' not in page


def test_every_quote_has_a_place(hostile, page):
    assert {f'a{n}-1' for n in range(1, len(HOSTILE)+1)} <= set(Page(page).ids)


def test_same_bytes(hostile, page, tmp_path):
    assert write_report(hostile, tmp_path/'r.html').read_text(encoding='utf8') == page and str(hostile.folder.parent) not in page


def test_fifty_articles_below_two_megabytes(tmp_path):
    articles = [article(i, f'Outlet {i%12}', f'Ferries {i} will sail again in May', f'We of company {i} will sail in May, whatever the weather of the {i} Atlantic may bring us this spring', n=20) for i in range(50)]
    page = write_report(Study.from_records(articles, tmp_path/'study'), tmp_path/'r.html')
    assert page.stat().st_size < 2_000_000
    assert len([i for i in Page(page.read_text(encoding='utf8')).ids if re.fullmatch(r'a\d+-\d+', i)]) == 1000


def test_nobody_quoted_and_articles_left_out(tmp_path):
    study = Study.from_records([Article('a', 'Nothing is said here.'), Article('b', 'Nor here.')], tmp_path/'study')
    page = page_html(study, most=1)
    assert 'Nobody is quoted' in page and '1 more articles are not shown' in page and 'Nor here' not in page


def test_from_a_folder_of_articles(tmp_path, capfd):
    (tmp_path/'news').mkdir()
    (tmp_path/'news'/'ferry.txt').write_text('Ferry to sail again in May\n\n“The boats are ready,” said Ana Lee, who is the transport minister.\n', encoding='utf8')
    assert main(['report', str(tmp_path/'news'), '-o', str(tmp_path/'r.html')]) == 0
    out = capfd.readouterr()
    assert out.out == '' and 'r.html' in out.err and '<h1>news</h1>' in (tmp_path/'r.html').read_text(encoding='utf8')
    assert sorted(f.name for f in (tmp_path/'news').iterdir()) == ['ferry.txt']
    assert main(['report', str(tmp_path/'none'), '-o', str(tmp_path/'n.html')]) == 2 and not (tmp_path/'n.html').exists()
