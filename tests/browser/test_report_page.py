"The report as its reader meets it: a file opened from disk."
import pytest
from conftest import EVIL
from media_study.report import write_report
from media_study.study import Study


@pytest.fixture(scope="module")
def address(tmp_path_factory, hostile):
    "The report of the sample, with hostile articles among the others"
    folder = tmp_path_factory.mktemp("report")
    return write_report(Study.build(hostile, folder/"study"), folder/"report.html").as_uri()


def column(browser, i): return browser.run("return [...document.querySelector('table.sort').tBodies[0].rows].map(r => r.cells[arguments[0]].textContent)", i)


def test_table_is_sorted_by_keyboard(browser, address):
    browser.open(address)
    names = column(browser, 0)
    press = "const b = document.querySelectorAll('table.sort th button')[arguments[0]]; b.focus(); return document.activeElement === b"
    assert browser.run(press, 0)
    from selenium.webdriver.common.keys import Keys
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.run("return document.querySelector('table.sort th').getAttribute('aria-sort')") == "ascending"
    assert column(browser, 0) != names and sorted(column(browser, 0)) == sorted(names)
    assert browser.run(press, 3)
    for order in ("descending", "ascending"):
        browser.driver.switch_to.active_element.send_keys(Keys.SPACE)
        quotes = [int(c.replace(",", "")) for c in column(browser, 3)]
        assert quotes == sorted(quotes, reverse=order == "descending")
        assert browser.run("return [...document.querySelectorAll('table.sort')[0].tHead.rows[0].cells].map(c => c.getAttribute('aria-sort'))").count(order) == 1


def test_quote_leads_to_its_words(browser, address):
    browser.open(address)
    browser.run("document.querySelector('table.sort tbody th a').click()")
    browser.wait("return document.querySelector('details[open] a')")
    said = browser.run("const a = document.querySelector('details[open] a'); a.click(); return a.textContent")
    browser.wait("const here = document.querySelectorAll('mark.here'); return here.length && [...here].some(m => { const r = m.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })")
    browser.shot("report-quote")
    shown = browser.run("return [...document.querySelectorAll('mark.q.here')].map(m => m.textContent).join(' ')")
    assert " ".join(shown.split()).startswith(" ".join(said.split()[:3]).strip("“”"))  # a quotation that holds another is marked in pieces


def test_hostile_text_is_shown_and_nothing_is_asked_for(browser, address):
    browser.open(address)
    assert browser.run("return window.boo") is None and browser.run("return document.images.length + document.querySelectorAll('b.boo').length") == 0
    assert browser.run("return [...document.links].filter(a => !['file:', 'http:', 'https:'].includes(a.protocol)).length") == 0
    said = browser.run("return document.body.textContent")
    assert EVIL in said and "⟨202E⟩gnp.exe⟨2066⟩" in said and "W"*10_000 in said
    assert not browser.errors() and not browser.outside()


@pytest.mark.parametrize("width, dark", [(1200, False), (1200, True), (375, False), (375, True)])
def test_accessible_at_any_width(browser, address, width, dark):
    browser.open(address, width=width, dark=dark)
    browser.shot(f"report-{width}{'-dark' if dark else ''}")
    assert browser.overflow() <= 0
    assert browser.violations() == []
