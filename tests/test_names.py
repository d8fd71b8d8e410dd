"What is exact about names: rules that hold whatever the network says"
import re
import numpy as np, pytest
from hypothesis import given, settings, strategies as st
from given import turns
from media_study.article import Article
from media_study.encoder import NAME_TYPES
from media_study.names import _is_group, _standing, acronyms, again, agree, apart, as_told, countries_in_compounds, countries_of_offices, find_names, in_full, join, label_names, pairs_of_countries, put_right, split_title, surnames, told_type, whole_countries

def right(text, name, kind):
    s, e, k, title = put_right(text, text.index(name), text.index(name) + len(name), kind)
    return text[s:e], k, title

@pytest.mark.parametrize('text, seen, kind, name, type', [
    ("Portugal's transport minister left.", "Portugal's transport", 'PERSON', 'Portugal', 'GPE'),
    ('The F.B.I. said so.', 'F.B', 'ORG', 'F.B.I.', 'ORG'),
    ('He left the East Room of the palace.', 'East Room of', 'FAC', 'East Room', 'FAC'),
    ('MINISTRY OF FISH OF THE NORTH spoke.', 'MINISTRY OF FISH OF THE', 'ORG', 'MINISTRY OF FISH', 'ORG'),
    ('Oslo – Bergen is far.', 'Oslo –', 'GPE', 'Oslo', 'GPE'),
    ('It rains, The Tribune wrote.', 'Tribune', 'ORG', 'The Tribune', 'ORG'),
    ('It rains. The Tribune wrote.', 'Tribune', 'ORG', 'Tribune', 'ORG'),
    ('The Lisbon Summit ended.', 'Lisbon Summit', 'ORG', 'Lisbon Summit', 'EVENT'),
    ('The Clean Air Act passed.', 'Clean Air Act', 'ORG', 'Clean Air Act', 'LAW'),
    ('They met in the Palace of Justice.', 'Palace of Justice', 'ORG', 'Palace of Justice', 'FAC'),
    ('The Sousa administration fell.', 'Sousa', 'PERSON', 'Sousa administration', 'ORG'),
    ("Norway's health ministry spoke.", 'Norway', 'GPE', "Norway's health ministry", 'ORG'),
    ('Norwegian boats sail.', 'Norwegian', 'ORG', 'Norwegian', 'ORG'),
    ('Han Mi-rae spoke.', 'Han Mi', 'PERSON', 'Han Mi-rae', 'PERSON'),
    ('The Ana Sousa-led party won.', 'Ana Sousa', 'PERSON', 'Ana Sousa', 'PERSON'),
    ('Sousa’s boat sank.', 'Sousa’s', 'PERSON', 'Sousa', 'PERSON'), ('Holm’s boat sank.', 'Holm’', 'PERSON', 'Holm', 'PERSON'),
    ('Holm Boats, Inc. sank.', 'Holm Boats', 'ORG', 'Holm Boats, Inc.', 'ORG'),
    ('Petro Holmia, S.A. grew.', 'Petro Holmia', 'ORG', 'Petro Holmia, S.A.', 'ORG'),
    ('U.N. Secretary-General Ana Sousa spoke.', 'U.N. Secretary-General', 'ORG', 'U.N.', 'ORG'),
    ('The Office of the President Ana Sousa left.', 'Office of the President', 'ORG', 'Office of the President', 'ORG'),
    ('By Ana Sousa News Reporter', 'Ana Sousa News', 'PERSON', 'Ana Sousa', 'PERSON'),
    ('Afra Holm MBE said so.', 'Afra Holm MBE', 'PERSON', 'Afra Holm', 'PERSON'),
    ('By Ana Sousa Jul. 12', 'Ana Sousa Jul', 'PERSON', 'Ana Sousa', 'PERSON'),
    ('Ana Sousa June spoke.', 'Ana Sousa June', 'PERSON', 'Ana Sousa June', 'PERSON'),
    ('Holm Images took it.', 'Holm Images', 'PERSON', 'Holm Images', 'ORG'), ('Petra Magazine, a cook, left.', 'Petra Magazine', 'PERSON', 'Petra Magazine', 'PERSON'), ('Image: Ana Sousa/Holm', 'Holm', 'PERSON', 'Holm', 'ORG'),
    ('The newspaper Dagens Bryn wrote so.', 'Dagens Bryn', 'PERSON', 'Dagens Bryn', 'ORG'),
    ('Photo by ANA SOUSA/AFP', 'ANA SOUSA', 'ORG', 'ANA SOUSA', 'PERSON'),
    ('In the Holm district it rains.', 'Holm', 'PERSON', 'Holm', 'GPE'),
    ('The North American market fell.', 'North', 'LOC', 'North American', 'NORP'),
    ('Some Western leaders came.', 'Western', 'ORG', 'Western', 'NORP'),
    ('African-American voters came.', 'African', 'GPE', 'African-American', 'NORP'),
    ('Shi’ites prayed.', 'Shi', 'ORG', 'Shi’ites', 'NORP'), ('Muslims prayed.', 'Muslims', 'EVENT', 'Muslims', 'NORP'),
    ('He told The Holmian so.', 'Holmian', 'NORP', 'The Holmian', 'ORG'),
    ('The Fair Rents Bill passed.', 'Fair Rents Bill', 'ORG', 'Fair Rents Bill', 'LAW')])
