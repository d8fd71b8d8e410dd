"The worked studies in JupyterLab itself: opened, run from top to bottom, looked at."
import importlib.util, os, shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import pytest
from conftest import ROOT

STUDIES = sorted((ROOT/"nbs"/"studies").glob("*.ipynb"))
pytestmark = [pytest.mark.skipif(not STUDIES, reason="there is no nbs/studies"),
              pytest.mark.skipif(not importlib.util.find_spec("jupyterlab"), reason="JupyterLab is not installed: make .venv/lab")]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    "JupyterLab on a copy of the studies, its application open to scripts; gives its address"
    folder = tmp_path_factory.mktemp("lab")
    for f in STUDIES: shutil.copy(f, folder)
    with socket.socket() as s: s.bind(("127.0.0.1", 0)); port = s.getsockname()[1]
    env = dict(os.environ, JUPYTER_CONFIG_DIR=str(folder/".config"), JUPYTERLAB_SETTINGS_DIR=str(folder/".settings"), JUPYTERLAB_WORKSPACES_DIR=str(folder/".spaces"))
    server = subprocess.Popen([sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser", "--ip=127.0.0.1", f"--port={port}",
                               "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}", "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    for _ in range(240):
        try: urllib.request.urlopen(f"http://127.0.0.1:{port}/api").read(); break
        except (urllib.error.URLError, OSError): time.sleep(.5)
    yield f"http://127.0.0.1:{port}/lab/tree"
    server.terminate()
    server.wait(30)


@pytest.mark.parametrize("study", [f.name for f in STUDIES])
def test_study_runs(browser, lab, study):
    browser.open(f"{lab}/{study}")
    browser.wait("const w = window.jupyterapp?.shell.currentWidget; return w?.content?.model?.cells?.length && w.sessionContext?.session?.kernel?.status === 'idle'", 120)
    browser.run("window.ran = false; jupyterapp.commands.execute('notebook:run-all-cells').then(() => { window.ran = true })")
    browser.wait("return window.ran && jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'", 300)
    cells = browser.run("return jupyterapp.shell.currentWidget.content.model.toJSON().cells")
    browser.shot(f"lab-{study}")
    assert [c["source"] for c in cells if any(o["output_type"] == "error" for o in c.get("outputs", []))] == []
    assert any(c.get("execution_count") for c in cells)
