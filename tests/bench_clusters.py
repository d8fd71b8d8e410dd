"""Which utterances the articles of a study share, against a gold: given its quotes, and end to end.

    python tests/bench_clusters.py FOLDER [OUT]

FOLDER holds articles as text and `gold/`: one JSON an article with `attributions` (id, content, kind, speaker, nested_in) and `across.json` with `shared_quotes` (members) and `lookalikes`. A pair counts when two attributions of different
articles stand in one utterance. End to end, a found quote stands for the attribution with which it shares half of their joint words, one to one; a pair with a quote that stands for none is counted as wrong.
With OUT the utterances are written as JSON, `OUT/given.json` and `OUT/found.json`: lists of ids.
"""
import itertools
import json
import sys
import tempfile
from pathlib import Path

import pandas as pd

from media_study import Study
from media_study.comparing import quote_frame, utterances
from media_study.text import WORD

def gold_frame(folder, day):
    "Attributions as rows of `quote_frame`, and the words of each"
    rows,words = [], {}
    for f in sorted((folder/'gold').glob('*.json')):
        g = json.loads(f.read_text(encoding='utf8'))
        if 'attributions' not in g: continue
        text = (folder/g['file']).read_bytes().decode()
        for a in g['attributions']:
            spans,who = [(c['start'], c['end']) for c in a['content']], a['speaker']
            rows.append(dict(quote=a['id'], article=g['article'], outlet=g['article'], date=day[g['article']], kind=a['kind'], text=' '.join(text[s:e] for s,e in spans), speakers=[who] if isinstance(who, str) else who or [], nested_in=a['nested_in']))
            words[a['id']] = of_spans(text, spans)
    return pd.DataFrame(rows), words

def of_spans(text, spans): return {m.start() for m in WORD.finditer(text) if any(m.start() < e and m.end() > s for s,e in spans)}

def stand_for(study, folder, gold, words):
    "For each found quote the attribution that it found"
    spans,place = study.quote_spans[study.quote_spans.role == 'content'], []
    text = {a: (folder/f'{a}.txt').read_bytes().decode() for a in study.articles.article}
    for (article,quote),g in spans.groupby(['article','quote']):
        mine = of_spans(text[article], g[['start','end']].values.tolist())
        for i in gold.quote[gold.article == article]:
            if len(mine & words[i]) >= .5*len(mine | words[i]): place.append((len(mine & words[i])/len(mine | words[i]), f'{article}/{quote}', i))
    out = {}
    for _,found,i in sorted(place, reverse=True):
        if found not in out and i not in out.values(): out[found] = i
    return out

def score(name, groups, article, true, alike):
    cross = lambda ids: {frozenset(p) for p in itertools.combinations(ids, 2) if article(p[0]) != article(p[1])}
    found = set().union(*map(cross, groups))
    gold = set().union(*map(cross, true))
    lookalikes = set().union(*map(cross, alike))-gold
    print(f'{name}: {len(found & gold)} of {len(gold)} pairs, {len(found-gold)} wrong, {len(found & lookalikes)} of {len(lookalikes)} look-alikes')
    for what,pairs in (('missed', gold-found), ('wrong', found-gold)): print(*(f'  {what}: {" ".join(sorted(p))}' for p in sorted(pairs, key=sorted)), sep='\n') if pairs else None

def main(folder, out=None):
    folder = Path(folder)
    with tempfile.TemporaryDirectory() as made:
        study = Study.build(sorted(map(str, folder.glob('*.txt'))), made)
        day = {a.article: (a.published if isinstance(a.published, str) else a.anchor)[:10] for a in study.articles.itertuples()}
        gold,words = gold_frame(folder, day)
        to = stand_for(study, folder, gold, words)
        given = utterances(gold).groupby('utterance').quote.agg(list).tolist()
        found = [[to.get(q, q) for q in u] for u in utterances(quote_frame(study)).groupby('utterance').quote.agg(list)]
    across = json.loads((folder/'gold'/'across.json').read_text(encoding='utf8'))
    true,alike = [[m['attribution'] for m in q['members'] if m.get('attribution')] for q in across['shared_quotes']], [l['members'] for l in across['lookalikes']]
    where = dict(zip(gold.quote, gold.article))
    for name,groups in (('given the quotes', given), ('end to end', found)):
        score(name, groups, lambda i: where.get(i) or i.split('/')[0], true, alike)
        if out: (Path(out)/{'given the quotes': 'given.json', 'end to end': 'found.json'}[name]).write_text(json.dumps({'clusters': groups}))
    print(f'{len(to)} of {len(gold)} attributions were found')

if __name__ == '__main__': main(*sys.argv[1:])
