"""Kinds of lines on pages of publishers that the table has not seen: `python tests/bench_lines.py CORPORA [OUT.jsonl]`

For each of ten parts of the publishers a table is learned from the other nine. The first figures are for whole pages, as copied from a browser; the second for
the same articles without what surrounds them. OUT gets the blocks of every page, for the scorer of the corpora. About ten minutes on one core."""
import json, sys
from pathlib import Path
import numpy as np
from media_study.article import Article
from media_study.lines import LINE_KINDS, apply_table, features
from media_study.parsing import decide
from media_study.training.lines import article_only, examples, folds, learn_table, plain_articles, read_pages

_MERGED = {'standfirst': 'paragraph', 'kicker': 'boilerplate', 'navigation': 'boilerplate', 'dateline': 'boilerplate', 'reference': 'boilerplate'}

def kinds(page, table, rules=True):
    "What each line of a page is taken for"
    p = apply_table(features(page['text'], page['spans']), table)
    return decide(page['text'], page['spans'], p) if rules else [LINE_KINDS[i] for i in p.argmax(1)]

def figures(pages, got):
    "Precision, recall and F of each kind, and macro F"
    y = [LINE_KINDS[i] for p in pages for i in p['y']]
    g = [_MERGED.get(k, k) for ks in got for k in ks]
    both = [(a, b) for a,b,known in zip(y, g, (i for p in pages for i in p['y'])) if known >= 0]
    out = {}
    for k in LINE_KINDS:
        hit, said, true = sum(a == b == k for a,b in both), sum(b == k for _,b in both), sum(a == k for a,_ in both)
        out[k] = [round(100*v, 1) for v in (hit/max(1, said), hit/max(1, true), 2*hit/max(1, said + true))]
    return {'macro F': round(float(np.mean([v[2] for v in out.values()])), 1), **out}

def main(corpora, out=None):
    pages,plain = read_pages(Path(corpora)), plain_articles(Path(corpora))
    part = folds(pages)
    got, bare, alone, alone_got = {}, {}, [], []
    for k in range(10):
        table = learn_table(examples([p for p,q in zip(pages, part) if q != k], plain))
        for i,(p,q) in enumerate(zip(pages, part)):
            if q != k: continue
            got[i], bare[i] = kinds(p, table), kinds(p, table, rules=False)
            if a := article_only(p, i): alone.append(a); alone_got.append(kinds(a, table))
        print('part', k, file=sys.stderr)
    for name,ps,g in (('pages, table alone', pages, [bare[i] for i in range(len(pages))]), ('pages', pages, [got[i] for i in range(len(pages))]), ('articles without their page', alone, alone_got)):
        print(name)
        for k,v in figures(ps, g).items(): print(f'   {k:12}', v)
    if out:
        with open(out, 'w', encoding='utf8') as f:
            for i,p in enumerate(pages):
                f.write(json.dumps(dict(id=p['id'], blocks=[dict(kind=k, start=s, end=e) for k,(s,e) in zip(got[i], p['spans'])])) + '\n')

if __name__ == '__main__': main(*sys.argv[1:])