def test_ends_and_types(text, seen, kind, name, type): assert right(text, seen, kind)[:2] == (name, type)

@pytest.mark.parametrize('text, name, title', [('Deputy Transport Minister Ana Sousa', 'Ana Sousa', 'Deputy Transport Minister'), ('Undersecretary for Education Mr. Prado', 'Prado', 'Mr.'), ('the mayor Ana Sousa', 'Ana Sousa', 'mayor'), ('MAYOR SOUSA', 'SOUSA', 'MAYOR'), ('Education Sousa', 'Sousa', None),
    ('Datuk Seri Omar Said', 'Omar Said', 'Datuk Seri'), ('Sri Holm', 'Sri Holm', None), ('Wing Commander Ana Sousa', 'Ana Sousa', 'Wing Commander'), ('the police chief Ana Sousa', 'Ana Sousa', None), ('Police Chief Ana Sousa', 'Ana Sousa', 'Chief'),
    ('minister of mines and energy Ana Sousa', 'Ana Sousa', 'minister of mines and energy'), ('Vice-President Ana Sousa', 'Ana Sousa', 'Vice-President'),
    ('President-elect Ana Sousa', 'Ana Sousa', 'President-elect'), ('director under President Ana Sousa', 'Ana Sousa', 'President'), ('Under Secretary Ana Sousa', 'Ana Sousa', 'Under Secretary'), ('Minister of Mines and Energy Ana Sousa', 'Ana Sousa', 'Minister of Mines and Energy'), ('Secretary of Health, Labour and Human Services Ana Sousa', 'Ana Sousa', 'Secretary of Health, Labour and Human Services'),
    ('the president of Norvania and Chancellor Ana Sousa', 'Ana Sousa', 'Chancellor'), ('the governor of Norland, Republican Ana Sousa', 'Ana Sousa', None)])
def test_titles(text, name, title):
    s, got = split_title(text, text.index(name), len(text))
    assert (text[s:], got) == (name, title)

def row(text, *names):
    "Names as the network gives them: `word type`"
    out = []
    for n in names:
        words, kind = n.rsplit(' ', 1)
        at = text.index(words, out[-1][1] if out else 0)
        out.append((at, at + len(words), np.eye(len(NAME_TYPES))[NAME_TYPES.index(kind)] * .9))
    return out

