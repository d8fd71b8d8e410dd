"Studies: built, added to, killed half way, corrected; asked in pandas and SQL."
import json, signal, subprocess, sys, warnings
import pandas as pd
import pytest
from given import article, turns
from media_study import pipeline
from media_study.article import Article, Block, Entity, Failure, Mention, Quote
from media_study.reading import read
from media_study.resolving import CorrectionError
from media_study.study import TABLES, Study, columns
from media_study.voices import own_voices

TEXT = 'Boat {0} is back\n\n“Boat {0} is ready,” said Ana Lee, the minister. “We are glad.” She left.\n\nThe port of Lisbon said it would wait for crew {0}.\n'

def write(folder, n, first=0):
    folder.mkdir(exist_ok=True)
    for i in range(first, first + n): (folder / f'a{i:04}.txt').write_text(TEXT.format(i), encoding='utf8')
    return folder

def at(text, words): return (text.index(words), text.index(words) + len(words))

def record(id, full, short=None, said='It is fine', outlet=None):
    "A record in which somebody says something"
    names = [full] + ([short] if short else [])
    text = f'“{said},” said {full}. ' + (f'{short} left.' if short else '')
    spans = [at(text, full)] + ([at(text, f'{short} left')[:1] + (at(text, f'{short} left')[0] + len(short),)] if short else [])
    return Article(id, text, outlet=outlet, blocks=[Block('paragraph', 0, len(text))], entities=[Entity('e1', full, 'PERSON')], mentions=[Mention(*s, 'name', 'PERSON', ['e1']) for s in spans],
        quotes=[Quote('q1', 'direct', True, [at(text, said)], [at(text, 'said ')[:1] + (at(text, 'said ')[1] - 1,)], [at(text, full)], ['e1'], 'person', blocks=[0])])

def frames(study): return {t: study.table(t) for t in TABLES}

def same(a, b):
    for t, df in frames(a).items(): pd.testing.assert_frame_equal(df.drop(columns=['record'], errors='ignore'), b.table(t).drop(columns=['record'], errors='ignore'))

def test_tables_lead_back_to_the_page(tmp_path):
    study = Study.build(str(write(tmp_path / 'in', 3)), tmp_path / 'out')
    text = {a: study.record(a).text for a in study.articles.article}
    for t in ('blocks', 'mentions', 'quote_spans', 'dates'):
        df = study.table(t)
        assert all(text[r.article][r.start:r.end] == r.text for r in df.itertuples()), t
    for r in study.quotes.itertuples(): assert 0 <= r.start < r.end <= len(text[r.article]) and all(p in text[r.article] for p in r.text.split(' … '))
    for t, cols in TABLES.items(): assert list(study.table(t).columns) == list(cols) == columns(t).column.tolist()
    assert set(e for v in study.mentions.entities for e in v) <= set(study.entities.entity)
    assert study.sql('SELECT count(*) AS n FROM quotes').n[0] == len(study.quotes)

def test_built_again_added_to_and_in_processes(tmp_path):
    folder, seen = write(tmp_path / 'in', 4), []
    told = lambda n, a: seen.append(a.id)
    one = Study.build(str(folder), tmp_path / 'one', progress=told)
    assert len(seen) == 4
    same(Study.build(str(folder), tmp_path / 'one', progress=told), one)
    assert len(seen) == 4
    write(folder, 2, 4)
    two = Study.open(tmp_path / 'one').add(str(folder), progress=told)
    assert len(seen) == 6 and len(two.articles) == 6 and not len(two.failures)
    both = Study.build(str(folder), tmp_path / 'two', jobs=2)
    same(both, two)
    (folder / 'a0005.txt').unlink()
    assert len(Study.build(str(folder), tmp_path / 'two').articles) == 5
    assert not list((tmp_path / 'two').rglob('*.tmp'))

def test_an_id_that_means_another_text_is_told(tmp_path):
    study = Study.build([Article('a', 'The port is open today. It was closed.')], tmp_path / 's')
    study.add([Article('a', 'Another text that has the same id.'), Article('b', 'A third text is here now.')])
    assert study.articles.article.tolist() == ['a', 'b'] and study.failures.article.tolist() == ['a']

def test_killed_half_way(tmp_path):
    folder = write(tmp_path / 'in', 16)
    code = ('import sys\nfrom media_study.study import Study\nStudy.build(sys.argv[1], sys.argv[2], progress=lambda n, a: print(n, flush=True))')
    p = subprocess.Popen([sys.executable, '-c', code, str(folder), str(tmp_path / 's')], stdout=subprocess.PIPE, text=True)
    for _ in range(5): p.stdout.readline()
    p.send_signal(signal.SIGKILL); p.wait(); p.stdout.close()
    with pytest.raises(ValueError, match='no study'): Study.open(tmp_path / 's')
    study = Study.build(str(folder), tmp_path / 's')
    assert len(study.articles) == study.articles.article.nunique() == 16
    same(study, Study.build(str(folder), tmp_path / 'other'))

