"""Whether memory grows with the number of articles, and what a killed run loses: `python tests/bench_stream.py FOLDER [N] [JOBS]` (N articles, default 2,000, made by repeating those of FOLDER)."""
import json, os, resource, signal, subprocess, sys, tempfile, time
from pathlib import Path
from media_study.article import Article, Failure
from media_study.pipeline import annotate_all
from media_study.reading import read

def repeated(folder, n):
    "Each copy has a number in its first line, so that no two texts are the same"
    real = [a for a in read(folder) if isinstance(a, Article)]
    for i in range(n):
        a = real[i % len(real)]
        yield Article(f'{a.id}-{i}', f'Copy number {i}\n\n{a.text}', a.source)

def bad(folder):
    "A folder, a binary, an empty file, a file without permission, half a character, a line of 300 million, an id twice, a good article"
    folder = Path(folder)
    (folder / 'folder.txt').mkdir()
    (folder / 'binary.txt').write_bytes(os.urandom(5000))
    (folder / 'empty.txt').write_text('')
    (folder / 'denied.txt').write_text('no')
    (folder / 'denied.txt').chmod(0)
    with open(folder / 'lines.jsonl', 'w') as f:
        f.write('{"id": "half", "text": "abc \\ud83d"}\n{"id": "long", "text": "')
        for _ in range(60): f.write('word ' * 1_000_000)
        f.write('"}\n{"id": "good", "text": "The ferry is back."}\n{"id": "good", "text": "The ferry is gone."}\n')

def memory(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

def stream(folder, n, jobs):
    start = time.perf_counter()
    for i, r in enumerate(annotate_all(repeated(folder, n), jobs=jobs), 1):
        if isinstance(r, Failure): print(r)
        if i % max(1, n // 10) == 0: print(f'{i:6,} articles, {i/(time.perf_counter()-start):.2f} a second, peak memory {memory():.0f} MB', flush=True)

def killed(folder, n):
    code = 'import sys; sys.path.insert(0, "tests")\nfrom bench_stream import *\nfor r in annotate_all(repeated(sys.argv[1], int(sys.argv[2])), store=sys.argv[3]): print(r.id, flush=True)'
    with tempfile.TemporaryDirectory() as kept:
        p = subprocess.Popen([sys.executable, '-c', code, folder, str(n), kept], stdout=subprocess.PIPE, text=True)
        for _ in range(n // 2): p.stdout.readline()
        p.send_signal(signal.SIGKILL); p.wait()
        there = len(list(Path(kept).rglob('*.json.gz')))
        out = [r.id for r in annotate_all(repeated(folder, n), store=kept)]
        print(f'killed with {there} of {n} kept; run again: {len(out)} articles, {len(set(out))} of them different')

if __name__ == '__main__':
    folder, n, jobs = sys.argv[1], int((sys.argv[2:] or [2000])[0]), int((sys.argv[3:] or [1])[0])
    with tempfile.TemporaryDirectory() as d:
        bad(d)
        for r in annotate_all(read(d)): print(r.id, '->', getattr(r, 'error', 'annotated')[:110])
    killed(folder, min(n, 40))
    stream(folder, n, jobs)
