"What notebooks cannot show of `comparing`: planted changes, properties, the five articles of the study where they are there."
import collections
import itertools
import os
import random
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import mutations
from media_study.comparing import candidates, evidence_of, matching_pairs, plain_words, utterances, wording, _known
from media_study.differing import compare_words, differences

def _row(quote, speaker, text, day): return dict(quote=quote, article=f'a-{quote}', kind='direct', speakers=[speaker], date=str(pd.Timestamp('2024-03-01')+pd.Timedelta(days=day))[:10], text=text)

def _together(rows):
    "Pairs of quotes that stand in one utterance"
    return {frozenset(p) for _,g in utterances(pd.DataFrame(rows)).groupby('utterance') for p in itertools.combinations(g.quote, 2)}

def planted():
    "Recall by kind of change, and how many other quotes were joined"
    cases = [c for c in mutations.planted() if c[2] != c[3]]
    hit,wrong,n = collections.Counter(), 0, collections.Counter(c[0] for c in cases)
    for kind in n:
        mine = [c for c in cases if c[0] == kind]
        rows = [_row(f'{side}{i}', f's{i}', t, i%9+d) for _,i,s,changed in mine for side,t,d in (('s', s, 0), ('m', changed, 1))]
        found = _together(rows)
        true = {frozenset((f's{i}', f'm{i}')) for _,i,_,_ in mine}
        hit[kind] = len(found & true)
        wrong += len(found - true)
    return {k: 100*hit[k]/n[k] for k in n}, sum(hit.values()), wrong, sum(n.values())

def hard():
    "How many of the pairs that must stay apart were joined, by kind, and their number"
    n,joined = collections.Counter(), collections.Counter()
    for k,(kind,speaker,text,other,other_text,days) in enumerate(mutations.hard()):
        n[kind] += 1
        joined[kind] += bool(_together([_row('x', speaker, text, 0), _row('y', other, other_text, days)]))
    return joined, n

def test_planted_changes():
    recall,hits,wrong,n = planted()
    joined,apart = hard()
    precision = 100*hits/(hits+wrong+sum(joined.values()))
    assert n >= 300 and sum(apart.values()) >= 300
    assert precision >= 95, (precision, joined)
    assert 100*hits/n >= 85 and min(recall.values()) >= 85, recall

def test_order_does_not_matter():
    rows = [_row(f'{side}{i}', f's{i}', t, i%9) for i,(s,retold,other,_) in enumerate(mutations.TOPICS[:20]) for side,t in (('s', s), ('m', retold), ('o', other))]
    first = _together(rows)
    random.Random(2).shuffle(rows)
    assert _together(rows) == first

def test_the_same_few_words_by_the_same_speaker_are_one_utterance():
    rows = [_row(q, who, 'the gates had opened too late', 0) | {'kind': 'indirect'} for q,who in (('x', 'Oduya'), ('y', 'Oduya'), ('z', 'Sole'))]
    assert _together(rows) == {frozenset('xy')}

def test_who_retells_at_length_is_no_reference():
    said, retold = 'the gates of the old dam opened eleven minutes after the first alarm had sounded in town', 'the gates of the old dam had opened only some eleven minutes after the first alarm had sounded in town'
    rows = [_row('x', 'Oduya', retold, 0) | {'kind': 'indirect'}, _row('y', 'Oduya', said, 0)]
    assert len(retold.split()) > len(said.split())
    shared = utterances(pd.DataFrame(rows))
    assert list(shared[shared.reference].quote) == ['y']

def test_empty_and_odd_quotes():
    assert not len(utterances(pd.DataFrame(columns=['quote','article','text'])))
    odd = pd.DataFrame([('a', 'x', ''), ('b', 'y', '…'), ('c', 'z', 'No.'), ('d', 'w', '中国 和 美国')], columns=['quote','article','text'])
    assert not len(utterances(odd))
    assert len(utterances(pd.DataFrame([('a', 'x', 'One.')], columns=['quote','article','text']))) == 0

def test_ids_must_be_unique():
    with pytest.raises(ValueError, match="'a' is there twice"): utterances(pd.DataFrame(dict(quote=['a','a'], article=['x','y'], text=['one two','one two'])))

def test_difference_rebuilds_the_report():
    for _,_,s,changed in mutations.planted():
        d = compare_words(s, changed)
        assert plain_words(' '.join(p[2] for p in d.parts)) == plain_words(changed)
        assert plain_words(' '.join(p[1] for p in d.parts)) == plain_words(s)

if __name__ == '__main__':
    recall,hits,wrong,n = planted()
    joined,apart = hard()
    print('recall by kind', {k: round(v, 1) for k,v in recall.items()}, 'all', round(100*hits/n, 1), 'of', n)
    print('joined that must stay apart', {k: f'{joined[k]} of {apart[k]}' for k in apart}, 'other wrong pairs', wrong)
    print('precision', round(100*hits/(hits+wrong+sum(joined.values())), 1))


def test_long_turns_do_not_part_the_reports_nested_in_them():
    "Two articles report one sentence, each inside a longer quote of its own that the other does not have"
    one,other = 'Taiwan was a question on which Beijing “has no room for compromise or backdown”', 'on Taiwan China “has no room for compromise or backdown”'
    rows = [dict(quote=q, article=q[0], kind='mixed', speakers=s, date='2024-03-01', nested_in=up, text=t) for q,up,s,t in (
        ('a1', None, ['ministry'], f'The envoy blamed the “wrong perception” of China for the decline in ties and said that {one}'), ('a2', 'a1', ['envoy'], one),
        ('b1', None, [], f'Everybody did. The Chinese foreign ministry says the senior diplomat told the visitor that {other}. The Americans say their policy has not changed'), ('b2', 'b1', ['envoy'], other))]
    assert frozenset(('a2', 'b2')) in _together(rows)


def test_marks_that_turn_text_around_are_shown_by_number(): assert '⟨202E⟩' in compare_words('the ferry sails', 'the \u202eferry <b>sails')._repr_html_() and '<b>sails' not in compare_words('x', '<b>sails')._repr_html_()
