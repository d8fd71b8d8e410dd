"Headless Chromium, and folders served to it from this machine."
import csv, functools, http.server, json, shutil, threading
from pathlib import Path
import pytest

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT/"build"/"screenshots"
AXE = ROOT/".venv"/"axe"/"node_modules"/"axe-core"/"axe.min.js"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents: item.add_marker(pytest.mark.browser)


class Browser:
    "One window of Chromium that remembers what it asked for and what went wrong"
    def __init__(self):
        from selenium import webdriver
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--hide-scrollbars"): options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(120)

    def open(self, url:str, width:int=1200, dark:bool=False):
        "Open a page in a window of this width, after forgetting what was before"
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        for kind in ("performance", "browser"): self.driver.get_log(kind)
        self.driver.get(url)

    def run(self, script:str, *args): return self.driver.execute_script(script, *args)

    def errors(self) -> list[str]:
        "What the console showed as errors since the page was opened"
        return [m["message"] for m in self.driver.get_log("browser") if m["level"] == "SEVERE" and "favicon.ico" not in m["message"]]

    def outside(self) -> set[str]:
        "Addresses outside this machine that were asked for since the page was opened"
        asked = [json.loads(m["message"])["message"] for m in self.driver.get_log("performance")]
        urls = {m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"}
        return {u for u in urls if not u.startswith(("http://127.0.0.1", "data:", "blob:", "file:", "about:", "chrome"))}

    def overflow(self) -> int:
        "By how many pixels the page is wider than the window"
        return self.run("const e = document.documentElement; return e.scrollWidth - e.clientWidth")

    def wait(self, script:str, seconds:float=20, *args):
        "The first value of `script` that counts as true"
        from selenium.webdriver.support.ui import WebDriverWait
        return WebDriverWait(self.driver, seconds, .2).until(lambda d: d.execute_script(script, *args), f"never true: {script}")

    def shot(self, name:str):
        "Keep a picture of the page"
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(SHOTS/f"{name}.png"))

    def violations(self) -> list[str]:
        "What axe-core finds serious or critical on the page"
        if not AXE.exists(): pytest.skip("axe-core is not installed: npm install --prefix .venv/axe axe-core@4")
        self.run(AXE.read_text(encoding="utf8"))
        found = self.driver.execute_async_script("const done = arguments[0]; axe.run({resultTypes: ['violations']}).then(r => done(r.violations))")
        return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])})" for v in found if v["impact"] in ("serious", "critical")]


@pytest.fixture(scope="session")
def browser():
    pytest.importorskip("selenium", reason="selenium is not installed")
    if not (shutil.which("chromium") and shutil.which("chromedriver")): pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    it = Browser()
    yield it
    it.driver.quit()


@pytest.fixture(scope="session")
def serve():
    "Serve a folder on this machine; gives its address"
    servers = []
    def start(folder:Path) -> str:
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *args): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"
    yield start
    for s in servers: s.shutdown(); s.server_close()


EVIL = "<script>window.boo = 1</script><img src=x onerror='window.boo = 1'><b class=boo>"

@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Path:
    "A folder of articles that are out to break a page: HTML, scripts, marks that turn the direction of writing, words without end, in title, outlet and body"
    folder = tmp_path_factory.mktemp("hostile")/"news"
    shutil.copytree(ROOT/"media_study"/"sample", folder)
    long, turned = "W"*10_000, "\u202egnp.exe\u2066"
    said = f"“{long} {EVIL} </style></title><!-- {turned} is what we want,” said Ana Lee {EVIL}, the minister, on Monday. She said that {EVIL} the {turned} would come. {long}"
    for n in (1, 2): (folder/f"hostile-{n}.txt").write_text(f"{EVIL} {turned} {long}\n\nBy {EVIL}\n\n{said}\n\nAna Lee was not there on Tuesday, she told us, and nobody else was.\n", encoding="utf8")
    with open(folder/"articles.csv", "a", encoding="utf8", newline="") as f:
        csv.writer(f).writerows([["hostile-1.txt", f"{EVIL}{turned}", "2023-06-19", "javascript:window.boo=1", ""], ["hostile-2.txt", long, "2023-06-20", "", f"{EVIL} {turned} {long}"]])
    return folder


@pytest.fixture(scope="session")
def hostile_notebook(hostile) -> Path:
    "A notebook that shows the hostile articles in every way there is; not run yet"
    import nbformat
    from nbformat.v4 import new_code_cell, new_notebook
    study = repr(str(hostile.parent/"study"))
    shows = [f"from media_study import *\nfrom media_study.differing import compare_words\nstudy = Study.build({str(hostile)!r}, {study})\nstudy", "evil = study.record('hostile-1')\nevil", "evil.quotes[0]", "evil.entities[0]", "evil.show(evil.quotes[0])",
             "study.quotes[study.quotes.article == 'hostile-1']", "study.articles", "study.show(study.quotes[study.quotes.article == 'hostile-2'].iloc[0])", "compare_words(evil.text, study.record('hostile-2').text[5:])",
             "shared = study.utterances()\nutterance(shared, shared[shared.article == 'hostile-1'].utterance.iloc[0])", "plot_matrix(study.voices());", "study.explore()"]
    path = hostile.parent/"hostile.ipynb"
    nb = new_notebook(cells=[new_code_cell(s) for s in shows], metadata={"kernelspec": {"name": "python3", "display_name": "python3", "language": "python"}})
    nbformat.write(nb, path)
    return path
