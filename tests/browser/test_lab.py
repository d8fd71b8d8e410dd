"The worked studies in JupyterLab itself: opened, run from top to bottom, looked at."
import importlib.util, os, shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import nbformat, pytest
from conftest import ROOT

STUDIES = sorted((ROOT/"nbs"/"studies").glob("*.ipynb"))
pytestmark = [pytest.mark.skipif(not STUDIES, reason="there is no nbs/studies"),
              pytest.mark.skipif(not importlib.util.find_spec("jupyterlab"), reason="JupyterLab is not installed: make .venv/lab")]
CELLS = "jupyterapp.shell.currentWidget.content"


def without_slow_cells(notebook, folder):
    "Copy a notebook, but for the cells that are too slow to be run each time"
    nb = nbformat.read(notebook, 4)
    nb.cells = [c for c in nb.cells if not c.source.startswith("#| slow")]
    nbformat.write(nb, folder/notebook.name)


@pytest.fixture(scope="module")
def lab(tmp_path_factory, hostile_notebook):
    "JupyterLab on a copy of the studies, its application open to scripts; gives its address"
    folder = tmp_path_factory.mktemp("lab")
    for f in STUDIES: without_slow_cells(f, folder)
    shutil.copy(hostile_notebook, folder)
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


def run_all(browser, address) -> list[dict]:
    "Open a notebook, run all its cells; gives them with their outputs"
    browser.open(f"{address}?reset")  # nothing of what was open before
    ready = "w?.context?.path === arguments[0] && w.content?.model?.cells?.length && w.sessionContext?.session?.kernel?.status === 'idle'"
    browser.wait(f"const w = window.jupyterapp?.shell.currentWidget; return {ready}", 180, address.rpartition("/")[2])
    browser.run("window.ran = false; jupyterapp.commands.execute('notebook:run-all-cells').then(() => { window.ran = true })")
    browser.wait("return window.ran && jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'", 300)
    cells = browser.run(f"return {CELLS}.model.toJSON().cells")
    assert [c["source"] for c in cells if any(o["output_type"] == "error" for o in c.get("outputs", []))] == []
    assert any(c.get("execution_count") for c in cells)
    return cells


def go_to(browser, n:int):
    "Bring a cell of the notebook into the window"
    browser.run(f"{CELLS}.activeCellIndex = arguments[0]; return {CELLS}.scrollToItem(arguments[0], 'start')", n)


@pytest.mark.parametrize("study", [f.name for f in STUDIES])
def test_study_runs(browser, lab, study):
    run_all(browser, f"{lab}/{study}")
    browser.shot(f"lab-{study}")


def test_explorer_reacts_to_a_click(browser, lab):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import Select
    cells = run_all(browser, f"{lab}/beijing_visit.ipynb")
    go_to(browser, next(i for i, c in enumerate(cells) if "study.explore()" in c["source"] and c["cell_type"] == "code"))
    browser.wait("return document.querySelector('.widget-select select')")
    shown, lines = "return document.querySelector('.widget-html .ms-article').innerText", browser.driver.find_element(By.CSS_SELECTOR, ".widget-select select")
    before, options = browser.run(shown), len(Select(lines).options)
    Select(lines).options[3].click()
    browser.wait(f"return (() => {{ {shown} }})() !== {before!r} && document.querySelector('.widget-html mark.q')")
    kind = browser.driver.find_elements(By.CSS_SELECTOR, ".widget-dropdown select")[2]
    Select(kind).select_by_visible_text("direct")
    browser.wait(f"const n = document.querySelector('.widget-select select').options.length; return n > 0 && n < {options}")
    browser.shot("lab-explorer")


def test_hostile_text_is_text(browser, lab, hostile_notebook):
    cells = run_all(browser, f"{lab}/{hostile_notebook.name}")
    for i, c in enumerate(cells):
        if c["cell_type"] != "code": continue
        go_to(browser, i)
        browser.shot(f"lab-hostile-{i}")
        assert browser.run("return window.boo") is None
        assert browser.run("return document.querySelectorAll('.jp-OutputArea-output :is(script, img[src=x], b.boo)').length") == 0
    assert not browser.outside()