@pytest.mark.parametrize('text, names, whole', [('Antonia J. Holm left.', ('Antonia J. PERSON', 'Holm PERSON'), ['Antonia J. Holm']), ('Bank of Norway fell.', ('Bank ORG', 'Norway GPE'), ['Bank of Norway']), ('The mayor of Oslo met Ana Sousa.', ('Oslo GPE', 'Ana Sousa PERSON'), ['Oslo', 'Ana Sousa']),
    ('The People’s Republic met.', ('People ORG', 'Republic GPE'), ['People’s Republic']),
    ('The Holm Foundation for the Visual Arts closed.', ('Holm Foundation ORG',), ['Holm Foundation for the Visual Arts']), ('The Council for Ports and Bridges met.', ('Council ORG', 'Ports ORG'), ['Council for Ports and Bridges']),
    ('The Holm Foundation for Ana Sousa paid.', ('Holm Foundation ORG', 'Ana Sousa PERSON'), ['Holm Foundation', 'Ana Sousa']), ('The Council met for Monday prayers.', ('Council ORG',), ['Council']), ('It left the Council for Monday.', ('Council ORG',), ['Council']),
    ('The Church of Tarnel met.', ('Church ORG', 'Tarnel GPE'), ['Church of Tarnel']),
    ('The Government of Norvania fell.', ('Government of ORG', 'Norvania GPE'), ['Government of Norvania']), ('The Ministry of Trade and Ports met.', ('Ministry ORG',), ['Ministry of Trade and Ports']), ('The Ministry of Trade and the Bank of Norway met.', ('Ministry ORG', 'Bank ORG', 'Norway GPE'), ['Ministry of Trade', 'Bank of Norway']), ('The Office of Ana Sousa wrote.', ('Office ORG', 'Ana Sousa PERSON'), ['Office of Ana Sousa']),
    ('MINISTRY OF TRADE OF THE REPUBLIC OF NORVANIA', ('MINISTRY ORG', 'REPUBLIC OF NORVANIA GPE'), ['MINISTRY OF TRADE OF THE REPUBLIC OF NORVANIA']), ('Speak of Norvania.', ('Speak of ORG', 'Norvania GPE'), ['Speak', 'Norvania']), ('MINISTRY OF TRADE OF THE REPUBLIC OF NORVANIA', ('MINISTRY OF ORG', 'REPUBLIC OF NORVANIA GPE'), ['MINISTRY OF TRADE OF THE REPUBLIC OF NORVANIA']),
    ('Devon and Cornmoor Police came.', ('Devon GPE', 'Cornmoor Police ORG'), ['Devon and Cornmoor Police']), ('Devon and Holm Bank fell.', ('Devon GPE', 'Holm Bank ORG'), ['Devon', 'Holm Bank']),
    ('Northern Holmia froze.', ('Northern LOC', 'Holmia GPE'), ['Northern Holmia']), ('Samson ‘Bo’ Dahl left.', ('Samson PERSON', 'Bo’ Dahl PERSON'), ['Samson ‘Bo’ Dahl']), ('Samson ‘Bo’ Dahl left.', ('Samson PERSON', 'Bo PERSON', 'Dahl PERSON'), ['Samson ‘Bo’ Dahl']),
    ("Sousa's Ana left.", ("Sousa's PERSON", 'Ana PERSON'), ["Sousa's", 'Ana']), ('Dahl, Sousa left.', ('Dahl PERSON', 'Sousa PERSON'), ['Dahl', 'Sousa']), ('Holm Mayor Dahl left.', ('Holm PERSON', 'Mayor Dahl PERSON'), ['Holm', 'Mayor Dahl'])])
def test_pieces_of_one_name(text, names, whole): assert [text[s:e] for s, e, _ in join(text, row(text, *names))] == whole

def test_a_country_within_a_name_tells_its_type():
    text = 'The Government of Norvania fell. Norvania waits.'
    pieces = row(text, 'Government ORG', 'Norvania GPE', 'Norvania PERSON'); pieces[2][2][:] *= .5
    assert [k for *_, k in agree(text, join(text, pieces), pieces)] == ['ORG', 'GPE'] and [k for *_, k in agree(text, join(text, pieces))] == ['ORG', 'PERSON']

def test_what_is_written_alike_is_alike_in_capitals_too():
    text = 'Marta Holm left. MARTA HOLM is back.'
    assert [k for *_, k in agree(text, [(0, 10, np.eye(len(NAME_TYPES))[0] * .9), (17, 27, np.eye(len(NAME_TYPES))[1] * .5)])] == [NAME_TYPES[0]] * 2

