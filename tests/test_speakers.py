"The entity behind a source: what the notebook `speakers` has no room for"
import pytest
from hypothesis import given, settings, strategies as st
from given import article, named, quoted, speakers, turns
from media_study.article import Article, Block, Entity, Mention, Quote
from media_study.entities import link_mentions
from media_study.mentions import find_mentions
from media_study.speakers import find_medium, find_speakers

NAMES = dict(PERSON='Bill Holm|Ana Sousa|Sousa|Per Dahl|Dahl', GPE='Norway|Oslo|Portugal|(?<!Statistics )Norvania', NORP='Norwegian|Portuguese|Taliban', ORG='Rent Policy Institute|Statistics Norvania|Fisheries Board|Harbour Post Video|Harbour Post|Trade Ministry|FB', LAW='Fair Rents Act')

def one(text, row): return speakers(article(text, [row], **NAMES))[-1]

@pytest.mark.parametrize('text, row, who, kind', [
    ('Ana Sousa said that it rained.', 'said | Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('Ana Sousa and Per Dahl said that it rained.', 'said | Ana Sousa and Per Dahl | it rained', ['Ana Sousa', 'Per Dahl'], 'person'),
    ('Ana Sousa and the Fisheries Board said that it rained.', 'said | Ana Sousa and the Fisheries Board | it rained', ['Ana Sousa', 'Fisheries Board'], 'group'),
    ('Norway said that it rained.', 'said | Norway | it rained', ['Norwegian government'], 'government'),
    ('Norway met Portugal. The two countries said that it rained.', 'said | The two countries | it rained', ['Norwegian government', 'Portuguese government'], 'government'),
    ('Norway met Portugal. Both sides said that it rained.', 'said | Both sides | it rained', ['Norwegian government', 'Portuguese government'], 'government'),
    ('It was late. The two countries said that it rained.', 'said | The two countries | it rained', [], 'group'),
    ('It was late. The two ministers met. They said that it rained.', 'said | They | it rained', [], 'group'),
    ('The Fisheries Board met the Trade Ministry. The two sides said that it rained.', 'said | The two sides | it rained', ['Fisheries Board', 'Trade Ministry'], 'group'),
    ('The parliament of Norvania met.\nNorvania said that it rained.', 'said | Norvania | it rained', ['Norvania government'], 'government'),
    ('Oslo says that it rained.', 'says | Oslo | it rained', ['Norwegian government'], 'government'),
    ('The Fisheries Board said that it rained.', 'said | The Fisheries Board | it rained', ['Fisheries Board'], 'organisation'),
    ('A spokeswoman for the Fisheries Board said that it rained.', 'said | A spokeswoman for the Fisheries Board | it rained', ['Fisheries Board'], 'organisation'),
    ('Fisheries Board spokesman Per Dahl said that it rained.', 'said | Fisheries Board spokesman Per Dahl | it rained', ['Per Dahl'], 'person'),
    ('A senior Norwegian official said that it rained.', 'said | A senior Norwegian official | it rained', [], 'anonymous'),
    ('An unidentified man said that it rained.', 'said | An unidentified man | it rained', [], 'anonymous'),
    ('Critics said that it rained.', 'said | Critics | it rained', [], 'group'),
    ('The couple said that it rained.', 'said | The couple | it rained', [], 'group'),
    ('Ana Sousa met Per Dahl. The two fishermen said that it rained.', 'said | The two fishermen | it rained', ['Ana Sousa', 'Per Dahl'], 'person'),
    ('Ana Sousa met Per Dahl. Two fishermen said that it rained.', 'said | Two fishermen | it rained', [], 'group'),
    ('A fisherman said that it rained.', 'said | A fisherman | it rained', ['fisherman'], 'person'),
    ("The Trade Ministry's report said that it rained.", "said | The Trade Ministry's report | it rained", ['Trade Ministry'], 'organisation'),
    ('A statement issued by the Trade Ministry said that it rained.', 'said | A statement issued by the Trade Ministry | it rained', ['Trade Ministry'], 'organisation'),
    ('A letter obtained by the Harbour Post said that it rained.', 'said | A letter obtained by the Harbour Post | it rained', [], 'document'),
    ('The Harbour Post said that it rained.', 'said | The Harbour Post | it rained', ['Harbour Post'], 'organisation'),
    ('Harbour Post Video said that it rained.', 'said | Harbour Post Video | it rained', [], 'document'),
    ('A Norwegian law enforcement official familiar with it said that it rained.', 'said | A Norwegian law enforcement official familiar with it | it rained', [], 'anonymous'),
    ('Emails between two officials said that it rained.', 'said | Emails between two officials | it rained', [], 'document'),
    ('A video editor of the Harbour Post said that it rained.', 'said | A video editor of the Harbour Post | it rained', ['video editor of the Harbour Post'], 'person'),
    ('The Rent Policy Institute said that it rained.', 'said | The Rent Policy Institute | it rained', ['Rent Policy Institute'], 'organisation'),
    ("The Rent Policy Institute's survey said that it rained.", "said | The Rent Policy Institute's survey | it rained", ['Rent Policy Institute'], 'organisation'),
    ('Statistics Norvania said that it rained.', 'said | Statistics Norvania | it rained', ['Statistics Norvania'], 'organisation'),
    ('Those who left said that it rained.', 'said | Those who left | it rained', [], 'group'),
    ('Bill Holm said that it rained.', 'said | Bill Holm | it rained', ['Bill Holm'], 'person'),
    ('Fisheries Board (FB) director, Ana Sousa, said that it rained.', 'said | Fisheries Board (FB) director, Ana Sousa, | it rained', ['Ana Sousa'], 'person'),
    ('Slides seen under the Fair Rents Act said that it rained.', 'said | Slides seen under the Fair Rents Act | it rained', [], 'unknown'),
    ('Law professor Ana Sousa said that it rained.', 'said | Law professor Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('Study author Ana Sousa said that it rained.', 'said | Study author Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('Data protection commissioner Ana Sousa said that it rained.', 'said | Data protection commissioner Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('Fisheries Board records chief Per Dahl said that it rained.', 'said | Fisheries Board records chief Per Dahl | it rained', ['Per Dahl'], 'person'),
    ('A report by Ana Sousa said that it rained.', 'said | A report by Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('A study titled Norway said that it rained.', 'said | A study titled Norway | it rained', [], 'document'),
    ('A study outlawing Norway said that it rained.', 'said | A study outlawing Norway | it rained', [], 'document'),
    ('Data engineering director Ana Sousa said that it rained.', 'said | Data engineering director Ana Sousa | it rained', ['Ana Sousa'], 'person'),
    ('A policy document Norway adopted said that it rained.', 'said | A policy document Norway adopted | it rained', [], 'document'),
    ('The president of Portugal last week said that it rained.', 'said | The president of Portugal | it rained', ['president of Portugal'], 'person'),
    ('The mayor and Governor Ana Sousa said that it rained.', 'said | The mayor and Governor Ana Sousa | it rained', ['mayor', 'Ana Sousa'], 'person'),
    ('The presidents of Portugal and Norway said that it rained.', 'said | The presidents of Portugal and Norway | it rained', [], 'group'),
    ('Harbour Post owner Fisheries Board said that it rained.', 'said | Harbour Post owner Fisheries Board | it rained', ['Fisheries Board'], 'organisation'),
    ('Ana Sousa beat Per Dahl. The Norwegian said that it rained.', 'said | The Norwegian | it rained', [], 'person'),
    ('Norwegian President Ana Sousa met Per Dahl. The Norwegian said that it rained.', 'said | The Norwegian | it rained', ['Ana Sousa'], 'person'),
    ('The Portuguese said that it rained.', 'said | The Portuguese | it rained', ['Portuguese'], 'group'),
    ('The Taliban said that it rained.', 'said | The Taliban | it rained', ['Taliban'], 'group'),
    ('A survey said that it rained.', 'said | A survey | it rained', [], 'document'),
    ('It is said that it rained.', 'said | | it rained', [], 'unknown')])
def test_each_kind_of_source(text, row, who, kind): assert one(text, row) == (who, kind)

@pytest.mark.parametrize('text, row, who', [
    ('The Trade Ministry announced that it rained.', 'announced | | it rained', ['Trade Ministry']),
    ('Ana Sousa, who had warned that it rained, left.', 'warned | | it rained', ['Ana Sousa']),
    ('The Fisheries Board, which has said that it rained, closed.', 'said | | it rained', ['Fisheries Board']),
    ('Ana Sousa flew to Oslo to discuss why it rained.', 'to discuss | | it rained', ['Ana Sousa']),
    ('Ana Sousa met with Per Dahl to discuss why it rained.', 'to discuss | Per Dahl | it rained', ['Ana Sousa']),
    ('Ana Sousa urged Per Dahl to discuss why it rained.', 'to discuss | Per Dahl | it rained', ['Per Dahl']),
    ('Ana Sousa flew to the north to underscore that it rained.', 'to underscore | the | it rained', ['Ana Sousa']),
    ('It was reported that it rained.', 'reported | | it rained', []),
    ('Rain was expected by Oslo.', 'expected | | Rain', [])])
def test_where_no_source_was_marked(text, row, who): assert one(text, row)[0] == who

def test_the_words_beside_the_cue_become_the_source():
    a = article('The Trade Ministry announced that it rained.', ['announced | | it rained'], **NAMES)
    assert a.words(a.quotes[0].source) == 'Trade Ministry' and a.quotes[0].evidence.startswith('beside the cue')

def test_a_quotation_goes_on_only_next_to_the_one_before():
    near = '“It rained,” Ana Sousa said. “It snowed too.”'
    far = '“It rained,” Ana Sousa said. Nobody in the harbour had seen a storm like it before. The boats stayed at home and the nets dried. “It snowed too.”'
    rows = ['said | Ana Sousa | It rained', '| | It snowed too']
    assert speakers(article(near, rows, **NAMES))[1] == (['Ana Sousa'], 'person')
    assert speakers(article(far, rows, **NAMES))[1] == ([], 'unknown')

def test_turns_of_a_transcript():
    text = 'ANA SOUSA, HOST: Is it raining?\nMAYOR DAHL: It is.\nUNIDENTIFIED MAN: It never rains.\nSOUSA: I said that it would.'
    a = article(text, ['| ANA SOUSA, HOST | Is it raining?', '| MAYOR DAHL | It is.', '| UNIDENTIFIED MAN | It never rains', '| SOUSA | I said that it would.', 'said | I | it would'], turns(text), PERSON='ANA SOUSA|DAHL|SOUSA')
    assert speakers(a) == [(['Ana Sousa'], 'person'), (['Dahl'], 'person'), ([], 'anonymous'), (['Ana Sousa'], 'person'), (['Ana Sousa'], 'person')]

@pytest.mark.parametrize('text, medium', [('Sousa said in a statement that it rained.', 'in a statement'), ('Sousa told the Harbour Post that it rained.', 'told the Harbour Post'), ('Sousa said through an interpreter that it rained.', 'through an interpreter'),
    ('Sousa wrote on Mastodon that it rained.', 'wrote on Mastodon'), ('Sousa said that it rained in a statement.', None), ('Sousa said that it rained.', None)])
def test_medium(text, medium):
    cue = next(w for w in ('said', 'told', 'wrote') if w in text)
    start = text.index('it rained')
    q = Quote('q1', 'indirect', True, [(start, len(text) - 1)], [(text.index(cue), text.index(cue) + len(cue))], [(0, 5)])
    assert find_medium(text, q) == medium

WORDS = "Ana Sousa Sousa Per Dahl Norway Oslo Norwegian Fisheries Board official officials report statement said told adding to discuss who which with it he they the a that “ ” , , . . and \n \n\n".split(' ')

@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=40).map(' '.join), st.data())
def test_any_quotations(text, data):
    "Whatever is marked: every quotation comes back in place, with speakers that exist, a type and a reason, and the same ones again"
    def spans(least): return data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)).map(lambda o: (o[0], min(len(text), o[0] + o[1]))), min_size=least, max_size=1))
    a = Article('a', text, quotes=[Quote(f'q{n+1}', data.draw(st.sampled_from(['direct', 'indirect'])), True, spans(1), spans(0), spans(0)) for n in range(data.draw(st.integers(1, 3)))])
    a.mentions, a.entities = link_mentions(a, find_mentions(a, named(text, **NAMES)), a.quotes)
    got, ids = find_speakers(a), {e.id for e in a.entities}
    assert [(q.id, q.content, q.cue) for q in got] == [(q.id, q.content, q.cue) for q in a.quotes]
    for q,before in zip(got, a.quotes):
        assert set(q.speakers) <= ids and len(set(q.speakers)) == len(q.speakers) and q.evidence
        assert q.speaker_type in ('person', 'organisation', 'government', 'group', 'anonymous', 'document', 'unknown')
        assert not q.speakers or q.speaker_type not in ('anonymous', 'document', 'unknown')
        assert not before.source or q.source[0][0] <= before.source[0][0] and before.source[-1][1] <= q.source[-1][1] # a name is not cut
    assert find_speakers(a) == got

