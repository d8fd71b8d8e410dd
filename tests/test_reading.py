"Reading what people bring: any text, and files that cannot be read among those that can"
import gzip, json, os, shutil, subprocess, sys, tracemalloc
from pathlib import Path
import pandas as pd, pytest
from hypothesis import given, settings, strategies as st
from media_study.article import Article, Failure
from media_study.reading import *
from media_study.reading import short_ids

def got(paths, **k): return {a.id: a for a in read(paths, **k)}

@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_make_article(text):
    a = make_article(text)
    if isinstance(a, Article):
        assert a.text == text
        assert Article.from_dict(json.loads(json.dumps(a.to_dict()))) == a
    else: assert not text.strip() or '\0' in text

@given(st.text(st.characters(codec='utf-8', exclude_categories=('Cc', 'Cs')) | st.sampled_from('\r\n\t'), min_size=1, max_size=80), st.sampled_from(['utf-8', 'utf-8-sig', 'utf-16']))
@settings(max_examples=60, deadline=None)
def test_decode(text, codec): assert decode(text.removeprefix('\ufeff').encode(codec))[0] == text.removeprefix('\ufeff')

@given(st.binary(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_bytes(data):
    try: text, name = decode(data)
    except ValueError as e: assert 'text' in str(e)
    else: text.encode('utf-8')

@given(st.text(max_size=30) | st.integers() | st.dates() | st.datetimes())
@settings(max_examples=60, deadline=None)
def test_iso_date(value):
    try: assert iso_date(value)[:4].isdigit()
    except ValueError as e: assert 'date' in str(e)

@given(st.lists(st.lists(st.sampled_from('abc'), min_size=1, max_size=4), min_size=1, max_size=8, unique_by=tuple))
@settings(max_examples=60, deadline=None)
def test_short_ids(parts):
    paths = ['/'.join(['/', *p]) + '.txt' for p in parts]
    ids = short_ids(paths)
    assert len(set(ids)) == len(set(paths))
    assert all(p.removesuffix('.txt').endswith(i) for p, i in zip(paths, ids))

@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), lambda o: st.lists(o, max_size=3) | st.dictionaries(st.sampled_from(['id', 'text', 'published', 'bylines', 'outlet', 'source']), o, max_size=4)))
@settings(max_examples=60, deadline=None)
def test_any_json(tmp_path_factory, value):
    path = tmp_path_factory.mktemp('json')/'a.jsonl'
    path.write_text(json.dumps(value) + '\n{"id": "good", "text": "He said so."}\n')
    articles = list(read(path))
    assert articles[-1].text == 'He said so.' and len(articles) == 2
    for a in articles: json.dumps(a.to_dict(), ensure_ascii=False).encode('utf-8')

def test_line_endings_and_marks(tmp_path):
    for name, data in dict(a=b'One\r\ntwo\rthree\n', b='\ufeffOne\r\n'.encode(), c='Größe\r\n'.encode('utf-16'), d='“Größe”\r\n'.encode('cp1252')).items(): (tmp_path/f'{name}.txt').write_bytes(data)
    a = got(tmp_path)
    assert [a[i].text for i in 'abcd'] == ['One\r\ntwo\rthree\n', 'One\r\n', 'Größe\r\n', '“Größe”\r\n']
    assert [a[i].warnings for i in 'abcd'] == [[], ['encoding utf-8 with a byte order mark'], ['encoding utf-16 with a byte order mark'], ['encoding windows-1252']]

def test_bad_company(tmp_path):
    good = 'He said that it was good.\n'
    (tmp_path/'sub').mkdir(); (tmp_path/'folder.txt').mkdir(); (tmp_path/'.hidden').write_text('x')
    for n in ('a', 'sub/a', 'z'): (tmp_path/f'{n}.txt').write_text(good)
    (tmp_path/'binary.txt').write_bytes(bytes(range(256))*9)
    (tmp_path/'empty.txt').write_text('')
    (tmp_path/'page.html').write_text('<html>')
    (tmp_path/'cut.txt').write_bytes('“Größe” — “ja”'.encode()[:-1])
    with open(tmp_path/'huge.txt', 'wb') as f: f.truncate(300_000_000)
    (tmp_path/'lines.jsonl').write_bytes(b'{"id": "one", "text": "Yes."}\n{"id": "two", "te\n\n{"id": "one", "text": "No."}\n{"id": 0, "text": "Zero."}\n{"text": "Mine."}\n{"text": "\\ud83d"}\n["x"]\n' + b'{"id": "fat", "text": "' + b'x'*40_000_000 + b'"}\n{"id": "last", "text": "Last."}')
    (tmp_path/'cells.csv').write_bytes('id;text;outlet\r\nc1;"Two\r\nlines";Größe\r\nc2;;\r\n'.encode('cp1252'))
    (tmp_path/'bare.csv').write_text('title,body\na,b\nc,d\n')
    with gzip.open(tmp_path/'packed.jsonl.gz', 'wt') as f: f.write('{"id": "packed", "text": "In."}\n')
    (tmp_path/'torn.jsonl.gz').write_bytes(gzip.compress(b'{"id": "torn", "text": "In."}\n'*50)[:-20])
    (tmp_path/'study').mkdir(); (tmp_path/'study'/'study.json').write_text('{}'); (tmp_path/'study'/'x.txt').write_text(good)
    articles = list(read(tmp_path))
    fine = {a.id: a for a in articles if isinstance(a, Article)}
    bad = [a for a in articles if isinstance(a, Failure)]
    stem = tmp_path.name
    assert set(fine) == {f'{stem}/a', 'sub/a', 'z', 'one', '0', 'lines-6', 'last', 'c1', 'packed', 'torn'}
    assert fine['c1'].text == 'Two\r\nlines' and fine['c1'].outlet == 'Größe' and fine['c1'].warnings == ['encoding windows-1252']
    def says(id, *parts):
        errors = [a.error for a in bad if a.id == id]
        assert any(all(p in e for p in parts) for e in errors), (id, errors)
    says('binary', 'not text'); says('empty', 'empty'); says('page', 'HTML', '.txt'); says('cut', 'broken UTF-8'); says('folder', 'folder')
    says('huge', 'too long', 'max'); says('lines-2', 'lines.jsonl line 2', 'JSON'); says('one', "'one'"); says('lines-7', 'line 7', 'half'); says('lines-8', 'line 8', 'text')
    says('lines-9', 'line 9', 'too long', '--max-chars'); says('c2', 'line 4'); says('bare', 'column "text"'); says('torn', 'id'); says('torn', 'end')
    assert sum(a.id.startswith('bare') for a in bad) == 1
    for a in bad: json.dumps(a.to_dict())

