"What a stream of articles must survive."
import json, os, random, signal, subprocess, sys, textwrap, time
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from media_study import pipeline
from media_study.article import Article, Failure
from media_study.pipeline import annotate, annotate_all
from media_study.reading import read
from valid import check

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
PIECES = ['“', '”', '"', "'", '’', ' said ', 'Mr. Lee', 'the minister', ' on Monday', '. ', ', ', '\n', '\r\n', '\r', '\n\n', 'LISBON, March 4 (Agency) -- ', '[1]', '1. http://x.org', 'U.S.', 'e\u0301', '👩‍👩‍👧',
          '\u200b', '\x00', '\ufeff', 'She', 'told', ' that ', 'By Ann Lee', '(', ')', '«', '»', '日本', 'ß', '\u2028', '1/2/2023', 'June 2023', '\t', 'according to ', 'SECRETARY LEE: ']
TEXTS = st.one_of(st.text(st.characters(exclude_categories=['Cs']), max_size=200), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5, alphabet=st.characters(exclude_categories=['Cs']))), max_size=60).map(''.join))

@SLOW
@given(TEXTS)
def test_any_text(text):
    a = annotate(text, language='en')
    assert a.text == text and json.dumps(annotate(text, language='en').to_dict()) == json.dumps(a.to_dict())
    check(a)

@pytest.mark.parametrize('text', ['', ' \n\n ', '\ufeff', '.', '“' * 500, '"' * 501, 'a' * 5_000, 'said ' * 300, '\n' * 5_000])
def test_odd_texts(text): assert annotate(text).text == text

def test_other_language():
    a = annotate('„Die Fähre ist bereit“, sagte die Ministerin am Montag. Der Hafen hat das nicht bestätigt, und es ist noch nicht klar.', language='de')
    assert [a.words(q.content) for q in a.quotes] == ['Die Fähre ist bereit'] and not a.entities and sum('language de' in w for w in a.warnings) == 1

# ---- streams

LINE = '“Boat {0} is ready,” said Ana Lee, the minister, on Monday. She left.\n\nThe port of Lisbon said it would wait for crew {0}.\n'

def write(folder, n):
    folder.mkdir(exist_ok=True)
    for i in range(n): (folder / f'a{i:04}.txt').write_text(f'Boat number {i}\n\n' + LINE.format(i), encoding='utf8')
    return folder

def lines(records): return [json.dumps(r.to_dict(), ensure_ascii=False) for r in records]

def test_alone_together_shuffled_in_processes(tmp_path):
    articles = list(read(str(write(tmp_path / 'in', 6))))
    together = lines(annotate_all(articles))
    assert together == [lines([annotate(a)])[0] for a in articles]
    order = random.Random(1).sample(range(6), 6)
    assert lines(annotate_all([articles[i] for i in order])) == [together[i] for i in order]
    assert lines(annotate_all(articles, jobs=2)) == together
    assert lines(annotate_all(articles, store=tmp_path / 'kept', jobs=2)) == together
    assert lines(annotate_all(articles, store=tmp_path / 'kept')) == together

def test_bad_things_among_good_ones(tmp_path):
    folder = write(tmp_path / 'in', 3)
    (folder / 'b-folder.txt').mkdir()
    (folder / 'b-binary.txt').write_bytes(bytes(range(256)) * 20)
    (folder / 'b-empty.txt').write_text('')
    with open(folder / 'b-huge.txt', 'wb') as f: f.truncate(300_000_000)
    (folder / 'b-half.jsonl').write_text('{"id": "half", "text": "abc \\ud83d def"}\n{"id": "a0001", "text": "An id that is there already."}\n{broken\n{"id": "good", "text": "This is the one that is fine."}\n')
    out = list(annotate_all(read(str(folder))))
    bad = {r.id: r.error for r in out if isinstance(r, Failure)}
    assert [r.id for r in out if isinstance(r, Article)][:3] == ['a0000', 'a0001', 'a0002'] and out[-1].id in ('good', 'b-huge')
    assert 'good' in [r.id for r in out if isinstance(r, Article)]
    for name, word in [('b-folder', 'folder'), ('b-binary', 'not text'), ('b-empty', 'empty'), ('b-huge', 'max-chars'), ('half', 'half'), ('a0001', 'a0001'), ('b-half-3', 'JSON')]: assert word in bad[name], (name, bad)
    json.dumps([r.to_dict() for r in out], ensure_ascii=False).encode()

def test_a_line_of_300_million(tmp_path):
    path = tmp_path / 'long.jsonl'
    with open(path, 'wb') as f:
        f.write(b'{"id": "long", "text": "')
        for _ in range(300): f.write(b'word ' * 200_000)
        f.write(b'"}\n{"id": "good", "text": "This is the one that is fine."}\n')
    first, second = annotate_all(read(str(path)))
    assert 'too long' in first.error and second.id == 'good' and isinstance(second, Article)

def test_an_error_inside_one_article_names_it(monkeypatch):
    whole = pipeline.annotate
    def broken(a):
        if a.id == 'second': raise ZeroDivisionError('by nought')
        return whole(a)
    monkeypatch.setattr(pipeline, 'annotate', broken)
    out = list(annotate_all([Article(i, 'She left on Monday.') for i in ('first', 'second', 'third')]))
    assert [type(r).__name__ for r in out] == ['Article', 'Failure', 'Article'] and 'ZeroDivisionError: by nought' in out[1].error

