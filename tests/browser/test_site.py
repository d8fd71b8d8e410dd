"The documentation site as a reader meets it."
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
import pytest
from conftest import ROOT

SITE = ROOT/"_docs"
PAGES = sorted(f.relative_to(SITE).as_posix() for f in SITE.rglob("*.html")) if SITE.exists() else []
pytestmark = pytest.mark.skipif(not PAGES, reason="the site is not built: make docs")


class Page(HTMLParser):
    "The ids of a page, and all it links to or shows"
    def __init__(self, path:Path):
        super().__init__()
        self.ids, self.targets = set(), set()
        self.feed(path.read_text(encoding="utf8"))
    def handle_starttag(self, tag, attrs):
        d = dict(attrs)
        self.ids |= {d[k] for k in ("id", "name") if d.get(k)}
        self.targets |= {d[k] for k in ("href", "src") if d.get(k) and tag != "base"}


@pytest.fixture(scope="module")
def address(serve): return serve(SITE)


def test_no_broken_link_or_picture():
    read, broken = {p: Page(SITE/p) for p in PAGES}, []
    for page, it in read.items():
        for target in it.targets:
            url = urlsplit(target)
            if url.scheme or url.netloc or target in ("#", ""): continue
            file = (SITE/page).parent/unquote(url.path) if url.path else SITE/page
            other = file.resolve().relative_to(SITE.resolve()).as_posix() if file.exists() else None
            if not file.is_file() or (url.fragment and other in read and unquote(url.fragment) not in read[other].ids): broken.append(f"{page}: {target}")
    assert not broken


def test_as_many_pages_as_notebooks():
    notebooks = [f for f in (ROOT/"nbs").rglob("*.ipynb") if not any(p[0] in "._" for p in f.relative_to(ROOT/"nbs").parts)]
    assert len(set(PAGES) - {"search.html"}) == len(notebooks)


def test_llms_txt_names_every_page():
    said = (SITE/"llms.txt").read_text(encoding="utf8")
    assert said.startswith("# media_study\n\n> ") and [p for p in PAGES if p != "search.html" and f"({p})" not in said] == []


@pytest.mark.parametrize("page", PAGES)
def test_page(browser, address, page):
    "Nothing leaves the machine, nothing fails, nothing sticks out of a narrow screen, in light and dark"
    browser.open(f"{address}/{page}", width=375, dark=True)
    browser.shot(f"site-{page.replace('/', '-')}-375-dark")
    assert browser.overflow() <= 0
    assert not browser.run("return [...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
    assert not browser.errors() and not browser.outside()


def test_search_finds_a_function(browser, address):
    browser.open(f"{address}/search.html?q=pair_marks")
    found = browser.wait("return [...document.querySelectorAll('#search-results li a')].map(a => a.href).filter(h => h.includes('marks.html'))")
    assert not browser.errors() and not browser.outside()
    browser.shot("site-search")
    browser.open(found[0])
    assert "pair_marks" in browser.run("return document.querySelector('article').innerText")


def test_name_in_backticks_leads_to_its_definition(browser, address):
    browser.open(f"{address}/marks.html#media_study.marks.pair_marks")
    browser.wait("const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom < innerHeight")


READ = [p for p in ("index.html", "marks.html", "tutorial.html", "howto/correct.html", "explain/trust.html", "explain/model_card.html", "studies/beijing_visit.html", "studies/many_articles.html") if p in PAGES]

@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", READ)
def test_accessible(browser, address, page, dark):
    browser.open(f"{address}/{page}", dark=dark)
    browser.shot(f"site-{page.replace('/', '-')}-1200{'-dark' if dark else ''}")
    assert browser.violations() == []