def test_without_permission(tmp_path):
    for name in ('a', 'forbidden', 'z'): (tmp_path/f'{name}.txt').write_text('He said so.')
    (tmp_path/'closed').mkdir()
    for name in ('forbidden.txt', 'closed'): (tmp_path/name).chmod(0)
    bare = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] if os.geteuid() == 0 else [] # root may read anything, but for its capabilities
    if bare and not shutil.which('setpriv'): pytest.skip('root without setpriv cannot be refused')
    code = 'import sys; from media_study.reading import read\nfor a in read(sys.argv[1]): print(a.id, getattr(a, "error", "read"))'
    out = subprocess.run([*bare, sys.executable, '-c', code, str(tmp_path)], capture_output=True, text=True, check=True).stdout
    (tmp_path/'closed').chmod(0o700)
    a, closed, forbidden, z = out.splitlines()
    assert (a, z) == ('a read', 'z read') and 'folder cannot be opened' in closed and 'no permission' in forbidden

def test_what_is_not_there(tmp_path):
    assert [a.error for a in read([tmp_path/'none.txt', f'{tmp_path}/*.txt', tmp_path])] == ['there is no such file', 'no file matches this pattern', 'there is no article in this folder']

def test_order_globs_and_doubles(tmp_path):
    for n in 'cab': (tmp_path/f'{n}.txt').write_text('Text.')
    assert [a.id for a in read(tmp_path)] == ['a', 'b', 'c']
    assert [a.id for a in read(f'{tmp_path}/[bc].txt')] == ['b', 'c']
    assert [type(a) for a in read([tmp_path/'a.txt', tmp_path])] == [Article, Failure, Article, Article]
    (tmp_path/'[x].txt').write_text('Text.')
    assert [a.id for a in read(tmp_path/'[x].txt')] == ['[x]']

def test_sidecar(tmp_path):
    (tmp_path/'sub').mkdir()
    for n in ('a', 'b', 'sub/c'): (tmp_path/f'{n}.txt').write_text('He said so.')
    path = init_folder(tmp_path)
    assert path.read_text(encoding='utf-8-sig').splitlines() == ['file,outlet,published,url,title', 'a.txt,,,,', 'b.txt,,,,', 'sub/c.txt,,,,']
    mine = 'file;outlet;published;note\r\na.txt;Zeit;18.6.2023;größer\r\nb.txt;Bild;31/6/2023;\r\n'
    path.write_bytes(mine.encode('cp1252'))
    a = got(tmp_path)
    assert (a['a'].outlet, a['a'].published) == ('Zeit', '2023-06-18')
    assert a['b'].error.startswith("articles.csv line 3: date '31/6/2023' is not a date")
    init_folder(tmp_path)
    assert path.read_text(encoding='utf-8-sig') == mine.replace('\r\n', '\n') + 'sub/c.txt;;;\n'
    before = path.read_bytes()
    init_folder(tmp_path)
    assert path.read_bytes() == before
    path.write_text('file,outlet\nsub/c.txt,Deep\n')
    assert next(read(tmp_path/'sub'/'c.txt')).outlet == got(tmp_path)['c'].outlet == 'Deep'
    (tmp_path/'articles.csv').write_text('id,text\n1,Two words.\n')
    assert got(tmp_path)['1'].text == 'Two words.'
    with pytest.raises(ValueError, match='another table'): init_folder(tmp_path)