def test_nothing_is_made_of_nothing(tmp_path):
    (tmp_path / 'empty').mkdir()
    for where in (tmp_path / 'none', tmp_path / 'empty', str(tmp_path / '*.nothing')):
        with pytest.raises(ValueError, match='no article in'): Study.build(where, tmp_path / 'out')
    assert not (tmp_path / 'out').exists()
    study = Study.build(write(tmp_path / 'in', 1), tmp_path / 'out')
    with pytest.raises(ValueError, match='no article in .*none: .*there is no such file'): study.add(tmp_path / 'none')
    assert not len(Study.open(tmp_path / 'out').failures)

def test_a_study_among_the_articles_is_no_article(tmp_path):
    folder = write(tmp_path / 'in', 2)
    Study.build(str(folder), folder / 'study')
    again = Study.build(str(folder), folder / 'study')
    assert len(again.articles) == 2 and not len(again.failures)

def test_a_study_does_not_hide_its_articles(tmp_path):
    folder = write(tmp_path / 'in', 2)
    before = sorted(p.name for p in folder.iterdir())
    for given in (folder, [tmp_path / 'in' / '..' / 'in'], str(folder / '*.txt')):
        with pytest.raises(ValueError, match='in holds the articles; make the study in a folder of its own'): Study.build(given, folder)
    with pytest.raises(ValueError, match='is a file; a study needs a folder'): Study.build(folder, folder / before[0])
    assert sorted(p.name for p in folder.iterdir()) == before

def test_odd_values_come_back(tmp_path):
    odd = 'a\x00b “\u2028 😀 é” \' "'
    a = record('id "with\' odd/signs', 'Ana Lee', said=odd, outlet="O'Reilly \"Post\" \x00")
    study = Study.from_records([a, Failure('f', None, odd)], tmp_path / "it's")
    assert study.quotes.text[0] == odd and study.record(a.id) == a and study.articles.outlet[0] == a.outlet and study.failures.error[0] == odd
    empty = Study.from_records([Article('a', '')], tmp_path / 'empty')
    assert all(list(df.columns) == list(TABLES[t]) for t, df in frames(empty).items()) and len(empty.quoted()) == 0 and 'Counted' in empty._repr_html_() and '0 quotes' in repr(empty)

def test_corrections_need_no_annotation(tmp_path, monkeypatch):
    records = [record('a', 'Ana Lee', 'Lee', outlet='Post'), record('b', 'Bob Lee', said='It is not'), record('c', 'A. Lee')]
    study = Study.from_records(records, tmp_path / 's')
    assert dict(zip(study.quotes.article, study.quotes.speaker)) == {'a': 'Ana Lee', 'b': 'Bob Lee', 'c': 'Ana Lee'}
    monkeypatch.setattr(pipeline, 'annotate', None)
    (tmp_path / 'c.csv').write_text('article,start,end,text,action,value\nb,1,10,It is not,speaker,Ana Lee\n,,,Ana Lee (PERSON),rename,Anna Lee\nc,,,,outlet,Herald\na,1,11,It is fine,strike,\n')
    study.resolve(tmp_path / 'c.csv')
    assert study.quotes[['article', 'label', 'speaker']].values.tolist() == [['b', 'b', 'Anna Lee'], ['c', 'Herald', 'Anna Lee']]
    assert study.record('a').quotes == [] and study.articles.article.tolist() == ['a', 'b', 'c'] and study.articles.label.tolist() == ['Post', 'b', 'Herald']
    assert study.quote_spans.article.unique().tolist() == ['b', 'c']
    before = frames(study)
    (tmp_path / 'c.csv').write_text('article,start,end,text,action,value\nb,1,10,It is now,speaker,Ana Lee\n')
    with pytest.raises(CorrectionError, match='c.csv line 2'): study.resolve()
    for t, df in frames(Study.open(tmp_path / 's')).items(): pd.testing.assert_frame_equal(df, before[t])
    (tmp_path / 'c.csv').write_text('article,start,end,text,action,value\n')
    assert len(study.resolve().quotes) == 3
    assert isinstance(study.suggest_merges(), pd.DataFrame)

def test_a_split_by_new_articles_is_told(tmp_path):
    study = Study.from_records([record('a', 'Ana Lee'), record('b', 'Lee')], tmp_path / 's')
    assert study.entities.name.tolist() == ['Ana Lee']
    with pytest.warns(UserWarning, match='Ana Lee was one entity and is now several'):
        Study.from_records([record('a', 'Ana Lee'), record('b', 'Lee'), record('c', 'Bob Lee')], tmp_path / 's')

def test_joint_speakers_each_get_the_whole(tmp_path):
    a = record('a', 'Ana Lee', said='We are both glad')
    a.entities.append(Entity('e2', 'Kim Roe', 'PERSON')); a.quotes[0].speakers.append('e2')
    study = Study.from_records([a], tmp_path / 's')
    who = study.quoted()
    assert who.words.tolist() == [4, 4] and who.share.tolist() == [1, 1] and '4 words of joint speakers' in who.attrs['counted'] and study.quotes.speaker[0] == 'Ana Lee and Kim Roe'