def test_a_killed_process_costs_one_article(monkeypatch):
    code = 'import os, media_study.pipeline as p\nwhole = p.annotate\ndef annotate(a):\n    if a.id == "bomb": os.kill(os.getpid(), 9)\n    return whole(a)\np.annotate = annotate\np.work()'
    real = subprocess.Popen
    monkeypatch.setattr(pipeline.subprocess, 'Popen', lambda cmd, **k: real([cmd[0], '-c', code], **k))
    out = list(annotate_all([Article(i, 'She left on Monday.') for i in ('a', 'bomb', 'b', 'c')], jobs=2))
    assert [r.id for r in out if isinstance(r, Failure)] == ['bomb'] and len(out) == 4 and 'killed' in out[1].error

def test_killed_half_way_goes_on(tmp_path):
    folder, kept = write(tmp_path / 'in', 24), tmp_path / 'kept'
    code = ('import sys, time\nfrom media_study.pipeline import annotate_all\nfrom media_study.reading import read\n'
            'for a in annotate_all(read(sys.argv[1]), store=sys.argv[2]): print(a.id, flush=True); time.sleep(.02)')
    p = subprocess.Popen([sys.executable, '-c', code, str(folder), str(kept)], stdout=subprocess.PIPE, text=True)
    for _ in range(8): p.stdout.readline()
    p.send_signal(signal.SIGKILL); p.wait(); p.stdout.close()
    there = list(kept.rglob('*.json.gz'))
    assert 8 <= len(there) < 24
    there[0].write_bytes(there[0].read_bytes()[:50])
    made = []
    whole = pipeline._try
    try:
        pipeline._try = lambda a: (made.append(a.id), whole(a))[1]
        out = list(annotate_all(read(str(folder)), store=kept))
    finally: pipeline._try = whole
    assert lines(out) == lines(annotate_all(read(str(folder)))) and len({r.id for r in out}) == 24
    assert len(made) == 24 - len(there) + 1

def test_abandoned_stream_ends_its_processes():
    stream = annotate_all((Article(f'a{i}', 'She left on Monday.') for i in range(1000)), jobs=2)
    next(stream)
    stream.close()
    time.sleep(.1)
    children = subprocess.run(['ps', '--ppid', str(os.getpid()), '-o', 'args='], capture_output=True, text=True).stdout
    assert 'import work; work()' not in children

@pytest.mark.parametrize('end', ['\n', '\r\n'])
def test_lines_cut_at_a_width_are_no_paragraphs(end):
    "The quotations of an article are the same when its lines are cut as those of a mail"
    para = "The council of Holm met on Monday evening to speak about the bridge that fell into the river last week. “We will rebuild it, whatever it costs the town,” Mayor Ana Sousa told the people who had come."
    text = f"Holm to rebuild its bridge\n\n{para}\n\nEngineer Per Dahl said that the work would take two years at the least, and that nobody could promise more than that before the winter."
    cut = end.join(end.join(textwrap.wrap(line, 72)) for line in text.split('\n'))
    told = lambda a: [(q.kind, *(' '.join(a.words(x).split()) for x in (q.source, q.cue, q.content))) for q in a.quotes]
    whole, got = annotate(text, language='en'), annotate(cut, language='en')
    assert got.text == cut != text and len(told(whole)) > 1 and told(got) == told(whole) and [b.kind for b in got.blocks] == [b.kind for b in whole.blocks]
    poem = end.join(['The bridge', 'fell in the night', 'and nobody saw it', 'but the river'])
    assert pipeline._unwrapped(poem) == poem

def test_drop_caps():
    "A blank between a drop cap and the rest of its word is read over, and stays where it stands"
    text = "Harbour opens\n\nF ormer minister Ada Moor said on Monday that the harbour is open.\n\nT he boats sail again.\n\nX marks the place. A day later it rained, and many people came to the shore to look at the boats, which had been away for a whole year."
    a = annotate(text, language='en')
    assert a.text == text and a.words(a.quotes[0].source) == 'F ormer minister Ada Moor' and a.words(a.quotes[0].content) == 'the harbour is open'
    assert [text[b.start:b.start+4] for b in a.blocks] == ['Harb', 'F or', 'T he', 'X ma'] and all(text[b.end-1].strip() for b in a.blocks)
    assert pipeline._gaps(text) == {text.index('F ') + 1, text.index('T ') + 1}
    assert pipeline._gaps('A day\nI went\nA nother day\nI n time\nB vitamins\nA ccording to') == {14, 27, 47}

@pytest.mark.parametrize('end', ['\n', '\r\n'])
def test_drop_caps_on_a_line_of_their_own(end):
    text = f'T{end}obias Renn said on Monday that the harbour is open.{end}{end}A{end}n independent commission will look at it.{end}X{end}email'
    a = annotate(text, language='en')
    assert a.text == text and a.words(a.quotes[0].source) == f'T{end}obias Renn' and [e.name.split()[-1] for e in a.entities if e.type == 'PERSON'] == ['Renn']
    assert [b.start for b in a.blocks] == [0, text.index(f'A{end}n'), text.index(f'X{end}'), text.index('email')]

@pytest.mark.parametrize('what', [None, b'text', 3])
def test_what_is_no_article(what):
    with pytest.raises(TypeError, match='annotate reads text or an Article'): annotate(what)
