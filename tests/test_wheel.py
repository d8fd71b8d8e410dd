"The wheel as a user installs it: models, tables and sample inside, importable from anywhere, the command in place."
import os, subprocess, sys, venv, zipfile
from pathlib import Path
import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT/"media_study"


def run(*args, **kwargs):
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run([str(a) for a in args], capture_output=True, text=True, stdin=subprocess.DEVNULL, env=env, **kwargs)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    "The wheel, built from the files git knows, in a folder of its own"
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in run("git", "ls-files", "-z", cwd=ROOT).split("\0"):
        if name and (ROOT/name).is_file() and not name.startswith("nbs/"):
            (source/name).parent.mkdir(parents=True, exist_ok=True)
            (source/name).write_bytes((ROOT/name).read_bytes())
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, source)
    return next(out.glob("*.whl"))


def test_holds_what_the_package_reads(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f.relative_to(ROOT).as_posix() for kind in ("models", "data", "sample") for f in (PACKAGE/kind).rglob("*")
              if f.is_file() and "__pycache__" not in f.parts}
    wanted |= {f.relative_to(ROOT).as_posix() for f in PACKAGE.rglob("*.py")}
    tracked = set(run("git", "ls-files", cwd=ROOT).splitlines())
    assert wanted & tracked <= inside, sorted(wanted & tracked - inside)
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith(("tests", "nbs", "tools"))]


def test_installed_elsewhere(wheel, tmp_path):
    "A new environment that holds only the wheel, and sees the other packages through a path file, so that nothing is fetched"
    env = tmp_path/"env"
    venv.create(env, with_pip=False)
    python = env/"bin"/"python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    (site/"others.pth").write_text(run(sys.executable, "-c", where).strip() + "\n")
    found = run(python, "-c", "import media_study; print(media_study.__file__, media_study.__version__)", cwd=tmp_path)
    assert str(env) in found, found
    assert "annotate" in run(env/"bin"/"media-study", "--help", cwd=tmp_path)
