"""Entities across outlets on NewsWCL50: `python tests/bench_across.py EVENTS OUT`, where EVENTS is the folder that `entities.py prepare newswcl50` wrote (one file of articles an event).
Writes OUT/pred.jsonl, OUT/links.jsonl (the study's entities) and OUT/countries.jsonl (entities that stand for a country under that country), to be scored by
`entities.py score newswcl50 OUT/pred.jsonl EVENTS.gold.jsonl OUT/links.jsonl`. Annotated records are kept in OUT/kept."""
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
        land = dict(zip(res.entities.entity, res.entities.stands_for))
        for l in res.links.itertuples():
            row = dict(article=l.article, local_entity=l.local_entity)
            print(json.dumps({**row, 'entity': l.entity}), file=links)
            print(json.dumps({**row, 'entity': f'country {land[l.entity]}' if isinstance(land[l.entity], str) else l.entity}), file=lands)
        print(path.stem, len(records), 'articles,', len(res.entities), 'entities', flush=True)

if __name__ == '__main__': main(*sys.argv[1:])