def test_a_paragraph_of_its_own_goes_on_with_who_spoke_before_it():
    "… where the one before ends with what she said, and not behind another paragraph"
    parts = ["Ada Moor denied that she had known of it.", "“We learned of it from the papers.”", "The town has two harbours.", "“Nobody can say what will be.”"]
    text = "\n\n".join(parts)
    at = lambda w: (text.index(w), text.index(w) + len(w))
    quotes = [Quote("q1", "indirect", True, [at("she had known of it")], [at("denied")], [at("Ada Moor")], blocks=[0]), Quote("q2", "direct", True, [at(parts[1][1:-1])], [], [], blocks=[1]), Quote("q3", "direct", True, [at(parts[3][1:-1])], [], [], blocks=[3])]
    a = Article("a", text, blocks=[Block("paragraph", *at(p)) for p in parts], mentions=[Mention(*at("Ada Moor"), "name", "PERSON", ["e1"])], entities=[Entity("e1", "Ada Moor", "PERSON")], quotes=quotes)
    assert [(q.speakers, q.evidence.split(" after")[0]) for q in find_speakers(a)[1:]] == [(["e1"], "a paragraph of its own"), ([], "no source")]

def who_says(text, words):
    "The quotation that has these words, as the whole package reads the text, and the entities that say it"
    from media_study.pipeline import annotate
    a = annotate(text, language='en'); by = {e.id: e for e in a.entities}
    q = next(q for q in a.quotes if words in a.words(q.content))
    return q, [by[i] for i in q.speakers]

