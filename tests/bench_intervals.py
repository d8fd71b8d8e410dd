"""How often the intervals of `share_interval` hold the true share, on simulated corpora with known shares.

    python tests/bench_intervals.py [repeats]

An article has a log-normal number of quoted words; the voice is heard in it with probability `in`, and then gets a beta-distributed part of the words.
"""
import sys

import numpy as np

from media_study.voices import share_interval

# in, a, b of the beta distribution, sigma of the log-normal
CORPORA = [(.1, 2, 4, .8), (.3, 2, 4, .8), (.6, 2, 4, .8), (.9, 2, 4, .8), (.9, 4, 2, .8), (.1, 1, 9, .8), (.5, 1, 9, .8), (.6, 2, 4, 1.2), (.9, .5, .5, 1.2)]
RARE = [(.05, 9, 1, 1.2), (.03, 2, 4, 1.2)] # in few articles, whose lengths differ wildly

def corpus(rng, articles, heard, a, b, sigma):
    total = np.exp(rng.normal(4, sigma, articles)).round()+5
    return rng.beta(a, b, articles)*(rng.random(articles) < heard)*total, total

def coverage(corpora, repeats, rng):
    print('articles', *[f'{h*a/(a+b):.3f}' for h,a,b,_ in corpora], 'all', 'mean width', sep='\t')
    for articles in (10, 20, 50, 200):
        hold,wide = [],[]
        for c in corpora:
            true = c[0]*c[1]/(c[1]+c[2])
            ends = [share_interval(*corpus(rng, articles, *c))[:2] for _ in range(repeats)]
            hold.append(100*np.mean([low <= true <= high for low,high in ends])); wide.append(np.mean([high-low for low,high in ends]))
        print(articles, *[f'{h:.1f}' for h in hold], f'{np.mean(hold):.1f}', f'{np.mean(wide):.3f}', sep='\t')

def main(repeats=2000):
    rng = np.random.default_rng(7)
    for corpora in (CORPORA, RARE): coverage(corpora, repeats, rng)

if __name__ == '__main__': main(*map(int, sys.argv[1:]))
