"""Entities across outlets on NewsWCL50: `python tests/bench_across.py EVENTS OUT`, where EVENTS is the folder that `entities.py prepare newswcl50` wrote (one file of articles an event).
Writes OUT/pred.jsonl and two tables of links, to be scored by `entities.py score newswcl50 OUT/pred.jsonl EVENTS.gold.jsonl OUT/countries.jsonl`; annotated records are kept in OUT/kept.

countries.jsonl is the one to score: NewsWCL50 codes as one COUNTRY whatever stands for the state, "the White House" and "American officials" with "the U.S.", so its links are those of
`Resolution.by_country`. links.jsonl has the study's own entities, in which a country, its government, its ministries and its people are several; there COUNTRY is low by design, ACTOR the same.
"""
import json, sys
from pathlib import Path
from media_study.pipeline import annotate_all
from media_study.reading import read
from media_study.resolving import resolve

def main(events, out):
    out = Path(out)
    out.mkdir(exist_ok=True)
    pred, links, lands = (open(out / f'{n}.jsonl', 'w', encoding='utf8') for n in ('pred', 'links', 'countries'))
    for path in sorted(Path(events).glob('*.jsonl')):
        records = list(annotate_all(read(path), store=out / 'kept'))
        for r in records: print(json.dumps(r.to_dict(), ensure_ascii=False), file=pred)
        res = resolve(records)
        for table,file in ((res.links, links), (res.by_country(), lands)):
            for l in table.itertuples(): print(json.dumps(dict(article=l.article, local_entity=l.local_entity, entity=l.entity)), file=file)
        print(path.stem, len(records), 'articles,', len(res.entities), 'entities', flush=True)

if __name__ == '__main__': main(*sys.argv[1:])
