"""How long `utterances` takes and how much memory, from ten thousand quotes up, and what the candidate step misses.

    python tests/bench_comparing_scale.py 10000 30000 100000 300000 1000000
    python tests/bench_comparing_scale.py recall 20000

The quotes are made of invented words whose frequencies fall as those of English do; two in five are reports of an utterance that others report too, trimmed or with words changed. Each size runs in a process of its own.
`recall` compares every pair of a sample with all quotes and says how many of the pairs that the evidence joins the candidate step had proposed.
"""
import os
import resource
import subprocess
import sys
import time

import numpy as np
import pandas as pd

from media_study.comparing import STOP, _known, candidates, evidence_of, same_utterance, utterances, weigh, wording

def _word(n):
    out = ''
    while n or len(out) < 4: out,n = out+'bdfgklmnprtvz'[n%13]+'aou'[n%3], n//13
    return out

def corpus(n, seed=1, vocabulary=60_000):
    rng = np.random.default_rng(seed)
    words = np.array(sorted(STOP)+[_word(i) for i in range(vocabulary)], dtype=object)
    p = 1/(np.arange(len(words))+2.7); p /= p.sum()
    pool = rng.choice(len(words), size=n*20+1000, p=p)
    texts,speaker,day,i = [], [], [], 0
    while len(texts) < n:
        size = int(rng.integers(6, 35))
        said = pool[i:i+size]; i = (i+size)%(len(pool)-40)
        who,when = int(2000*rng.random()**2), int(rng.integers(0, 365))
        for k in range(int(rng.integers(2, 7)) if rng.random() < .14 else 1):
            mine = said
            if k and rng.random() < .5 and size > 14: mine = said[:size*2//3] if rng.random() < .5 else said[size//3:]
            if k and rng.random() < .5: mine = np.where(rng.random(len(mine)) < .12, pool[rng.integers(0, len(pool), len(mine))], mine)
            texts.append(' '.join(words[mine])); speaker.append(who); day.append(when+int(rng.integers(0, 3)))
    days = pd.date_range('2024-01-01', periods=370).strftime('%Y-%m-%d').to_numpy()
    order = rng.permutation(n)
    return pd.DataFrame(dict(quote=np.arange(n).astype(str), article=(np.arange(n)//5).astype(str), text=[texts[j] for j in order], speakers=[[str(speaker[j])] for j in order], date=days[[day[j] for j in order]], kind='direct'))

def one(n):
    q = corpus(n)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/2**20
    wall,cpu = time.time(), time.process_time()
    u = utterances(q)
    print(f'{n:>9,} quotes  {time.process_time()-cpu:7.1f} s of processor  {time.time()-wall:7.1f} s of clock  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/2**20:5.2f} GiB at most ({before:.2f} for the corpus)  {u.utterance.nunique():,} utterances', flush=True)

def recall(n, sample=400):
    q = _known(corpus(n, seed=2))
    w,ev = wording(q.text), evidence_of(q)
    proposed = {(x << 32) | y for a,b in candidates(w, ev.own, np.nan_to_num(ev.day), ev.article) for x,y in zip(a.tolist(), b.tolist())}
    hits = pairs = 0
    for i in np.random.default_rng(3).choice(n, sample, replace=False):
        other = np.delete(np.arange(n), i)
        p = weigh(w, ev, np.minimum(i, other), np.maximum(i, other))
        p = p[same_utterance(p) & (ev.article[p.a] != ev.article[p.b])]
        pairs += len(p)
        hits += sum(((a << 32) | b) in proposed for a,b in zip(p.a.tolist(), p.b.tolist()))
    print(f'candidate step: {hits} of {pairs} true pairs of {sample} quotes against {n:,}: {100*hits/max(pairs, 1):.1f} %')

if __name__ == '__main__':
    if sys.argv[1] == 'recall': recall(int(sys.argv[2]))
    elif len(sys.argv) == 2: one(int(sys.argv[1]))
    else:
        for n in sys.argv[1:]: subprocess.run([sys.executable, __file__, n], env={**os.environ, 'OMP_NUM_THREADS': '1'}, check=True)