@pytest.mark.parametrize('text, seen, chance, kind', [('Ana Florence met us. Florence left.', 'Florence GPE', .2, 'PERSON'), ('Ana Florence met us. In Florence it rained.', 'Florence GPE', .05, 'GPE'), ('Ana Ford left. Ford closed a plant.', 'Ford ORG', .2, 'ORG'), ('Ana Holm left. Florence is old.', 'Florence GPE', .2, 'GPE')])
def test_the_last_name_of_a_person_named_before(text, seen, chance, kind):
    found = row(text, ' '.join(text.split()[:2]) + ' PERSON', seen)
    found[1][2][NAME_TYPES.index('PERSON')] = chance
    assert surnames(text, found, [(*found[0][:2], 'PERSON'), (*found[1][:2], seen.split()[1])])[1][2] == kind

@pytest.mark.parametrize('text, found, names', [('Danish-backed forces left.', (), ['Danish NORP']), ('Oslo-led talks failed.', (), ['Oslo GPE']), ('A Turkey-stuffed pie.', (), []), ('Ana Jordan left. Jordan-led teams won.', ('Ana Jordan',), ['Ana Jordan PERSON']), ('A US-led force.', (), ['US GPE'])])
def test_countries_in_compounds(text, found, names):
    found = [(text.index(n), text.index(n) + len(n), 'PERSON', None) for n in found]
    assert [f'{text[s:e]} {k}' for s, e, k, _ in countries_in_compounds(text, found)] == names

def certain(text, *names):
    "What is found where the network is sure of names: `Sousa PERSON`"
    kinds = [(*[*re.finditer(re.escape(n.rsplit(' ', 1)[0]), text)][-1].span(), NAME_TYPES.index(n.rsplit(' ', 1)[1])) for n in names]
    class Reading:
        pieces = np.array([m.span() for m in re.finditer(r"\w+|\S", text)])
        names = np.array([np.eye(21)[next((1 + 2*k + (s > a) for a, b, k in kinds if a <= s < b), 0)] for s, _ in pieces])
    return [f'{text[m.start:m.end]} {m.type}' for m in find_names(Article('a', text), Reading)]

def test_ranks_that_are_last_names_and_abbreviations_that_are_bodies():
    assert certain('Per Seaman won. Seaman, 61, left.', 'Per Seaman PERSON', 'Seaman PERSON') == ['Per Seaman PERSON', 'Seaman PERSON']
    assert certain('The SPC met.', 'SPC ORG') == ['SPC ORG'] and certain('The Seaman left.', 'Seaman PERSON') == []

def test_function_words_are_no_names():
    assert certain('We met.', 'We ORG') == [] and certain('Vice Premier He left.', 'He PERSON') == ['He PERSON']

def test_names_within_titles():
    assert certain('Director of the FBI Per Dahl left.', 'FBI ORG', 'Per Dahl PERSON') == ['FBI ORG', 'Per Dahl PERSON']
    assert certain('Mayor of Tarnford Per Dahl left.', 'Tarnford GPE', 'Per Dahl PERSON') == ['Tarnford GPE', 'Per Dahl PERSON']
    assert certain('Minister for Foreign Affairs Per Dahl left.', 'Foreign Affairs ORG', 'Per Dahl PERSON') == ['Per Dahl PERSON']

@pytest.mark.parametrize('name, kind, group', [('Muslims', 'EVENT', True), ('Hispanics', 'PERSON', True), ('Kurdish', 'GPE', True), ('Christian', 'PERSON', False), ('Hindu', 'ORG', False), ('Roma', 'ORG', False), ('Shi’ite', 'ORG', True)])
def test_groups(name, kind, group): assert _is_group(name, kind) == group

