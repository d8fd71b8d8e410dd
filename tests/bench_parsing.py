"""How many articles a second `parse` reads on one core: `python tests/bench_parsing.py CORPORA`

On articles of a news corpus (about 4,900 characters in 23 lines), in seconds of the processor, which a busy machine spoils less than those of the clock. Two figures:
all articles one after another, best of ten rounds; and the sum of each article's best time of fifteen. OMP_NUM_THREADS=1 keeps numpy on the one core."""
import gzip, json, sys, time
from pathlib import Path
from media_study.article import Article
from media_study.parsing import parse

def seconds(f, *args):
    t = time.process_time(); f(*args); return time.process_time() - t

def main(corpora):
    with gzip.open(Path(corpora)/'polnear'/'dev.jsonl.gz', 'rt', encoding='utf8') as f: articles = [Article(str(i), json.loads(l)['text']) for i,l in enumerate(f)]
    n = len(articles)
    parse(articles[0])
    rounds = min(seconds(lambda: [parse(a) for a in articles]) for _ in range(10))
    each = sum(min(seconds(parse, a) for _ in range(15)) for a in articles)
    print(f'{n} articles of {sum(len(a.text) for a in articles)/n:.0f} characters: {n/rounds:.0f} a second; by the best time of each {n/each:.0f} a second')

if __name__ == '__main__': main(*sys.argv[1:])
