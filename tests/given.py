"Articles with given names and quotations, so that what is tested does not hang on the network"
import re
from media_study.article import Article, Block, Mention, Quote
from media_study.entities import link_mentions
from media_study.mentions import find_mentions
from media_study.speakers import find_speakers

def named(text, **types):
    "Names as the network would give them: `named(text, PERSON='A|B')`"
    return sorted((Mention(*m.span(), 'name', t) for t,ns in types.items() for m in re.finditer(fr'(?<!\w)(?:{ns})(?!\w)', text)), key=lambda m: m.start)

def quoted(text, rows):
    "Quotations from rows `cue | source | content`; what is empty was not marked"
    out = []
    for n,row in enumerate(rows):
        cue,source,content = (o.strip() for o in row.split('|'))
        begin = text.index(content); line = text.rfind('\n', 0, begin) + 1
        def at(words, start): return [(i, i + len(words))] if words and (i := text.index(words, start)) >= 0 else []
        out.append(Quote(f'q{n+1}', 'direct' if text[begin-1:begin] == '“' else 'indirect', True, at(content, begin), at(cue, line), at(source, line)))
    return out

def turns(text):
    "Blocks of a transcript whose labels end with a colon"
    out = []
    for m in re.finditer(r'[^\n]+', text):
        label = re.match(r"[A-Z][A-Z.,' ]+(?=:)", m[0])
        out.append(Block('paragraph', m.start(), m.end(), speaker=(m.start(), m.start() + label.end()) if label else None))
    return out

def article(text, quotes=(), blocks=(), **names):
    "An article up to its speakers"
    a = Article('a', text, blocks=list(blocks))
    a.quotes = quoted(text, quotes)
    a.mentions,a.entities = link_mentions(a, find_mentions(a, named(text, **names)), a.quotes)
    a.quotes = find_speakers(a)
    return a

def said(a, words, nth=0):
    "The names of the entities that some words mean"
    start = [m.start() for m in re.finditer(re.escape(words), a.text)][nth]
    m = next(m for m in a.mentions if (m.start, m.end) == (start, start + len(words)))
    of = {e.id: e.name for e in a.entities}
    return [of[e] for e in m.entities]

def speakers(a):
    "For each quotation the names of its speakers, and their type"
    of = {e.id: e.name for e in a.entities}
    return [([of[s] for s in q.speakers], q.speaker_type) for q in a.quotes]
