"Names, descriptions and pronouns: what the notebook `mentions` has no room for"
import numpy as np, pytest
from hypothesis import given, settings, strategies as st
from given import named, turns
from media_study.article import Article, Block, Mention
from media_study.mentions import Page, find_mentions, head_word, heads, singular, source_mentions, word_classes

def found(text, kind=None, **names):
    return [text[m.start:m.end] for m in find_mentions(Article('a', text), named(text, **names)) if kind in (None, m.kind)]

@pytest.mark.parametrize('many, one', [('Ministries', 'ministry'), ('spokeswomen', 'spokeswoman'), ('bosses', 'boss'), ('branches', 'branch'), ('police', 'police'), ('news', 'news'), ('witnesses', 'witness'), ('bus', 'bus')])
def test_singular(many, one): assert singular(many) == one

@pytest.mark.parametrize('words, head, plural', [('the three senior envoys to Asia', 'envoy', True), ("a woman who saw the fire", 'woman', False), ("the port's director of safety", 'director', False), ('people familiar with the plan', 'people', True), ('the young couple', 'couple', True), ('ward staff', 'staff', True), ('a youth', 'youth', False), ('some 3,000 dockers', 'docker', True), ('', '', False)])
def test_head_of_a_description(words, head, plural): assert head_word(words) == (head, plural)

@pytest.mark.parametrize('text, phrase, names', [
    ("Portugal's transport minister, Rui Prado, left.", "Portugal's transport minister", dict(GPE='Portugal', PERSON='Rui Prado')),
    ('She met the director of the Harbour Museum on Friday.', 'the director of the Harbour Museum', dict(ORG='Harbour Museum')),
    ('The two top Danish diplomats agreed.', 'The two top Danish diplomats', dict(NORP='Danish')),
    ('A spokesman for the Fisheries Board spoke.', 'A spokesman for the Fisheries Board', dict(ORG='Fisheries Board')),
    ('South Norvania’s mayor left.', 'South Norvania’s mayor', dict(GPE='South Norvania')),
    ('He thanked her brother warmly.', 'her brother', {}),
    ('He said that ministers of Portugal agreed.', 'ministers of Portugal', dict(GPE='Portugal')),
    ('Every word of the newly elected mayor was heard.', 'the newly elected mayor', {}),
    ('More than 12,500 people left.', '12,500 people', {}), ('Some 3,000 workers left.', 'Some 3,000 workers', {}), ('A 3,000-strong crowd left.', 'A 3,000-strong crowd', {}),
    ('At least 14 people left.', '14 people', {}), ('At most two ministers left.', 'two ministers', {}),
    ('The president of Portugal last week left.', 'The president of Portugal', dict(GPE='Portugal')),
    ('The head of the Fisheries Board late Thursday left.', 'The head of the Fisheries Board', dict(ORG='Fisheries Board')),
    ('The mayor of Oslo today left.', 'The mayor of Oslo', dict(GPE='Oslo')),
    ("The victims of last week's fire left.", "The victims of last week's fire", {}), ('The player of the month left.', 'The player of the month', {}), ("The head of Portugal's last ministry left.", "The head of Portugal's last ministry", dict(GPE='Portugal')),
    ('The presidents of Portugal and Norway met.', 'The presidents of Portugal and Norway', dict(GPE='Portugal|Norway')),
    ('The envoys of Portugal, Oslo, and the Norwegian Sea met.', 'The envoys of Portugal, Oslo, and the Norwegian Sea', dict(GPE='Portugal|Oslo|Norwegian Sea')),
    ('The president of Portugal and Norway met.', 'The president of Portugal', dict(GPE='Portugal|Norway')),
    ('The ministers of Portugal and the Fisheries Board met.', 'The ministers of Portugal', dict(GPE='Portugal', ORG='Fisheries Board')),
    ("The ministers of Portugal and Norway's king met.", 'The ministers of Portugal', dict(GPE='Portugal|Norway')),
    ('The mayor and Governor Ana Sousa met.', 'The mayor', dict(PERSON='Ana Sousa')), ('The judge of Oslo and Mr. Dahl met.', 'The judge of Oslo', dict(GPE='Oslo', PERSON='Dahl'))])
def test_a_description_reaches_as_far_as_its_phrase(text, phrase, names): assert phrase in found(text, 'nominal', **names)

