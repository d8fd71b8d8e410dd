"What must hold of the record of any text"
import json, unicodedata
from media_study.article import Article

def spans(d):
    "Every span of a record, as (what, start, end)"
    for k in ('blocks', 'markers', 'references', 'mentions', 'dates'):
        for o in d[k]: yield k, o['start'], o['end']
    for b in d['blocks']:
        for k in ('credit', 'speaker'):
            if b.get(k): yield k, b[k]['start'], b[k]['end']
    for q in d['quotes']:
        for k in ('content', 'cue', 'source'):
            for s, e in q[k]: yield f'quote {k}', s, e

def joins(text, i):
    "Whether a place lies inside what a reader sees as one character; a joiner joins pictures only (UAX 29, GB11), not a letter and a quotation mark"
    return 0 < i < len(text) and (unicodedata.combining(text[i]) and unicodedata.category(text[i-1]) != 'Cc' or text[i] in '\u200d\ufe0f' or text[i-1] == '\u200d' and unicodedata.category(text[i]) not in ('Pi', 'Pf', 'Po') or text[i-1:i+1] == '\r\n')

def check(a):
    "Spans lie inside the text and cut no character, blocks hold every line once, ids lead somewhere, and the record survives JSON"
    d, text = a.to_dict(), a.text
    assert Article.from_dict(json.loads(json.dumps(d))) == a
    for kind, s, e in spans(d):
        assert 0 <= s < e <= len(text), (kind, s, e)
        assert not joins(text, s) and not joins(text, e), (kind, s, e)
    at = 0
    for b in sorted(d['blocks'], key=lambda b: b['start']):
        assert at <= b['start'] and not text[at:b['start']].strip()
        at = b['end']
    assert not text[at:].strip()
    ids, quotes = {e['id'] for e in d['entities']}, {q['id'] for q in d['quotes']}
    assert all(set(m['entities']) <= ids for m in d['mentions']) and all(set(q['speakers']) <= ids for q in d['quotes'])
    assert all(q['nested_in'] in quotes | {None} and all(i < len(d['blocks']) for i in q['blocks']) and 0 <= q['confidence'] <= 1 for q in d['quotes'])