BEFORE = 'Aid worker Ilse Holm and mayor Lia Grant spoke to reporters on Monday about the fire at the mill in the old town.\n\n'
@pytest.mark.parametrize('source, said, who, kind', [
    ('A spokesman for Holm, Emil Tarr', 'said', ['Emil Tarr'], 'person'), ('The Minister for Health, the Hon. Dora Tan', 'said', ['Dora Tan'], 'person'), ('The chair of trustees Ruth Prado', 'said', ['Ruth Prado'], 'person'),
    ('Union Law Minister Karim Prado', 'said', ['Karim Prado'], 'person'), ('Two inspectors', ', who spoke on condition of anonymity, said', [], 'anonymous'), ('A staff report', 'said', [], 'document'), ("Holm's deputy, Emil Tarr", ', said', ['Emil Tarr'], 'person')])
def test_who_is_introduced_and_who_is_not_named(source, said, who, kind):
    text = f'{BEFORE}{source}{"" if said[0] == "," else " "}{said} that the mill was unsafe.\n\nThe fire was put out by noon, and nobody was hurt, but the mill will be closed until May.'
    q, speaking = who_says(text, 'the mill was unsafe')
    assert ([e.name for e in speaking], q.speaker_type) == (who, kind)

def test_a_source_does_not_cut_a_name():
    text = 'President Ana Sousa said that it rained.'
    a = article(text, ['said | President Ana | it rained'], PERSON='Ana Sousa')
    assert a.words(find_speakers(a)[0].source) == 'President Ana Sousa'