def test_a_study_in_which_nobody_is_quoted_answers_with_empty_tables(tmp_path):
    text = 'It rained all day in the town by the sea. Nobody went out, and the boats stayed in the harbour.'
    study = Study.from_records([Article('rain', text, blocks=[Block('paragraph', 0, len(text))])], tmp_path/'s')
    assert all(t.empty for t in (study.voices(), study.shares(), study.utterances(), study.quoted()))
    assert len(study.validation_sheet(5)) == 2 and study.report(tmp_path/'r.html').is_file()

def test_an_inner_quote_does_not_repeat_what_the_outer_reports(tmp_path):
    def one(id, text, inner=()):
        said = text.index('the boats')
        quotes = [Quote('q1', 'indirect', True, [(said, len(text)-1)], [], [], ['e1'], 'person', blocks=[0]), *(Quote('q2', 'indirect', True, [(text.index(w), len(text)-1)], [], [], ['e1'], 'person', 'q1', [0]) for w in inner)]
        return Article(id, text, blocks=[Block('paragraph', 0, len(text))], entities=[Entity('e1', 'Ana Lee', 'PERSON')], mentions=[Mention(0, 7, 'name', 'PERSON', ['e1'])], quotes=quotes)
    text = 'Ana Lee said the boats would carry forty trucks to the northern islands before winter storms close the harbour.'
    study = Study.from_records([one('a', text, ['would carry']), one('b', text)], tmp_path/'s')
    assert study.utterances().quote.tolist() == ['a/q1', 'b/q1'] and len(study.utterances(articles=3)) == 0

RADIO = '''ANA SOUSA, HOST: Is it raining?
PER DAHL, HARBOUR RADIO CORRESPONDENT: It is. Mayor Holm said that it would rain all week.
MIA RASK, NORTHERN HERALD REPORTER: We never saw so much rain.
SOUSA: Thank you both.'''
TURNS = ['| ANA SOUSA, HOST | Is it raining?', '| PER DAHL, HARBOUR RADIO CORRESPONDENT | It is. Mayor Holm said that it would rain all week.', 'said | Mayor Holm | it would rain all week',
         '| MIA RASK, NORTHERN HERALD REPORTER | We never saw so much rain.', '| SOUSA | Thank you both.']

def radio():
    a = article(RADIO, TURNS, turns(RADIO), PERSON='ANA SOUSA|SOUSA|PER DAHL|MIA RASK|Holm')
    a.outlet, a.quotes[2].nested_in = 'Harbour Radio', 'q2'
    return a

def test_hosts_and_reporters_of_the_outlet_are_no_sources(tmp_path):
    study = Study.from_records([radio(), record('b', 'Ana Lee', outlet='Post')], tmp_path/'s')
    who, every = study.quoted(), study.quoted(own=True)
    assert dict(zip(who.name, who.words)) == {'Mia Rask': 6, 'Holm': 5, 'Ana Lee': 3} # what a reporter reports counts as if it were printed
    assert dict(zip(every.name, every.words)) == {'Per Dahl': 11, 'Ana Sousa': 6, 'Mia Rask': 6, 'Ana Lee': 3}
    assert "without 3 of the outlets' own hosts and reporters, 17 words" in who.attrs['counted'] and 'own' not in every.attrs['counted']
    assert study.voices().groupby('voice').words.sum().to_dict() == dict(zip(who.name, who.words)) and study.voices(own=True).groupby('voice').words.sum().to_dict() == dict(zip(every.name, every.words))
    assert study.voices().counted[0].endswith("without the outlets' own hosts and reporters") and 'own' not in study.voices(own=True).counted[0]
    assert study.quoted("counted AND words = 5").name.tolist() == ['Holm'] and len(study.quotes) == 6

@pytest.mark.parametrize('source, own', [('ANA SOUSA, HOST', True), ('HOST', True), ('ANA SOUSA, BYLINE', True), ('PER DAHL, CHIEF WHITE HOUSE CORRESPONDENT', True), ('PER DAHL, OSLO CORRESPONDENT (on camera)', True),
    ('PER DAHL, POST ANCHOR', True), ('MIA RASK, NORTHERN HERALD REPORTER', False), ('RUI PRADO, FORMER HOST', False), ('MAYOR DAHL', False), ('REPORTER 2', False), ('', False)])
def test_the_label_tells_who_is_at_work(source, own):
    q = pd.DataFrame([dict(article='a', outlet='The Post', speakers=['e1'], cue='', source=source), dict(article='a', outlet='The Post', speakers=['e1'], cue='said', source='she'), dict(article='b', outlet='The Post', speakers=['e1'], cue='said', source='host')])
    assert own_voices(q).tolist() == [own, own, False]

@pytest.mark.parametrize('asked, told', [(dict(measure='word'), 'measure is words, words_verbatim or quotes'), (dict(by='paper'), "no column 'paper'")])
def test_shares_of_what_is_not_there(tmp_path, asked, told):
    with pytest.raises(ValueError, match=told): Study.from_records([record('a', 'Ana Lee', outlet='Post')], tmp_path).shares(**asked)