def test_names_in_one_piece_that_are_two():
    names = lambda text, *seen: [text[s:e] for s, e, _ in apart(text, row(text, *seen))]
    assert names('London-based Energy Institute', 'London-based Energy Institute ORG') == ['London', 'Energy Institute']
    assert names('FAROOQ HOLM / AFP', 'FAROOQ HOLM / AFP ORG') == ['FAROOQ HOLM', 'AFP'] and names('Holm/Dahl', 'Holm/Dahl ORG') == ['Holm/Dahl'] and names('Holm Boats A/S', 'Holm Boats A/S ORG') == ['Holm Boats A/S']

def test_what_a_body_is_called_by_its_first_letters():
    text = 'Nafo spoke. The Northern Association of Fishing Owners met. Anna left.'
    kinds = lambda *found: [k for _, _, k, _ in acronyms(text, list(found))]
    body = (16, 54, 'ORG', None)
    assert kinds((0, 4, 'PERSON', None), body, (60, 64, 'PERSON', None)) == ['ORG', 'ORG', 'PERSON'] and kinds((0, 4, 'PERSON', None)) == ['PERSON']

@pytest.mark.parametrize('text, name', [('In 1981 it rained.', '1981'), ('Contact Us today.', 'Us'), ('Aid of R4bn came.', 'R4bn'), ('It cost NZ$26 then.', 'NZ'), ('Storms in eastern Holmia.', 'eastern'), ('Owned by Holm and Inc.', 'Inc'), ('On July 24 it rained.', 'July 24'), ('The Chief left.', 'Chief'), ('Storms in southeastern Holmia.', 'southeastern'), ('Holmism spread.', 'Holmism')])
def test_no_names(text, name):
    at = text.index(name)
    class Reading:
        pieces = np.array([m.span() for m in re.finditer(r"\w+|\S", text)])
        names = np.array([np.eye(21)[3 if s == at else 4 if at < s < at + len(name) else 0] for s, _ in pieces])
    assert not find_names(Article('a', text), Reading)

def test_what_is_told_once_holds_everywhere():
    def kinds(text, *names):
        seen = [(*m.span(), 'PERSON') for n in names for m in re.finditer(n, text)]
        return [k for _, _, k, _ in as_told(text, seen, [put_right(text, *x) for x in seen])]
    assert kinds('The newspaper Dagens Bryn wrote. Dagens Bryn said so.', 'Dagens Bryn') == ['ORG', 'ORG']
    assert kinds('In the Holm district it rained. Holm was wet.', 'Holm') == ['GPE', 'GPE']
    assert kinds('In the Holm district it rained. Holm was wet, said Ana Holm.', 'Ana Holm', 'Holm(?= [dw])') == ['PERSON', 'GPE', 'PERSON']

def test_a_name_of_several_words_is_no_piece_of_itself():
    text = 'Tarnel Bank grew. Tarnel Bank fell. The Tarnel Bankers left Tarnel.'
    names = lambda *found: sorted((text[s:e], k) for s, e, k, _ in in_full(text, list(found)))
    assert names((0, 11, 'ORG', None), (18, 24, 'GPE', None), (40, 46, 'GPE', None)) == [('Tarnel', 'GPE'), ('Tarnel Bank', 'ORG'), ('Tarnel Bank', 'ORG')]
    assert names((0, 6, 'GPE', None), (18, 24, 'GPE', None)) == [('Tarnel', 'GPE')] * 2
    assert names((0, 11, 'GPE', None), (18, 24, 'NORP', None)) == [('Tarnel', 'NORP'), ('Tarnel Bank', 'GPE')]

def test_two_countries_with_a_hyphen_but_not_one():
    names = lambda t: [t[s:e] for s, e, *_ in sorted(pairs_of_countries(t, [(0, len(t), 'ORG', None)]))]
    assert names('US-Norway relations') == ['US', 'Norway'] and names('Guinea-Bissau') == ['Guinea-Bissau'] and names('Oslo-based') == ['Oslo-based']

