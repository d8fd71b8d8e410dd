"Whatever shows itself in Jupyter shows the words of an article as text, in the direction in which they are written."
from html.parser import HTMLParser
import pytest
from media_study import Study, utterance
from media_study.article import Article, Block, Entity, Mention, Quote
from media_study.differing import compare_words

EVIL = "<script>boo()</script><img src=x onerror='boo()'></style><!--\u202egnp.exe\u2066\x1b[31m " + "W"*10_000


def article(id):
    text = f"{EVIL}\n“{EVIL} is what we want before winter storms close the harbour,” said {EVIL}."
    start, end = text.index("\n") + 2, text.index("”")
    return Article(id, text, outlet=EVIL + id, title=EVIL, blocks=[Block("headline", 0, start - 2), Block("paragraph", start - 1, len(text))], entities=[Entity("e1", EVIL, "PERSON", role=EVIL)],
                   mentions=[Mention(0, 20, "name", "PERSON", ["e1"])], quotes=[Quote("q1", "direct", True, [(start, end)], [(end + 2, end + 6)], [(end + 7, len(text) - 1)], ["e1"], "person", blocks=[1])], warnings=[EVIL])


@pytest.fixture(scope="module")
def study(tmp_path_factory): return Study.from_records([article("a"), article("b")], tmp_path_factory.mktemp("shown")/"study")


SHOWS = dict(article=lambda s: s.record("a"), entity=lambda s: s.record("a").entities[0], quote=lambda s: s.record("a").quotes[0], show=lambda s: s.show(["a/q1", "b/q1"]), mention=lambda s: s.show("a/m0"),
             difference=lambda s: compare_words(EVIL, EVIL + " not " + EVIL), utterance=lambda s: utterance(s.utterances(), s.utterances().utterance[0]))

class Tags(HTMLParser):
    def __init__(self, page): super().__init__(); self.tags, self.handlers = set(), []; self.feed(page)
    def handle_starttag(self, tag, attrs): self.tags.add(tag); self.handlers += [k for k, _ in attrs if k.startswith("on")]


@pytest.mark.parametrize("what", SHOWS)
def test_words_are_text(study, what):
    page = SHOWS[what](study)._repr_html_()
    it = Tags(page)
    assert not it.tags & {"script", "img"} and not it.handlers and page.count("</style>") == page.count("<style>")
    assert not set("\u202e\u2066\x1b") & set(page)
    assert "overflow-wrap:anywhere" in page and len(page) < 110_000


def test_lines_of_the_explorer(study):
    pytest.importorskip("ipywidgets")
    box = study.explore()
    assert all(not set("\u202e\u2066\x1b") & set(line) and len(line) <= 140 for line, _ in box.lines.options)
    assert "\u202e" not in box.shown.value and "<script>" not in box.shown.value