@pytest.mark.parametrize('text', ['She was a lawyer in Oslo.', 'He spoke as a doctor.', 'No minister came.', 'It is clear that the bridge will stay.', 'It seems that nobody knew.', 'World War I ended.', 'Every minister was asked.', 'The treaty states that fish are free.', 'The copper mine closed.'])
def test_what_names_nobody_is_left_out(text):
    assert not {'mine', 'a lawyer', 'a doctor', 'minister', 'No minister', 'It', 'I', 'Every minister', 'The treaty states'} & set(found(text))

def test_a_title_is_no_description_and_no_name():
    text = 'Undersecretary for Education Mr. Prado met Prime Minister Dahl.'
    assert found(text, ORG='Undersecretary for Education', PERSON='Prado|Prime Minister|Dahl') == ['Prado', 'Dahl']
    assert found('The founder and chief Ana Sousa met the party leader and Prime Minister Dahl.', PERSON='Ana Sousa|Dahl') == ['Ana Sousa', 'Dahl']

def test_the_whole_title_that_names_found_is_no_description():
    text = 'Minister of Mines and Energy Rui Prado left.'
    name = Mention(29, 38, 'name', 'PERSON', title='Minister of Mines and Energy')
    assert find_mentions(Article('a', text), [name]) == [name]

def test_a_name_holds_no_description():
    assert found("A spokesman for the People's Party met the Rural People's Party.", ORG="(?:Rural )?People's Party") == ["A spokesman for the People's Party", "People's Party", "Rural People's Party"]

@pytest.mark.parametrize('text, phrase, kind', [('Harbour Post owner Fisheries Board left.', 'Harbour Post owner', 'ORG'), ('The owner Fisheries Board had left.', 'The owner', 'PERSON'), ('He told reporters Fisheries Board had left.', 'reporters', 'PERSON')])
def test_who_owns_a_body_under_a_name_of_a_body_is_one(text, phrase, kind):
    assert [m.type for m in find_mentions(Article('a', text), named(text, ORG='Harbour Post|Fisheries Board')) if text[m.start:m.end] == phrase] == [kind]

def test_the_word_before_an_office_is_no_person():
    "The network may take `transport` for a person; the minister is one"
    text = 'The transport minister left.'
    class Reading:
        pieces = [(4, 13), (14, 22)]
        nominal = np.array([[.1, .9, 0, 0], [.1, .9, 0, 0]])
    assert [text[m.start:m.end] for m in find_mentions(Article('a', text), [], Reading)] == ['The transport minister']

@pytest.mark.parametrize('words, head', [('Thousands of dock workers', ('worker', True)), ('a number of the ministers', ('minister', True)), ('one of the workers', ('one', False)), ('the leader of the workers', ('leader', False)), ('the Union of Dockers’s lawyer', ('lawyer', False)), ('the head of Norway’s foreign ministry', ('head', False))])
def test_a_number_of_people_is_many(words, head): assert head_word(words) == head

def test_a_head_that_only_the_network_knows():
    assert 'glassblower' not in heads() and 'glassblower' not in word_classes()
    text = 'The old glassblower left.'
    class Reading:
        pieces = [(8, 19)]
        nominal = np.array([[.1, .9, 0, 0]])
    assert [(text[m.start:m.end], m.type) for m in find_mentions(Article('a', text), [], Reading)] == [('The old glassblower', 'PERSON')]

def test_a_turn_of_a_transcript_is_a_quotation():
    text = 'Radio at six\nANA SOUSA, HOST: I was there.\nDAHL: So was I.'
    p = Page(Article('a', text, blocks=turns(text)))
    quoted = lambda words: bool(p.quoted[text.index(words)])
    assert quoted('I was') and quoted('So was') and not quoted('ANA') and not quoted('Radio')

