"""How fast the model reads, and what it costs: python tests/bench_model.py [speed] [windows] [start] [long]

speed    articles and words a second over PolNeAR's development part, share of time outside the network, 1 against 2 threads, peak memory
windows  share of outermost quotes that change when all windows are moved
start    seconds from import to the first quote, in a new process
long     peak memory over one text of 200,000 words
Needs MEDIA_STUDY_CORPORA. Compare ratios within one run only: machines are noisy.
"""
import resource, subprocess, sys, time

def articles(n=84):
    from media_study.training.corpora import polnear
    return [(e.id, e.text) for e, _ in zip(polnear("dev"), range(n))]

def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024

def timed_network():
    "Seconds spent in the network, in a list that grows"
    from media_study.encoder import Encoder
    spent, run = [0.], Encoder._run
    def timed(self, *args):
        t = time.perf_counter()
        try: return run(self, *args)
        finally: spent[0] += time.perf_counter() - t
    Encoder._run = timed
    return spent

def speed():
    from media_study.encoder import Encoder
    from media_study.pipeline import annotate
    from media_study.text import words
    spent, texts = timed_network(), articles()
    annotate(texts[0][1], language="en"); spent[0] = 0
    t = time.perf_counter(); n = 0
    for i, x in texts: annotate(x, id=i, language="en"); n += len(words(x))
    t = time.perf_counter() - t
    print(f"{len(texts)/t:.2f} articles and {n/t:.0f} words a second; {100*(1 - spent[0]/t):.0f} % of the time outside the network; peak memory {peak()} MB")
    took = {}
    for threads in (1, 2, 1, 2):
        net = Encoder(threads=threads); t = time.perf_counter()
        for _, x in texts[:20]: net.read(x)
        took.setdefault(threads, []).append(time.perf_counter() - t)
    print(f"two threads read {min(took[1])/min(took[2]):.2f} times as fast as one")

def windows():
    from media_study.encoder import WINDOW, Encoder
    from media_study.pipeline import annotate
    read = Encoder.read
    def quotes(first):
        Encoder.read = lambda self, text, spans=None, size=8, first=first: read(self, text, spans, size, first)
        return {(i, tuple(map(tuple, q.content))) for i, x in articles() for q in annotate(x, id=i, language="en").quotes if not q.nested_in}
    base = quotes(WINDOW)
    for first in (120, 160, 200):
        moved = quotes(first)
        print(f"first window {first}: {100*len(base ^ moved)/len(base | moved):.1f} % of quotes change, {100*len(base ^ moved)/(len(base) + len(moved)):.1f} % of each side")

def start():
    code = "import time; t = time.perf_counter(); from media_study import annotate; a = annotate('“We agree,” said Ann Lee, the minister.', language='en'); print(len(a.quotes), round(time.perf_counter() - t, 2))"
    for _ in range(3): print("quotes, seconds:", subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip())

def long():
    from media_study.pipeline import annotate
    text = "\n\n".join(x for _, x in articles())
    while len(text.split()) < 200_000: text += "\n\n" + text
    text = " ".join(text.split(" ")[:200_000]); t = time.perf_counter()
    a = annotate(text, language="en")
    print(f"{len(a.quotes)} quotes in {len(text.split()):,} words, {time.perf_counter() - t:.0f} s, peak memory {peak()} MB")

if __name__ == "__main__":
    for name in sys.argv[1:] or ("speed", "windows", "start", "long"): globals()[name]()