MILL = 'The fire at the mill in the old town was put out by noon on Monday, and nobody was hurt.\n\n'
KENYA = "Kenya's Ministry of Health said that the water was safe. Uganda's Ministry of Health said that the wells were dry."
@pytest.mark.parametrize('text, words, who, countries', [
    (KENYA, 'the water was safe', ['Ministry of Health'], ['KE']), (KENYA, 'the wells were dry', ['Ministry of Health'], ['UG']),
    ('Mayor Tom Keane said that the mill would close. His wife, Nora Keane, had owned it. It was sold in May. Nobody wanted it. The town paid for it. Keane said that the price was fair.', 'the price was fair', ['Tom Keane'], [None]),
    ('Lisbon is the largest investor in the mill and said that it would reopen.', 'it would reopen', ['Portuguese government'], ['PT']), ("The teachers' union said that the school was cold.", 'the school was cold', ["teachers' union"], [None]),
    ("The ferry's owner, Bahari Lines, said that the boat was safe.", 'the boat was safe', ['Bahari Lines'], [None]),
    ('Sens. Ana Sousa (D-Ore.), Per Dahl (D-Ohio) and Rui Prado (R-Iowa) said that the bill was late.', 'the bill was late', ['Ana Sousa', 'Per Dahl', 'Rui Prado'], [None]*3)])
def test_bodies_of_countries_relatives_owners_and_lists(text, words, who, countries):
    assert [(e.name, e.country) for e in who_says(MILL + text, words)[1]] == list(zip(who, countries))
