"The command line as it is typed."
import json, os, re, signal, subprocess, sys
import pytest
from media_study.cli import comments, main, run_annotate, run_init, run_study

CODE = [sys.executable, '-c', 'import sys; from media_study.cli import main; sys.exit(main())']

@pytest.fixture
def news(tmp_path):
    folder = tmp_path / 'news'
    folder.mkdir()
    (folder / 'ferry.txt').write_bytes('Ferry to sail again in May\r\n\r\nThe ferry to Lisbon will sail again in May, the port told reporters in the city on Monday.\r\n\r\n“The boats are ready,” said Ana Lee, who is the transport minister. “Ça va.”\r\n'.encode())
    (folder / 'crews.txt').write_text('Crews return to the boats\n\nThe port of Lisbon said on Monday that the crews were ready to return to their boats.\n\nNobody else was there to say more about it.\n', encoding='utf8')
    return folder

def run(capfd, *args):
    try: status = main([str(a) for a in args])
    except SystemExit as e: status = e.code
    out = capfd.readouterr()
    return status, out.out, out.err

def test_annotate_prints_the_contract(news, capfd):
    (news / 'broken.txt').write_bytes(b'\x00\x01' * 500)
    status, out, err = run(capfd, 'annotate', news / 'ferry.txt', news / 'broken.txt', news / 'crews.txt')
    rows = [json.loads(l) for l in out.split('\n')[:-1]]
    assert status == 1 and [r['id'] for r in rows] == ['ferry', 'broken', 'crews'] and set(rows[1]) == {'id', 'source', 'error'} and '1 of 3 could not be read' in err
    with open(news / 'ferry.txt', encoding='utf8', newline='') as f: assert rows[0]['text'] == f.read()
    assert 'Ça va' in out and {'schema', 'version', 'model', 'blocks', 'mentions', 'entities', 'quotes', 'dates', 'markers', 'references', 'anchor', 'bylines'} <= set(rows[0])
    assert run(capfd, 'annotate', news / 'ferry.txt')[0] == 0

def test_max_chars_and_keep(news, capfd):
    status, out, err = run(capfd, 'annotate', news, '--max-chars', 5)
    assert status == 1 and all('too long' in json.loads(l)['error'] for l in out.split('\n')[:-1])
    first = run(capfd, 'annotate', news, '--keep', news.parent / 'kept')
    assert first[1] == run(capfd, 'annotate', news, '--keep', news.parent / 'kept')[1] and first[0] == 0

def test_study(news, capfd):
    status, out, err = run(capfd, 'study', news, '-o', news.parent / 'out')
    assert status == 0 and 'Counted:' in out and re.search(r'^crews ', out, re.M) and re.search(r'^ferry ', out, re.M) and 'Study.open' in err
    (news / 'articles.csv').write_text('file,outlet\nferry.txt,The Tagus Post\n')
    assert re.search(r'^The Tagus Post +1', run(capfd, 'study', news, '-o', news.parent / 'out')[1], re.M)
    (news / 'more.txt').write_text('“One more,” said Ana Lee.')
    assert run(capfd, 'study', news / 'more.txt', '-o', news.parent / 'out', '--add')[0] == 0

def test_the_table_of_outlets_counts_as_that_of_speakers(tmp_path, capfd):
    _, out, _ = run(capfd, 'demo', '-o', tmp_path / 'out')
    quotes, words = re.search(r'Counted: (\d+) outermost .*?, ([\d,]+) words; without \d+ of the outlets', out).groups()
    rows = [re.split(r'  +', l) for l in out.split('\noutlet ')[1].splitlines()[1:] if l]
    assert (sum(int(r[2]) for r in rows), sum(int(r[3].replace(',', '')) for r in rows)) == (int(quotes), int(words.replace(',', '')))

def test_study_of_nothing(tmp_path, capfd):
    (tmp_path / 'empty').mkdir()
    for where in ('none', 'empty'):
        status, out, err = run(capfd, 'study', tmp_path / where, '-o', tmp_path / 'out')
        assert status == 2 and not out and 'no article' in err and 'Traceback' not in err and not (tmp_path / 'out').exists()
    status, out, err = run(capfd, 'study', tmp_path / 'empty', '-o', tmp_path / 'out', '--add')
    assert status == 2 and 'no study' in err

def test_wrong_corrections_are_one_line(news, capfd):
    (news / 'corrections.csv').write_text('article,start,end,text,action,value\nferry,1,5,nope,strike,\n')
    status, out, err = run(capfd, 'study', news, '-o', news.parent / 'out')
    assert status == 2 and 'corrections.csv line 2' in err and 'Traceback' not in err

def test_init(news, capfd):
    assert run(capfd, 'init', news)[0] == 0 and (news / 'articles.csv').is_file()
    assert run(capfd, 'init', news / 'none')[0] == 2

@pytest.mark.parametrize('command', [[], ['init'], ['annotate'], ['study'], ['demo']])
def test_help_teaches(command, capfd):
    status, out, err = run(capfd, *command, '--help')
    assert status == 0 and 'media-study ' + ' '.join(command) in out and ('examples:' in out or 'start with:' in out)
    for f in (run_init, run_annotate, run_study): assert all(comments(f).values())

@pytest.mark.parametrize('args', [[], ['annotat'], ['annotate'], ['annotate', 'x', '--jobs', 'many'], ['study', 'x']])
def test_wrong_arguments(args, capfd):
    status, out, err = run(capfd, *args)
    assert status == 2 and 'usage' in err and not out

def many(folder, n=300):
    with open(folder / 'many.jsonl', 'w') as f:
        for i in range(n): f.write(json.dumps({'id': f'x{i}', 'text': f'Boat {i} is ready, said Ana Lee.'}) + '\n')
    return str(folder / 'many.jsonl')

def test_a_closed_pipe(tmp_path):
    p = subprocess.Popen([*CODE, 'annotate', many(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert p.stdout.readline()
    p.stdout.close()
    err = p.stderr.read().decode()
    assert p.wait(60) == 141 and 'Traceback' not in err and 'BrokenPipe' not in err

@pytest.mark.parametrize('jobs', ['1', '2'])
def test_ctrl_c(tmp_path, jobs):
    p = subprocess.Popen([*CODE, 'annotate', many(tmp_path, 3000), '--jobs', jobs], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert p.stdout.readline()
    os.killpg(p.pid, signal.SIGINT)
    out, err = p.communicate(timeout=60)
    assert p.returncode == 130 and b'stopped' in err and b'Traceback' not in err
    with pytest.raises(ProcessLookupError): os.killpg(p.pid, 0)

def test_without_a_command(capsys):
    "Whoever types the name alone is told what there is"
    assert main([]) == 2
    told = capsys.readouterr()
    assert told.out == '' and all(c in told.err for c in ('annotate', 'study', 'demo', 'report'))
