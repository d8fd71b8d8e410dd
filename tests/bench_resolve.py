"""How long it takes to find out who is who across articles, and how much memory: `python tests/bench_resolve.py [ARTICLES …]` (40 entities each; default: the curve)."""
import random, resource, sys, time
import pandas as pd
from media_study.resolving import resolve_rows

SYLLABLES = 'an bel cor da el fin gar ho il ka lo mar nes or pa qui ro sa ta ul ve win xa yo zed'.split()
ROLES = [None] * 6 + ['minister', 'mayor of the city', 'spokeswoman', 'chief executive', 'senator', 'analyst']
COUNTRIES = [None, None, 'PT', 'KR', 'US', 'FR', 'BR']

def word(rng, n=2): return ''.join(rng.choice(SYLLABLES) for _ in range(n)).title()

def world(rng, n):
    "People, bodies and places that articles speak of: few of them often, most of them seldom"
    people = [(word(rng), word(rng, 3), rng.choice(COUNTRIES), rng.choice(ROLES)) for _ in range(n)]
    bodies = [' '.join(word(rng) for _ in range(rng.randint(1, 3))) + rng.choice([' Ministry', ' Union', ' Council', ' Group', '']) for _ in range(n // 2)]
    return people, bodies

def pick(rng, items): return items[int(len(items) * rng.random() ** 3)]

def article(rng, i, people, bodies, n):
    for k in range(n):
        if rng.random() < .6:
            first, last, country, role = pick(rng, people)
            names = rng.choice([[f'{first} {last}', last], [f'{first[0]}. {last}'], [last], [f'{first} {last}']])
            yield dict(article=f'a{i}', local_entity=f'e{k+1}', name=names[0], type='PERSON', country=country, role=role, names=names, counts=[1] * len(names), mentions=len(names), start=k)
        else:
            name = pick(rng, bodies)
            if rng.random() < .1 and ' ' in name: name = ''.join(w[0] for w in name.split())
            yield dict(article=f'a{i}', local_entity=f'e{k+1}', name=name, type=rng.choice(['ORG', 'ORG', 'GPE']), country=None, role=None, names=[name], counts=[1], mentions=1, start=k)

def measure(articles, entities):
    rng = random.Random(articles)
    people, bodies = world(rng, 200 + articles)
    rows = pd.DataFrame([r for i in range(articles) for r in article(rng, i, people, bodies, entities)])
    start = time.process_time()
    res = resolve_rows(rows)
    print(f'{articles:7,} articles x {entities:3} entities: {time.process_time()-start:7.2f} s of one core, {len(res.entities):8,} entities of the study, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024:6,.0f} MB', flush=True)

if __name__ == '__main__':
    if sys.argv[1:]:
        for n in sys.argv[1:]: measure(int(n), 40)
    else:
        measure(50, 200)
        for n in (1_250, 2_500, 5_000, 10_000, 20_000): measure(n, 40)
