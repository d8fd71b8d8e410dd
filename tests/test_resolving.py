"Who is who across articles: any order, any names, any corrections."
import csv, io, random
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from media_study.article import Article, Block, Entity, Mention, Quote
from media_study.resolving import CorrectionError, correct, digest, read_corrections, resolve, resolve_rows, same_person, suggest_rows

NAMES = ['Ana Lee', 'A. Lee', 'Lee', 'Lee Ana', 'Ana M. Lee', 'Ana B. Lee', 'Bob Lee', 'Robert Lee', 'Mr. Lee', 'Kim Seo-jun', 'Kim Seo Jun', 'Kim', 'Kim Yo-han', 'Trade Ministry', 'Ministry of Trade', 'French Trade Ministry',
         'Port Union', 'PU', 'France', 'French', 'Paris', 'North Korea', 'the North', 'U.S.', 'Lee administration', '', '-', '日本', "O'Neil", 'é', 'the', 'Jr.', '...', 'A' * 300]
TYPES = 'PERSON ORG GPE LOC FAC NORP EVENT WORK LAW PRODUCT'.split()
ROWS = st.lists(st.fixed_dictionaries(dict(article=st.sampled_from(['a', 'b', 'c', 'd']), names=st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=6)), min_size=0, max_size=3), type=st.sampled_from(TYPES),
    country=st.sampled_from([None, 'FR', 'KP', 'US']), role=st.sampled_from([None, 'minister', 'former mayor']))), max_size=14)

def frame(rows):
    out = [dict(article=r['article'], local_entity=f'e{i}', name=(r['names'] or ['somebody'])[0], type=r['type'], country=r['country'], role=r['role'], names=r['names'], counts=[1] * len(r['names']), mentions=1, start=i) for i, r in enumerate(rows)]
    return pd.DataFrame(out, columns=['article', 'local_entity', 'name', 'type', 'country', 'role', 'names', 'counts', 'mentions', 'start'])

def groups(res): return {(r.article, r.local_entity): r.entity for r in res.links.itertuples()}

@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, st.randoms())
def test_any_rows_in_any_order(rows, rng):
    df = frame(rows)
    res = resolve_rows(df)
    assert len(res.links) == len(df) and set(res.links.entity) == set(res.entities.entity) and res.entities.entity.is_unique
    mixed = df.sample(frac=1, random_state=rng.randint(0, 999)).reset_index(drop=True)
    again = resolve_rows(mixed)
    assert groups(again) == groups(res)
    pd.testing.assert_frame_equal(again.entities, res.entities)
    suggest_rows(df)

def person(article, *names, **more): return dict(dict(article=article, names=list(names), type='PERSON', country=None, role=None), **more)

def test_two_of_one_surname_stay_apart():
    g = groups(resolve_rows(frame([person('a', 'Ana Lee', 'Lee'), person('b', 'Bob Lee', 'Lee'), person('c', 'Lee'), person('d', 'Robert Lee')])))
    assert g['a', 'e0'] != g['b', 'e1'] == g['d', 'e3'] and g['c', 'e2'] not in (g['a', 'e0'], g['b', 'e1'])

def test_a_country_or_a_role_tells_them_apart():
    g = groups(resolve_rows(frame([person('a', 'Ana Lee', country='FR', role='trade minister'), person('b', 'Bob Lee', country='US'), person('c', 'Lee', country='FR'), person('d', 'Lee', role='minister')])))
    assert g['c', 'e2'] == g['a', 'e0'] == g['d', 'e3']

def test_a_person_and_what_is_named_after_them():
    g = groups(resolve_rows(frame([person('a', 'Ana Lee'), dict(article='b', names=['Lee administration'], type='ORG', country=None, role=None), dict(article='c', names=['Lee'], type='FAC', country=None, role=None), person('d', 'Lee')])))
    assert g['a', 'e0'] == g['d', 'e3'] and len(set(g.values())) == 3

def test_adding_an_article_adds_to_clusters():
    rows = [person('a', 'Ana Lee', 'Lee'), person('b', 'Lee'), person('c', 'Kim Seo-jun', 'Kim')]
    before, after = groups(resolve_rows(frame(rows))), groups(resolve_rows(frame([*rows, person('d', 'A. Lee'), person('d', 'Kim Seo Jun')])))
    assert all((before[x] == before[y]) <= (after[x] == after[y]) for x in before for y in before)

