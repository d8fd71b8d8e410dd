"""Sentences against people's (GUM) and CoreNLP's (PolNeAR dev): python tests/bench_sentences.py [errors CORPUS]

GUM's text is rebuilt with a paragraph a line. CoreNLP's sentences are cut at line ends, over which it runs on, and the opening mark that it often
leaves at the end of a sentence is taken off.
"""
import glob, gzip, json, os, re, sys, time
from media_study.text import sentences

CORPORA = os.environ.get('MEDIA_STUDY_CORPORA', '')

def naive(text):
    out, at = [], 0
    for m in re.finditer(r'[.!?]+(?=\s)|\n+|$', text):
        s, e = at, m.end()
        while s < e and text[s].isspace(): s += 1
        while e > s and text[e-1].isspace(): e -= 1
        if s < e: out.append((s, e))
        at = m.end()
    return out

def _conllu(path):
    "Text rebuilt from a document, a paragraph a line, and its sentences"
    text, spans, start, skip = '', [], None, 0
    def close():
        nonlocal start
        if start is not None: spans.append((start, len(text.rstrip())))
        start = None
    for line in open(path, encoding='utf8'):
        if line.startswith('# newpar') and not line.startswith('# newpar_block'): close(); text = text.rstrip() + ('\n' if text else '')
        cols = line.rstrip('\n').split('\t')
        if len(cols) != 10: 
            if not line.strip(): close()
            continue
        if '.' in cols[0]: continue
        if '-' in cols[0]: skip = int(cols[0].split('-')[1])
        elif int(cols[0]) <= skip: continue
        else: skip = 0
        if start is None: start = len(text)
        text += cols[1] + ('' if 'SpaceAfter=No' in cols[9] else ' ')
    close()
    return text, spans

def gum(pattern='*'):
    for p in sorted(glob.glob(f'{CORPORA}/gum/dep/GUM_{pattern}.conllu')): yield _conllu(p)

def _parts(text, s, e):
    "A sentence of CoreNLP less two of its faults: it runs on over line ends, and takes the opening mark of the next one"
    for m in re.compile(r"[^\n\s][^\n]*").finditer(text, s, e):
        end = m.start() + len(re.sub(r"\s+(?:''|[\"“”'])$", '', m[0]).rstrip())
        if re.search(r'\w', text[m.start():end]): yield m.start(), end

def polnear(part='dev'):
    with gzip.open(f'{CORPORA}/polnear/{part}.jsonl.gz', 'rt', encoding='utf8') as f:
        for line in f:
            d = json.loads(line)
            if 'corenlp' not in d: continue
            t = d['corenlp']['tokens']
            yield d['text'], [o for a,b in d['corenlp']['sentences'] if b > a for o in _parts(d['text'], t[a][0], t[b-1][1])]

SETS = {'GUM': lambda: gum(), 'GUM news': lambda: gum('news_*'), 'GUM written': lambda: (x for g in ('news', 'academic', 'textbook', 'bio', 'voyage') for x in gum(f'{g}_*')), 'PolNeAR dev': lambda: polnear('dev')}

def score(docs, split):
    "F of the ends of sentences (as segmenters are usually measured), and of exact spans"
    right, found, true = [0, 0], [0, 0], [0, 0]
    for text, gold in docs:
        got = split(text)
        for k, (g, t) in enumerate((({e for _,e in got}, {e for _,e in gold}), (set(got), set(gold)))): right[k] += len(g & t); found[k] += len(g); true[k] += len(t)
    return [200*r/(f+t) for r, f, t in zip(right, found, true)]

def errors(docs, n=400):
    for text, gold in docs:
        got, gold = sentences(text), sorted(gold)
        ge, te = {e for _,e in got}, {e for _,e in gold}
        for kind, ends in (('missed', te-ge), ('wrong ', ge-te)):
            for e in sorted(ends): print(kind, repr(text[max(0, e-50):e] + ' ║ ' + text[e:e+40]))

if __name__ == '__main__':
    if not CORPORA: sys.exit('MEDIA_STUDY_CORPORA is not set: nothing to measure against')
    if sys.argv[1:2] == ['errors']: errors(SETS[sys.argv[2]]()); sys.exit()
    for name, docs in SETS.items():
        docs = list(docs())
        for who, split in (('naive', naive), ('sentences', sentences)): print(f'{name:12} {who:10} ends F %.1f  spans F %.1f' % tuple(score(docs, split)))
    text = ('He said no to Mr. Xi. She left at 8 p.m. on Monday.\n'*20000)[:1_000_000]
    for what, t in (('1 MB of text', text), ('10 MB without a space', 'a.b'*3_400_000), ('1 MB of full stops', '.'*1_000_000), ('1 MB of marks', '.”'*500_000)):
        t0 = time.process_time(); sentences(t); print(f"{what:24} {time.process_time()-t0:.2f} s of processor")