@pytest.mark.parametrize('text, seen, names', [('US Trade Minister Ana Sousa', [(18, 27, 'PERSON', 'Trade Minister')], [('US', 'GPE'), ('Ana Sousa', 'PERSON')]), ('French Trade Minister Ana Sousa', [(22, 31, 'PERSON', 'Trade Minister')], [('French', 'NORP'), ('Ana Sousa', 'PERSON')]),
    ('US Trade Minister Ana Sousa', [(0, 8, 'ORG', None), (18, 27, 'PERSON', 'Trade Minister')], [('US', 'GPE'), ('Ana Sousa', 'PERSON')]), ('Bank of Norway Governor Ana Sousa', [(0, 14, 'ORG', None), (24, 33, 'PERSON', 'Governor')], [('Bank of Norway', 'ORG'), ('Ana Sousa', 'PERSON')]),
    ('Yesterday Minister Ana Sousa', [(19, 28, 'PERSON', 'Minister')], [('Ana Sousa', 'PERSON')])])
def test_the_country_of_an_office(text, seen, names): assert sorted(((text[s:e], k) for s, e, k, _ in countries_of_offices(text, seen)), key=lambda x: text.index(x[0])) == names

def test_labels_of_a_transcript():
    text = 'ANA SOUSA, HOST: Yes.\nMAYOR DAHL: No.\nQUESTION: Why?\nUNIDENTIFIED MALE: Oh.\nSOUSA (on phone): Well.'
    blocks = turns(text.replace('SOUSA (on phone)', 'SOUSA, ON PHONE '))
    assert [(text[s:e], k, t) for s, e, k, t in label_names(Article('a', text, blocks=blocks))] == [('ANA SOUSA', 'PERSON', None), ('DAHL', 'PERSON', 'MAYOR'), ('SOUSA', 'PERSON', None)]

WORDS = "Ana Sousa's Mayor of the Bank Norway US-Norway F.B.I. U.S. Great Hall Summit transport minister , . – “ ” The State secretary ANA Monday https://x.org/Ana é 中 \n".split(' ')

@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(' '.join), st.integers(0, 2**32))
def test_any_text_any_scores(text, seed):
    rng = np.random.default_rng(seed)
    class Reading:
        pieces = np.array([(i, min(i + 3, len(text))) for i in range(0, len(text), 3)])
        names = rng.dirichlet(np.full(2 * len(NAME_TYPES) + 1, .1), len(pieces))
    out = find_names(Article('a', text), Reading)
    assert all(a.end <= b.start for a, b in zip(out, out[1:])), 'in reading order, none within another'
    for m in out:
        assert 0 <= m.start < m.end <= len(text) and m.kind == 'name' and m.type in NAME_TYPES
        assert text[m.start:m.end].strip() == text[m.start:m.end] and '\n' not in text[m.start:m.end]

@pytest.mark.parametrize("text, kind", [("Major-Gen Ada Moor", "PERSON"), ("Dr. Tom Reed", "PERSON"), ("Major League Baseball", "ORG"), ("General Motors", "ORG"), ("Gen Z", "ORG")])
def test_who_is_addressed_with_a_rank_is_a_person(text, kind): assert put_right(text, 0, len(text), "ORG")[2] == kind

@given(st.text('Aab_ é', max_size=40), st.sets(st.text('Aab é', min_size=1, max_size=4), min_size=1, max_size=5))
def test_names_stand_where_a_pattern_of_all_finds_them(text, names):
    pattern = '|'.join(map(re.escape, sorted(names, key=len, reverse=True)))
    assert list(_standing(text, names)) == [m.span() for m in re.finditer(rf'(?<!\w)(?:{pattern})(?!\w)', text)]

def test_who_is_quoted_by_a_last_name_that_is_a_word():
    "The network takes `Field` for a word where a sentence begins with it; that Field is quoted there tells better"
    text = 'Ana Field works here. Field hopes for rain. Field work is hard.'
    class Reading: pieces, names = np.array([m.span() for m in re.finditer(r'\w+', text)]), np.eye(1, 2 * len(NAME_TYPES) + 1).repeat(13, 0)
    found, at = [(0, 9, 'PERSON', None)], text.index('Field hopes')
    assert again(text, Reading, found, [(at, at + 5)]) == [(at, at + 5, 'PERSON', None)] and again(text, Reading, found) == []