# ---- corrections

TEXT = '“Ferries are safe,” said Ana Lee. Bob Lee said they are not. “We will see,” the port said.'
def at(w): return (TEXT.index(w), TEXT.index(w) + len(w))
def example(): return Article('x', TEXT, blocks=[Block('paragraph', 0, len(TEXT))], entities=[Entity('e1', 'Ana Lee', 'PERSON'), Entity('e2', 'Bob Lee', 'PERSON'), Entity('e3', 'the port', 'ORG')],
    mentions=[Mention(*at('Ana Lee'), 'name', 'PERSON', ['e1']), Mention(*at('Bob Lee'), 'name', 'PERSON', ['e2']), Mention(*at('the port'), 'nominal', 'ORG', ['e3'])],
    quotes=[Quote('q1', 'direct', True, [at('Ferries are safe')], [at('said')], [at('Ana Lee')], ['e1'], 'person', blocks=[0]), Quote('q2', 'indirect', True, [at('they are not')], [at('said')], [at('Bob Lee')], ['e2'], 'person', blocks=[0])])

def table(tmp_path, *rows):
    out = io.StringIO()
    csv.writer(out).writerows([['article', 'start', 'end', 'text', 'action', 'value'], *rows])
    path = tmp_path / 'corrections.csv'
    path.write_text(out.getvalue(), encoding='utf-8-sig')
    return path

def words(w): return ['x', *at(w), w]

def run(tmp_path, *rows):
    path = table(tmp_path, *rows)
    return correct(example(), read_corrections(path)), resolve([example()], path)

def test_every_action(tmp_path):
    a, res = run(tmp_path, [*words('Ferries are safe'), 'speaker', 'Bob Lee'], [*words('they are not'), 'strike', ''], [*words('We will see'), 'add', 'Port Authority (ORG); cue: said; source: the port'],
        ['x', '', '', '', 'outlet', 'The Post'], ['x', '', '', '', 'published', '4 March 2023'], ['', '', '', 'Bob Lee (PERSON)', 'rename', 'Robert Lee'], ['', '', '', 'Bob Lee', 'role', 'captain'], ['', '', '', 'Ana Lee', 'country', 'PT'],
        ['', '', '', 'Ana Lee', 'retype', 'ORG'], [*words('Ferries'), 'name', 'Ferry Line (ORG)'])
    assert [(q.id, a.words(q.content), q.kind) for q in a.quotes] == [('q1', 'Ferries are safe', 'direct'), ('c4', 'We will see', 'direct')]
    assert a.quotes[0].speakers == ['e2'] and a.outlet == 'The Post' and a.published == '2023-03-04'
    added = a.quotes[1]
    assert a.words(added.cue) == 'said' and a.words(added.source) == 'the port' and added.speaker_type == 'organisation' and added.blocks == [0]
    e = res.entities.set_index('name')
    assert e.at['Robert Lee', 'role'] == 'captain' and e.at['Ana Lee', 'type'] == 'ORG' and e.at['Ana Lee', 'country'] == 'PT' and {'Port Authority', 'Ferry Line'} <= set(e.index)

def test_merge_and_split(tmp_path):
    _, res = run(tmp_path, ['', '', '', 'Bob Lee', 'merge', 'Ana Lee (PERSON)'])
    assert set(res.entities.name) == {'Ana Lee', 'the port'} and res.links.evidence.tolist()[1] == 'corrections.csv line 2'
    _, res = run(tmp_path, ['x', '', '', 'Ana Lee', 'split', 'Anna Leigh'])
    assert 'Anna Leigh' in set(res.entities.name) and 'Ana Lee' not in set(res.entities.name)
    a, res = run(tmp_path, [*words('the port'), 'merge', 'Bob Lee'])
    assert a.mentions[2].entities == ['e2'] and set(res.entities.name) == {'Ana Lee', 'Bob Lee'}