@pytest.mark.parametrize('source, heads_', [('Sousa and Dahl', ['Sousa', 'Dahl']), ('a spokesperson for Norway', ['a spokesperson for Norway']), ("Norway's minister", ["Norway's minister"]), ('the mayor, Rui Prado', ['the mayor']), ('Dahl of the Harbour Post', ['Dahl']), ('Dahl adviser Sousa', ['Sousa']), ("Dahl's deputy Sousa", ['Sousa']), ("Dahl's mother and Sousa", ["Dahl's mother", 'Sousa']), ('a discovery in Norway', []),
    ('nations, including Norway', ['nations']), ('the mayor and others such as Dahl', ['the mayor', 'others']), ('Harbour Post director and chief editor Rui Prado', ['Rui Prado']), ('the mayor and her deputy Rui Prado', ['the mayor', 'Rui Prado']), ('one of the ministers, Rui Prado', ['Rui Prado']), ('the ministers, Rui Prado', ['the ministers']), ('Harbour Post director for Norway and chief editor, Rui Prado', ['chief editor']), ('the former chairman and mayor', ['the former chairman']), ('the mayor and the chairman', ['the mayor', 'the chairman'])])
def test_who_is_meant_by_a_source(source, heads_):
    text = f'On Monday {source} said that it rained.'
    mentions = find_mentions(Article('a', text), named(text, PERSON='Sousa|Dahl|Rui Prado', GPE='Norway', ORG='Harbour Post'))
    got = source_mentions(Page(Article('a', text)), mentions, [(10, 10 + len(source))])
    assert [text[mentions[i].start:mentions[i].end] for i in got] == heads_

@pytest.mark.parametrize('words, head', [('Sousa of Norway', 'Sousa'), ('Sousa, a pilot from Norway', 'Sousa'), ('Sousa of Norway, the oldest pilot of the Harbour Post', 'Sousa'), ('Sousa (52)', 'Sousa'), ('Sousa, director of the Harbour Post (owned by Dahl)', 'Sousa'),
    ('Dahl of Norway and Sousa', 'Sousa'), ('Dahl spoke in the rain for Norway', 'Norway'), ('Dahl left for the Harbour Post', 'Harbour Post')])
def test_whom_who_is_said_of(words, head):
    text = f'On Monday {words}, who said that it rained, left.'
    mentions = find_mentions(Article('a', text), named(text, PERSON='Sousa|Dahl', GPE='Norway', ORG='Harbour Post'))
    at = text.index('who ')
    assert [text[mentions[i].start:mentions[i].end] for i in source_mentions(Page(Article('a', text)), mentions, [(at, at + 3)])] == [head]

WORDS = "the a Ana Sousa ministers minister of for to and , . ; ' ’s “ ” He she it I us US they who said is as two both Mr. Norway's police (so) — é 中文 \n \n\n".split(' ')

def test_a_menu_names_what_the_article_does_not():
    text = 'Sports Oslo Bergen\nThe mayor left Bergen.'
    names = lambda kind: [text[m.start:m.end] for m in find_mentions(Article('a', text, blocks=[Block(kind, 0, 18), Block('paragraph', 19, len(text))]), named(text, GPE='Oslo|Bergen')) if m.kind == 'name']
    assert names('navigation') == ['Bergen', 'Bergen'] and names('paragraph') == ['Oslo', 'Bergen', 'Bergen']

@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=40).map(' '.join)))
def test_any_text(text):
    names = named(text, PERSON='Ana Sousa|Sousa', GPE='Norway|US')
    out = find_mentions(Article('a', text), names)
    assert [m for m in out if m.kind == 'name'] == names
    assert out == sorted(out, key=lambda m: (m.start, -m.end))
    assert len({(m.start, m.end, m.kind) for m in out}) == len(out)
    for m in out:
        assert 0 <= m.start < m.end <= len(text) and text[m.start:m.end].strip() == text[m.start:m.end]
        assert m.kind in ('name', 'nominal', 'pronoun') and m.type in (None, 'PERSON', 'ORG', 'GPE', 'LOC')

@pytest.mark.parametrize('text, whole', [('“Thank you, Mr. Secretary, for coming,” she said.', 'Mr. Secretary'), ('“Yes, Madam President,” he said.', 'Madam President'), ('“Yes, President,” he said.', None)])
def test_who_is_addressed_by_an_office_is_a_person_whatever_the_network_says(text, whole):
    "The network says of every word that it heads no description"
    reading = type('Sure', (), {'pieces': [(i, i + 1) for i in range(len(text))], 'nominal': np.tile([1., 0, 0, 0], (len(text), 1))})
    assert [text[m.start:m.end] for m in find_mentions(Article('a', text), [], reading) if m.kind == 'nominal'] == [whole]*bool(whole)
