"What can be measured of a figure: nothing is cut off, no labels touch, colours stay apart for colour-blind eyes; with few and many speakers and outlets, small and large, light and dark."
import itertools
import warnings

import matplotlib
matplotlib.use('agg')
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb

from media_study import plots
from media_study.differing import differences
from media_study.telling import days, keyness, told
from media_study.voices import shares

FIRST,LAST = ['Ana', 'Maria-Luisa', 'Jo', 'Ó', 'Kwame'], ['Mora', 'Ortiz de la Vega', 'Li', 'Papadopoulos', 'Súilleabháin-Brandt', 'Wu']
PLACES,PAPERS = ['The', 'Daily', 'Radio', '$5', 'Northern'], ['Wire', 'Tribune of the Outer Provinces', 'Post', 'Chronicle and Advertiser', '5']
UTTERANCE = 'We will reopen the border at Sela on the first of June and we will not ask the ferry companies to pay for any of it as long as the lines of communication stay open'.split()


def study(speakers, outlets, articles=1, seed=1):
    "Quotes by voice of an invented study, and reports of its utterances"
    rng = np.random.default_rng(seed)
    who = [f'{FIRST[i%5]} {LAST[i//5]}' for i in range(speakers-1)]+['Ministry of Ports, Fisheries and Coastal Defence']
    where = [f'{PLACES[i%5]} {PAPERS[i//5%5]}'+(f' {i}' if i >= 25 else '') for i in range(outlets)]
    rows = []
    for o,a in itertools.product(range(outlets), range(articles)):
        for v in rng.choice(who, 5, p=(p := 1/np.arange(1, speakers+1))/p.sum()):
            words,day = int(rng.integers(4, 900)), pd.Timestamp('2024-05-01')+pd.Timedelta(days=int(rng.integers(12)))
            rows.append((f'q{len(rows)}', f'a{o}-{a}', where[o], v, words, words//2, str(day.date()), str((day-pd.Timedelta(days=int(rng.integers(3)))).date()), rng.choice(['said', 'claimed', 'slammed', 'muttered']), 'direct', 'person'))
    voices = pd.DataFrame(rows, columns='quote article outlet voice words words_verbatim date said_from cue kind speaker_type'.split())
    reports = [(u, f'{u}-{i}', o, i == 0, f'2024-05-{1+i%20:02}', ' '.join(UTTERANCE if i == 0 else [w if rng.random() < .8 else 'rather' for w in UTTERANCE[i%9:i%9+14]])) for u in range(speakers) for i,o in enumerate(where) if i%(u+1) == 0]
    return voices, differences(pd.DataFrame(reports, columns='utterance quote outlet reference date text'.split()))


def figures(voices, shared):
    "Every figure of the study: name and function of `ax`"
    note,rates = 'constructed sample of an invented study', shares(voices)
    text = pd.DataFrame([(o, ' '.join(f'the ferry sails extraordinarily{i}x{j}' for j in range(20))*5) for i,o in enumerate(voices.outlet.unique())], columns=['outlet', 'text'])
    known = keyness(text)
    return {'matrix': lambda ax: plots.plot_matrix(voices, ax=ax, note=note), 'words': lambda ax: plots.plot_words(voices, ax=ax, note=note), 'network': lambda ax: plots.plot_network(voices, ax=ax, note=note),
            'shares': lambda ax: plots.plot_shares(rates, outlet=voices.outlet[0], ax=ax, note=note), 'shares of one': lambda ax: plots.plot_shares(rates, voice=voices.voice.mode()[0], ax=ax),
            'timeline': lambda ax: plots.plot_timeline(days(voices), ax=ax, note=note), 'utterance': lambda ax: plots.plot_utterance(shared[shared.utterance == 0], ax=ax, note=note),
            'carried': lambda ax: plots.plot_carried(shared, ax=ax, note=note), 'cues': lambda ax: plots.plot_cues(told(voices, 'voice'), ax=ax, note=note), 'keyness': lambda ax: plots.plot_keyness(known, known.outlet.iloc[0], ax=ax, note=note)}


def texts(fig):
    "What is written: not the labels of ticks beyond the ends of an axis"
    beyond = set()
    for axis in (x for ax in fig.axes for x in (ax.xaxis, ax.yaxis)):
        low,high = sorted(axis.get_view_interval())
        beyond |= {t.label1 for t in axis.get_major_ticks()+axis.get_minor_ticks() if not low-1e-6 <= t.get_loc() <= high+1e-6}
    return [t for t in fig.findobj(matplotlib.text.Text) if t.get_visible() and t.get_text().strip() and t not in beyond]


def corners(t):
    "The four corners of a text as it is drawn, turned with it"
    angle,r = t.get_rotation(), t.get_window_extent()
    if angle in (0, 90): return np.array([(r.x0, r.y0), (r.x1, r.y0), (r.x1, r.y1), (r.x0, r.y1)])
    t.set_rotation(0); flat = t.get_window_extent(); t.set_rotation(angle)
    a,(x,y) = np.radians(angle), t.get_transform().transform(t.get_position())
    turn = np.array([(np.cos(a), -np.sin(a)), (np.sin(a), np.cos(a))])
    at = np.array([(flat.x0, flat.y0), (flat.x1, flat.y0), (flat.x1, flat.y1), (flat.x0, flat.y1)])-(x, y)
    return at@turn.T+(x, y)


def apart(a, b):
    "Whether a line parts two turned rectangles, give or take half a pixel"
    for p in (a, b):
        for e in (p[1]-p[0], p[3]-p[0]):
            e = e/max(np.hypot(*e), 1e-9)
            if (a@e).max() <= (b@e).min()+.5 or (b@e).max() <= (a@e).min()+.5: return True
    return False


def faults(fig):
    "What is cut off or touches"
    fig.draw_without_rendering()
    shown,out = texts(fig), []
    boxes = [corners(t) for t in shown]
    for t,b in zip(shown, boxes):
        if b[:,0].min() < -1 or b[:,1].min() < -1 or b[:,0].max() > fig.bbox.width+1 or b[:,1].max() > fig.bbox.height+1: out.append(f'cut: {t.get_text()!r}')
        if t.get_fontsize() < 5: out.append(f'{t.get_fontsize():.1f} points: {t.get_text()!r}')
    out += [f'touch: {s.get_text()!r} {t.get_text()!r}' for (s,a),(t,b) in itertools.combinations(zip(shown, boxes), 2) if not apart(a, b)]
    return out


NAMES = sorted(figures(*study(3, 2)))


@pytest.mark.parametrize('speakers,outlets,articles,size', [(3, 5, 1, 'its own'), (30, 5, 12, 'half a column'), (3, 50, 1, 'half a column'), (30, 50, 1, 'half a column'), (30, 50, 1, 'its own')])
@pytest.mark.parametrize('name', NAMES)
def test_nothing_is_cut_and_nothing_touches(name, speakers, outlets, articles, size):
    plt.close('all')
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        ax = plt.subplots(figsize=(3.5, 2.7), layout='constrained')[1] if size != 'its own' else None
        ax = figures(*study(speakers, outlets, articles))[name](ax)
        assert not faults(ax.figure)


def test_two_figures_side_by_side():
    plt.close('all')
    fig,(a,b) = plt.subplots(1, 2, figsize=(7.2, 3), layout='constrained')
    draw = figures(*study(30, 5))
    draw['words'](a); draw['cues'](b)
    assert not faults(fig)


def test_dark():
    with plt.style.context('dark_background'):
        for name,draw in figures(*study(5, 5)).items():
            plt.close('all')
            fig = draw(None).figure
            assert not faults(fig), name
            assert name == 'matrix' or all(np.mean(to_rgb(t.get_color())) > .5 for t in texts(fig)), name


def test_rows_that_do_not_fit_are_counted():
    plt.close('all')
    voices,_ = study(30, 50)
    ax = plots.plot_words(voices, ax=plt.subplots(figsize=(3.5, 2.7), layout='constrained')[1])
    assert f'{len(ax.get_yticks())} of 50 drawn' in [t.get_text() for t in ax.texts]
    g = plots._grid(voices, 'outlet', 'words', 8, 6)
    assert g.shape == (9, 7) and g.index[-1].endswith(' others') and g.to_numpy().sum() == voices.words.sum()


def test_empty():
    voices,shared = study(3, 5)
    for ax in (plots.plot_matrix(voices[:0]), plots.plot_words(voices[:0]), plots.plot_network(voices[:0]), plots.plot_carried(shared[:0]), plots.plot_timeline(days(voices[:0])), plots.plot_keyness(keyness(pd.DataFrame(dict(outlet=['a'], text=['b']))), 'a')): assert not faults(ax.figure)


# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
BLIND = {'none': np.eye(3), 'protan': np.array([[.152286, 1.052583, -.204868], [.114503, .786281, .099216], [-.003882, -.048116, 1.051998]]),
         'deutan': np.array([[.367322, .860646, -.227968], [.280085, .672501, .047413], [-.01182, .04294, .968881]]), 'tritan': np.array([[1.255528, -.076749, -.178779], [-.078411, .930809, .147602], [.004733, .691367, .3039]])}


def lab(colour, eyes):
    "A colour in CIE L*a*b* as these eyes see it"
    c = np.array(to_rgb(colour))
    linear = np.clip(BLIND[eyes]@np.where(c <= .04045, c/12.92, ((c+.055)/1.055)**2.4), 0, 1)
    xyz = np.array([[.4124, .3576, .1805], [.2126, .7152, .0722], [.0193, .1192, .9505]])@linear/(.9505, 1, 1.089)
    x,y,z = np.where(xyz > (6/29)**3, np.cbrt(xyz), xyz/(3*(6/29)**2)+4/29)
    return np.array([116*y-16, 500*(x-y), 200*(y-z)])


@pytest.mark.parametrize('eyes', BLIND)
@pytest.mark.parametrize('colours', [(plots.BLUE, plots.SKY), (plots.BLUE, plots.ORANGE), (plots.BLUE, plots.SKY, plots.ORANGE, plots.PURPLE), (plots.SKY, plots.YELLOW, plots.ORANGE, plots.RED, plots.GREY)], ids=['words', 'timeline', 'utterances', 'cues'])
def test_colours_of_one_figure_stay_apart(colours, eyes):
    for a,b in itertools.combinations(colours, 2): assert np.linalg.norm(lab(a, eyes)-lab(b, eyes)) > 15, (a, b)
    for ground in ('white', 'black'):
        for c in colours: assert np.linalg.norm(lab(c, eyes)-lab(ground, eyes)) > 20, (c, ground)
