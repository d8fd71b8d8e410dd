"""Pairs of PolNeAR quotes that were proposed as one utterance, and what a reader said of them: `polnear_pairs.csv` (articles and offsets, no text).

    MEDIA_STUDY_CORPORA=… python tests/polnear_pairs.py

prints how many pairs `utterances` proposes in the train part, and how many of the judged ones it still proposes are right. A pair counts as right if both report the same statement on the same occasion, or the same article's later
version does; a standing position told twice counts as wrong. 100 pairs were drawn at random from all 157 across articles; most join two versions of one article, 24 two outlets.
"""
import gzip
import itertools
import json
import os
import re
from pathlib import Path

import pandas as pd

from media_study.comparing import utterances

TITLE=re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s+")
PRON=set("he she they it i we who his her their you him them this that those these".split())
def speaker(src):
    "A surname out of a source: the last capitalised word of the first run of capitalised words before a comma"
    s=TITLE.sub('',src.split(',')[0])
    runs=[r for r in re.findall(r"(?:[A-Z][\w.’'\-]*\s?)+",s)]
    runs=[r.strip() for r in runs if r.strip().lower() not in PRON and r.strip() not in ('The','A','An','But','And','In')]
    if not runs: return None
    last=runs[-1].split()[-1]
    return re.sub(r"[’']s$","",last).strip(".'’")
def frame(split='train'):
    rows=[]
    for l in gzip.open(os.environ['MEDIA_STUDY_CORPORA']+f'/polnear/{split}.jsonl.gz','rt'):
        a=json.loads(l); t=a['text']
        seen={}
        for n,x in enumerate(a['attributions']):
            if not x['content']: continue
            txt=lambda ss: ' '.join(t[s:e] for s,e in ss)
            c=txt(x['content']); src=txt(x['source'])
            sp=speaker(src) if src else None
            if sp is None and src and src.lower() in ('he','she') : sp=seen.get('last')
            if sp: seen['last']=sp
            marks=sum(map(c.count,'“”"')); inner=re.findall(r'[“"]([^”"]*)[”"]',c); q=sum(len(i.split()) for i in inner); n_=len(c.split())
            kind='direct' if n_ and q>=n_-1 else 'mixed' if q else 'indirect'
            if kind=='direct': c=re.sub('[“”"]','',c)
            rows.append(dict(quote=f"{a['id']}/{n}",article=a['id'],outlet=a['publisher'],date=a['date'],kind=kind,text=c,speakers=[sp] if sp else [],nested_in=None,source=src,start=x['content'][0][0],end=x['content'][-1][1]))
    return pd.DataFrame(rows)

def main():
    q = frame()
    where = q.set_index('quote')[['article','start','end','outlet']]
    pairs = {frozenset(p) for _,g in utterances(q).groupby('utterance') for p in itertools.combinations(g.quote, 2)}
    key = lambda a: (where.article[a], where.start[a], where.end[a])
    across = {frozenset(map(key, p)) for p in pairs if len({where.article[x] for x in p}) == 2}
    j = pd.read_csv(Path(__file__).with_suffix('.csv'))
    still = j[[frozenset(((a,s,e), (b,t,f))) in across for a,s,e,b,t,f in j.iloc[:,:6].itertuples(index=False)]]
    print(f'{len(pairs)} pairs, {len(across)} of them across articles; of {len(j)} judged {len(still)} are proposed, {still.same_utterance.sum()} of these are right;',
          f'across outlets {still[still.two_outlets == 1].same_utterance.sum()} of {(still.two_outlets == 1).sum()}')

if __name__ == '__main__': main()