def test_a_sidecar_without_files(tmp_path):
    (tmp_path/'news.csv').write_text('id,text\n1,He said so.\n')
    with pytest.raises(ValueError, match='no text file to write a row for; articles in a CSV'): init_folder(tmp_path)
    assert not (tmp_path/'articles.csv').exists()
    (tmp_path/'articles.csv').write_text('filename,outlet\na.txt,The Post\n')
    (tmp_path/'odd.csv').write_text('body\nHe said so.\n')
    errors = {a.id: a.error for a in read(tmp_path) if isinstance(a, Failure)}
    assert errors['articles'] == 'there is no column "text" (or "file", if it tells of the articles beside it) in this table; call the one that is meant so (its columns: filename, outlet)'
    assert errors['odd'] == 'there is no column "text" in this table; call the one that is meant so (its columns: body)'

def test_tables_beside_the_articles_are_none(tmp_path):
    (tmp_path/'a.txt').write_text('He said so.')
    (tmp_path/'articles.csv').write_text('file,outlet\na.txt,The Post\n')
    (tmp_path/'corrections.csv').write_text('article,start,end,text,action,value\na,0,2,He,entity,Ann Lee\n')
    for paths in (tmp_path, f'{tmp_path}/*', sorted(tmp_path.iterdir())): assert [(o.id, o.outlet) for o in read(paths)] == [('a', 'The Post')]
    (tmp_path/'mine.csv').write_bytes((tmp_path/'corrections.csv').read_bytes())
    for name in ('mine.csv', 'corrections.csv'): assert ['table of corrections' in o.error for o in read(tmp_path/name)] == [True]
    (tmp_path/'corrections.csv').write_text('id,text\n1,The paper regrets the error.\n')
    assert '1' in got(tmp_path)

def test_frame():
    df = pd.DataFrame({'id': [1, 2, 2], 'body': ['He said so.', None, 'Yes.'], 'day': pd.to_datetime(['2023-06-18 00:00', None, '2023-06-19 10:00']), 'outlet': ['A', float('nan'), 'B']})
    a = list(from_frame(df, text='body', published='day'))
    assert [(o.id, o.published, o.outlet) for o in (a[0], a[2])] == [('1', '2023-06-18', 'A'), ('2', '2023-06-19T10:00:00', 'B')]
    assert 'empty' in a[1].error
    with pytest.raises(ValueError, match="no column 'text'"): from_frame(df)

def test_a_stream_does_not_grow(tmp_path):
    def peak(n):
        path = tmp_path/f'{n}.jsonl'
        with open(path, 'w') as f:
            for i in range(n): f.write(json.dumps({'id': i, 'text': f'He said {i}. '*60}) + '\n')
        tracemalloc.start()
        for _ in read(path): pass
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top
    peak(10)
    assert peak(600) < 1.5*peak(60) + 200_000

SAYINGS = dict(de='Der Minister sagte am Montag, dass die Gespräche gut waren und auch für die Zukunft wichtig sind.', fr='Le ministre a dit que les discussions sont importantes pour la suite et dans les deux pays.',
    es='El ministro dijo que las conversaciones son importantes para los dos países y no se han roto.', it='Il ministro ha detto che i colloqui sono stati utili per la pace e non è una sorpresa.',
    pt='O ministro disse que as conversas são importantes para os dois países e não foram interrompidas.', nl='De minister zei dat het gesprek goed was en dat er nog veel moet worden gedaan.',
    sv='Ministern sade att samtalen är viktiga för båda länderna och att det inte var en överraskning.', pl='Minister powiedział, że rozmowy są ważne dla obu krajów i nie było to już zaskoczenie.',
    tr='Bakan görüşmelerin çok iyi olduğunu ve iki ülke için de bir adım olarak önemli olduğunu söyledi.', id='Menteri mengatakan bahwa pembicaraan itu penting untuk kedua negara dan tidak akan berhenti.',
    zh='部长说，会谈对两国都很重要。', ja='大臣は会談が両国にとって重要だと述べた。', ko='장관은 회담이 양국 모두에 중요하다고 말했다.', ru='Министр сказал, что переговоры важны для обеих стран.', ar='قال الوزير إن المحادثات مهمة للبلدين.',
    en='The minister said that the talks were important to both of the countries and that it was no surprise.')

@pytest.mark.parametrize('lang', SAYINGS)
def test_language(lang):
    assert guess_language(SAYINGS[lang]) == lang
    assert bool(make_article(SAYINGS[lang]).warnings) == (lang != 'en')

def test_names_in_capitals_tell_no_language():
    assert guess_language('LAS PALMAS DE LA MANCHA (HN) — ' + SAYINGS['en']) == 'en' == guess_language(SAYINGS['en'].upper())

def test_a_column_that_is_misspelt_is_told_once(tmp_path):
    for n in 'ab': (tmp_path/f'{n}.txt').write_text('The boats sail again.')
    (tmp_path/'articles.csv').write_text('file,outlet,publshed,notes\na.txt,Post,2024-05-01,x\nb.txt,Herald,2024-05-02,y\n')
    told = [w for a in got([str(tmp_path)]).values() for w in a.warnings]
    assert told == ["articles.csv has no column 'published', but 'publshed', which is not read"]