@pytest.mark.parametrize('row, message', [
    (['x', 1, 17, 'Ferries are bad', 'strike', ''], "line 2: article 'x' has 'Ferries are safe' at 1-17, not 'Ferries are bad'; they stand nowhere"),
    (['x', 2, 18, 'Ferries are safe', 'strike', ''], 'they stand at 1-17'),
    (['x', '', '', 'Cid Lee', 'merge', 'Ana Lee'], "no entity is called 'Cid Lee'; the nearest are"),
    (['', '', '', 'Ana Lee', 'merge', 'Nobody'], "no entity is called 'Nobody'"),
    (['x', *at('the port'), 'the port', 'speaker', 'Bob Lee'], 'no quote has the words'),
    (['x', 'one', 2, '', 'strike', ''], 'must be whole numbers'),
    (['x', 1, '', 'F', 'strike', ''], 'stand together'),
    (['x', '', '', '', 'outlet', ''], 'needs a value'),
    (['', '', '', '', 'outlet', 'Post'], 'needs its article'),
    (['', '', '', 'Ana Lee', 'retype', 'HUMAN'], 'none of PERSON'),
    (['', '', '', 'Ana Lee', 'country', 'Portugal'], "country 'Portugal' is no code of two capital letters"),
    (['x', '', '', '', 'published', '3/4/2024'], "date '3/4/2024' could be 2024-03-04 or 2024-04-03; write the one meant"),
    (['x', '', '', '', 'published', 'spring'], "date 'spring' is not a date"),
    (['', '', '', 'Ana Lee', 'delete', ''], "action 'delete' is not known"),
    (['x', *at('We will see'), 'We will see', 'add', 'Ana Lee; cue: shouted'], "'shouted' stand nowhere")])
def test_a_row_that_does_not_fit(tmp_path, row, message):
    with pytest.raises(CorrectionError) as e: run(tmp_path, row)
    assert message in str(e.value) and 'corrections.csv line 2' in str(e.value)

@pytest.mark.parametrize('rows', [['a,0,4,Rain,speaker,Ana Lee', 'a,0,4,Rain,speaker,Bo Dahl'], ['a,0,4,Rain,speaker,Ana Lee', 'a,0,4,Rain,strike,'], [',,,Ana Lee,rename,Ana', ',,,Ana Lee,rename,Anna']])
def test_rows_that_contradict_each_other(tmp_path, rows):
    (tmp_path / 'c.csv').write_text('\n'.join(['article,start,end,text,action,value', *rows]))
    with pytest.raises(CorrectionError, match=r'c\.csv line 3: .* contradicts c\.csv line 2'): read_corrections(tmp_path / 'c.csv')
    (tmp_path / 'c.csv').write_text('\n'.join(['article,start,end,text,action,value', rows[0], rows[0], ',,,Ana Lee,merge,Ana', ',,,Ana Lee,merge,Anna']))
    assert len(read_corrections(tmp_path / 'c.csv')) == 4

def test_missing_column(tmp_path):
    (tmp_path / 'c.csv').write_text('article,text\n')
    with pytest.raises(CorrectionError, match="'start' is missing"): read_corrections(tmp_path / 'c.csv')

def test_suggestions_can_be_accepted_as_they_are(tmp_path):
    rows = frame([person('a', 'Ana Lee'), person('b', 'Anna Lei'), person('c', 'Ana Leigh'), dict(article='c', names=['Port Union of Lisbon'], type='ORG', country=None, role=None), dict(article='a', names=['Port Union'], type='ORG', country=None, role=None)])
    found = suggest_rows(rows)
    assert len(found)
    path = tmp_path / 'corrections.csv'
    found.to_csv(path, index=False)
    assert len(resolve_rows(rows, read_corrections(path)).entities) < len(resolve_rows(rows).entities)

@pytest.mark.parametrize('one, country, other, both', [('US government', 'US', 'Government of Norvania', False), ('Port Union', None, 'Port Union of Lisbon', True)])
def test_a_body_of_a_country_is_not_suggested_to_be_one_with_more_to_its_name(one, country, other, both):
    body = lambda article, name, land: dict(article=article, names=[name], type='ORG', country=land, role=None)
    assert bool(len(suggest_rows(frame([body('a', one, country), body('b', other, None)])))) == both

def test_places_as_pandas_writes_them(tmp_path):
    pd.DataFrame([dict(article='x', start=1, end=17, text='Ferries are safe', action='strike'), dict(text='Ana Lee', action='role', value='minister')]).reindex(columns='article start end text action value'.split()).to_csv(tmp_path / 'c.csv', index=False)
    assert '1.0,17.0' in (tmp_path / 'c.csv').read_text()
    assert [(c.start, c.end) for c in read_corrections(tmp_path / 'c.csv')] == [(1, 17), (None, None)]
