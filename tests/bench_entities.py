"""Coreference and speakers, end to end: python tests/bench_entities.py FOLDER [OUT]

FOLDER holds articles/ and corpora/ and score/ (the scorers). Annotates the news of GUM and the five articles of one visit with the model inside, writes what it found to OUT
(gum.jsonl, five.jsonl; a temporary folder without it), and prints the speakers of attributions and the coreference of the news documents (those of even number, which were tuned on, and those
of odd number, which were not, apart), and the figures of the five articles.
"""
import json, sys, tempfile, time
from pathlib import Path

def scorer(path, stop=None):
    "A script of the scorers as a dictionary of its names, without running its command line"
    code = path.read_text(encoding='utf8')
    names = {'__name__': path.stem}
    exec(compile(code.split(stop)[0] if stop else code, str(path), 'exec'), names)
    return names

def annotated(rows, out):
    "Annotate rows of id and text; keep the records"
    from media_study.pipeline import annotate
    records = [annotate(r['text'], id=r['id'], published=r.get('published')).to_dict() for r in rows]
    out.write_text(''.join(json.dumps(r, ensure_ascii=False) + '\n' for r in records), encoding='utf8')
    return records

def figures(res):
    "The figures that count, of one row of the scorer"
    spoken = {k.removeprefix('speaker: '): (v['of found'], v['of all'], v['n']) for k,v in res.items() if k.startswith('speaker: ')}
    return f"attributions found {res['found']}; speakers of found, of all, n: {spoken}; coreference head {res['coreference, head']['CoNLL']}, exact {res['coreference, exact']['CoNLL']}"

def main(folder, out=None):
    folder, out = Path(folder), Path(out or tempfile.mkdtemp())
    ents, arts = scorer(folder/'score'/'entities.py'), scorer(folder/'score'/'score.py', 'signal.signal(')
    ents['prepare_gum'](str(folder/'corpora'/'gum'/'dep'), str(out/'all.jsonl'))
    rows = [r for r in map(json.loads, (out/'all.jsonl').open(encoding='utf8')) if '_news_' in r['id']]
    gold = {g['id']: g for g in map(json.loads, (out/'all.gold.jsonl').open(encoding='utf8'))}
    t = time.time(); records = annotated(rows, out/'gum.jsonl')
    print(f'{len(rows)} news documents of GUM annotated in {time.time()-t:.0f} s')
    for name,part in (('tuned on', records[::2]), ('held out', records[1::2]), ('all', records)):
        print(f"GUM news, {name}:", figures(ents['score_gum'](part, [gold[r['id']] for r in part])['all']))
    five = folder/'articles'/'blinken-beijing'
    records = annotated([{'id': p.stem, 'text': p.open(encoding='utf8', newline='').read()} for p in sorted(five.glob('*.txt'))], out/'five.jsonl')
    res = arts['score_articles'](records, str(five/'gold'))['all']
    print('five articles:', {k: res[k] for k in ('other person mentions resolved', 'speaker, of quotes found', 'speaker, of all', 'quotes', 'names')})

if __name__ == '__main__':
    if len(sys.argv) not in (2, 3): sys.exit(__doc__)
    main(*sys.argv[1:])
