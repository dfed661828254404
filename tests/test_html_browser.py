"""The HTML report as a person uses it, in a real headless Chromium.

Debian: apt-get install chromium chromium-driver. Where there is none these tests are
skipped; FACTCHECK_REQUIRE_BROWSER=1 makes that a failure.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from large_comparison import large_comparison
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from test_html import dismissed
from test_reports import HOSTILE, hostile

from factcheck import Comparison, Document, compare, render
from factcheck.report.view import View

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
SCHEMES = ("light", "dark")


@dataclass
class Browser:
    """One Chromium; ``show`` opens a report in it and clears what was logged before."""

    driver: webdriver.Chrome
    folder: Path

    def show(self, report: str, scheme: str = "light", width: int = 1440, height: int = 900) -> None:
        path = self.folder / "report.html"
        path.write_text(report, encoding="utf-8")
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}], "media": ""}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        self.logs("browser")
        self.logs("performance")
        self.driver.get(path.as_uri())

    def logs(self, name: str) -> list[dict[str, Any]]:
        return self.driver.get_log(name)  # type: ignore[no-untyped-call, no-any-return]

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def count(self, selector: str) -> int:
        """Elements that are rendered, wherever the page is scrolled to."""
        script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length"
        return int(self.run(script, selector))

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def click(self, selector: str) -> None:
        self.run("arguments[0].click()", self.one(selector))

    def wait(self, holds: Callable[[], bool]) -> None:
        WebDriverWait(self.driver, 5, poll_frequency=0.02).until(lambda _: holds())

    @property
    def active(self) -> str:
        """The text of the claim that has the focus, or nothing."""
        script = "return document.activeElement.matches('.claim') ? document.activeElement.innerText : ''"
        return str(self.run(script))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None or DRIVER is None:
        reason = "no chromium and chromedriver: apt-get install chromium chromium-driver"
        if os.environ.get("FACTCHECK_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield Browser(driver, tmp_path_factory.mktemp("pages"))
    finally:
        driver.quit()


@cache
def story(name: str) -> Comparison:
    return compare(*sorted(str(path) for path in (ROOT / "articles" / name).iterdir()))


@cache
def page(name: str) -> str:
    return render(story(name), "html")


# Nothing goes wrong, nothing goes out -----------------------------------------------------------


def requests(browser: Browser) -> list[str]:
    """The addresses asked for, without those that the policy stopped."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.logs("performance")]
    stopped = {
        m["params"]["requestId"]
        for m in messages
        if m["method"] == "Network.loadingFailed" and m["params"].get("blockedReason") == "csp"
    }
    return [
        m["params"]["request"]["url"]
        for m in messages
        if m["method"] == "Network.requestWillBeSent" and m["params"]["requestId"] not in stopped
    ]


def test_no_request_leaves_the_page_and_the_console_stays_empty(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    for keys in ("n", Keys.ARROW_RIGHT, Keys.ENTER, "/", "dam", Keys.ESCAPE, "?", Keys.ESCAPE):
        browser.press(keys)
    for button in ("theme", "agreed", "skipped"):
        browser.click(f"[data-act={button}]")
    browser.driver.execute_cdp_cmd("Page.printToPDF", {})
    assert browser.logs("browser") == []
    asked = requests(browser)
    assert [url for url in asked if not url.startswith("data:")] == [browser.driver.current_url]


def test_the_policy_stops_what_the_page_did_not_bring(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.run(
        """const image = new Image(); image.src = "https://example.org/x.png"; document.body.append(image);
        const script = document.createElement("script"); script.textContent = "document.title = 'broken'";
        document.body.append(script);"""
    )
    browser.wait(lambda: len(browser.all("body > img")) == 1)
    assert browser.driver.title != "broken"
    assert not [url for url in requests(browser) if url.startswith("http")]


@pytest.mark.parametrize(("reason", "text"), HOSTILE, ids=[h[0] for h in HOSTILE])
def test_hostile_text_is_inert(browser: Browser, reason: str, text: str) -> None:
    browser.show(render(hostile(text), "html", View(explain=True)))
    browser.click(".claim")
    assert browser.logs("browser") == []
    assert browser.all("body img, body b, body iframe") == []
    assert len(browser.all("body script")) == 1
    assert browser.count(".details .finding") >= 1
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


# Looking at a claim ------------------------------------------------------------------------------


def test_pointing_at_a_claim_draws_its_links_and_shows_the_reason(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    assert browser.count(".lines path") == 0
    claim = browser.one(".claim.conflicting")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", claim)
    ActionChains(browser.driver).move_to_element(claim).perform()
    browser.wait(lambda: len(browser.all(".lines path.conflict")) == 1)
    links = (claim.get_attribute("data-links") or "").split()
    assert len(browser.all(".lines path")) == len(links)
    assert len(browser.all(".claim.partner")) == len(links)
    details = browser.one(".details").text
    assert "Conflict" in details
    assert "three weeks" in details
    assert "10 days" in details
    assert "cannot both hold: 21 days against 10 days" in details


def ends_apart(browser: Browser) -> float:
    """The farthest that an end of the first conflict's line is from its claim, in pixels."""
    ends: list[list[float]] = browser.run(
        """const path = document.querySelector(".lines path.conflict"), frame = path.ownerSVGElement
        .getBoundingClientRect(), all = path.getTotalLength();
        const partner = document.querySelector(".claim.partner");
        const at = (n) => path.getPointAtLength(n), end = (p) => [p.x + frame.left, p.y + frame.top];
        const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.right, b.top, b.bottom] };
        return [end(at(0)), end(at(all)), box(document.activeElement), box(partner)];"""
    )
    return max(
        max(min(abs(x - left), abs(x - right)), top - y, y - bottom)
        for (x, y), (left, right, top, bottom) in zip(ends[:2], ends[2:], strict=True)
    )


def test_a_line_ends_at_both_claims(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.press("n")
    browser.wait(lambda: len(browser.all(".lines path")) > 0)
    browser.wait(lambda: ends_apart(browser) < 2)


def test_a_partner_far_down_comes_level(browser: Browser) -> None:
    browser.show(render(large_comparison(claims=1000, sources=2), "html"))
    browser.run("const a = document.querySelectorAll('.matrix tr.conflict a'); a[a.length >> 1].click()")
    browser.wait(lambda: len(browser.all(".lines path.conflict")) == 1)
    browser.wait(lambda: ends_apart(browser) < 2)
    apart = """const top = (e) => e.getBoundingClientRect().top;
        return Math.abs(top(document.activeElement) - top(document.querySelector(".claim.partner")));"""
    browser.wait(lambda: browser.run(apart) < 5)


def test_a_click_keeps_a_claim_and_escape_lets_it_go(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.click(".claim.conflicting")
    assert browser.count(".claim.kept") == 1
    other = browser.one(".claim.single-source")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", other)
    ActionChains(browser.driver).move_to_element(other).perform()
    assert "conflicting" in browser.one(".details h3").text
    browser.press(Keys.ESCAPE)
    assert browser.count(".claim[aria-current]") == 0
    browser.wait(lambda: not browser.all(".lines path"))


def test_a_value_of_the_matrix_leads_to_its_claim(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.click(".matrix tr.conflict td a")
    assert browser.run("return document.activeElement.matches('.claim.conflicting')")
    assert browser.run(
        "const b = document.activeElement.getBoundingClientRect();"
        "return b.top >= 0 && b.bottom <= innerHeight"
    )


def test_facts_on_which_no_source_differs_unfold(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    before = browser.count(".matrix tbody tr")
    browser.click("[data-act=agreed]")
    assert browser.count(".matrix tbody tr") > before
    assert browser.one("[data-act=agreed]").get_attribute("aria-expanded") == "true"


def test_a_dismissed_link_is_marked(browser: Browser) -> None:
    comparison = dismissed(story("csto-withdrawal"))
    browser.show(render(comparison, "html"))
    browser.click(".claim:has(.tag.dismissed)")
    assert "Dismissed" in browser.one(".details").text
    assert "other repairs" in browser.one(".details").text


# Filters and search ----------------------------------------------------------------------------


@pytest.mark.parametrize("verdict", ["conflicting", "corroborated", "single-source"])
def test_a_verdict_filters(browser: Browser, verdict: str) -> None:
    browser.show(page("csto-withdrawal"))
    wanted = sum(c.verdict == verdict for c in story("csto-withdrawal").claims)
    browser.click(f".filters [data-verdict={verdict}]")
    assert browser.count(".claim") == browser.count(f".claim.{verdict}") == wanted
    assert browser.one("#shown").text == f"{wanted} of {len(story('csto-withdrawal').claims)} claims"
    browser.click(".filters [type=reset]")
    assert browser.count(".claim") == len(story("csto-withdrawal").claims)


def test_a_kind_of_fact_filters(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.run(
        """const kind = document.querySelector("#kind"); kind.value = "duration";
        kind.dispatchEvent(new Event("change", {bubbles: true}));"""
    )
    wanted = sum(any(f.kind == "duration" for f in c.facts) for c in story("csto-withdrawal").claims)
    assert browser.count(".claim") == wanted
    assert browser.count(".matrix tbody tr:not([data-kind=duration])") == 0


def test_a_source_filters(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.click(".filters [data-source='1']")
    assert browser.count(".column") == 2
    assert browser.count(".matrix thead th") == 3
    hidden = story("csto-withdrawal").sources[1].id
    assert browser.count(".claim") == sum(c.source != hidden for c in story("csto-withdrawal").claims)


def test_search_finds_all_words_and_paints_them(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    total = browser.count(".claim")
    browser.press("/", "Withdrawal weeks")
    browser.wait(lambda: browser.count(".claim") < total)
    assert browser.count(".claim") == 1
    assert browser.run("return CSS.highlights.get('search').size") == 2
    browser.press(Keys.ESCAPE)
    browser.wait(lambda: browser.count(".claim") == total)


def test_a_search_without_a_hit_shows_none(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.press("/", "zebra crossing")
    browser.wait(lambda: browser.one("#shown").text.startswith("0 of"))
    assert browser.logs("browser") == []


# Keys --------------------------------------------------------------------------------------------


def test_arrow_keys_move_among_the_claims(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    texts = [c.text.split()[-1] for c in story("csto-withdrawal").claims]
    assert len(browser.all(".claim[tabindex='0']")) == 1
    browser.run("document.querySelector('.claim').focus()")
    first = browser.active
    browser.press(Keys.ARROW_DOWN)
    second = browser.active
    assert texts[0] in first
    assert texts[1] in second
    browser.press(Keys.ARROW_UP)
    assert browser.active == first
    browser.press(Keys.ARROW_UP)
    assert browser.active == first
    assert len(browser.all(".claim[tabindex='0']")) == 1


def test_the_right_arrow_goes_to_the_partner(browser: Browser) -> None:
    browser.show(page("market-blast"))
    browser.press("n")
    here = browser.active
    browser.press(Keys.ARROW_RIGHT)
    partner = browser.run("return document.activeElement.classList.contains('conflicting')")
    assert partner
    assert browser.active != here


def test_n_and_p_walk_through_the_conflicts(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    seen = []
    for _ in range(story("csto-withdrawal").summary.conflicting):
        browser.press("n")
        seen.append(browser.active)
    assert len(set(seen)) == len(seen) == 4
    browser.press("p")
    assert browser.active == seen[-2]


def test_tab_reaches_everything_once(browser: Browser) -> None:
    """Claims are one stop, whatever their number."""
    browser.show(page("csto-withdrawal"))
    stops = []
    for _ in range(60):
        browser.press(Keys.TAB)
        at = browser.run("const e = document.activeElement; return e === document.body ? '' : e.className")
        stops.append(at)
        if "claim" in at.split():
            break
    assert sum("claim" in stop.split() for stop in stops) == 1


def test_the_keys_are_listed(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.press("?")
    assert browser.one("dialog").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.one("dialog").is_displayed()


# Light, dark, phone, paper, access ---------------------------------------------------------------


def background(browser: Browser) -> list[int]:
    script = "return getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)"
    found: list[int] = browser.run(script)
    return found


def test_the_theme_follows_the_system_and_the_switch(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"), "dark")
    assert max(background(browser)) < 60
    browser.click("[data-act=theme]")
    assert min(background(browser)) > 200
    browser.show(page("csto-withdrawal"), "light")
    assert min(background(browser)) > 200
    browser.click("[data-act=theme]")
    browser.click("[data-act=theme]")
    assert max(background(browser)) < 60
    assert browser.one("[data-act=theme]").text == "Theme: dark"


def test_a_phone_shows_the_details_as_a_sheet(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"), width=390, height=844)
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert not browser.one(".details").is_displayed()
    browser.click(".claim.conflicting")
    assert browser.one(".details").is_displayed()
    assert browser.run(
        """const box = (name) => document.querySelector(name).getBoundingClientRect();
        return box(".claim.kept").top >= 0 && box(".claim.kept").bottom <= box(".details").top"""
    )
    browser.click(".close")
    assert not browser.one(".details").is_displayed()


def test_on_paper_every_claim_has_its_reason(browser: Browser) -> None:
    browser.show(page("csto-withdrawal"))
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert browser.count(".claim > .why") == len(story("csto-withdrawal").claims)
    assert browser.count(".filters, .details, .actions") == 0
    assert min(background(browser)) == 255
    pdf = base64.b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF")


def test_without_scripts_the_report_is_whole(browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.show(page("csto-withdrawal"))
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert browser.count(".claim > .why") == len(story("csto-withdrawal").claims)
    assert browser.count(".filters, .details") == 0
    assert browser.count(".matrix tbody tr") > 2


AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("name", "reviewed", "width"), [("csto-withdrawal", False, 1440), ("sarvan-earthquake", True, 390)]
)
def test_no_serious_violation_of_accessibility(
    browser: Browser, name: str, reviewed: bool, width: int, scheme: str
) -> None:
    comparison = dismissed(story(name)) if reviewed else story(name)
    browser.show(render(comparison, "html"), scheme, width, height=900)
    browser.click(".claim.corroborated")
    browser.click("[data-act=agreed]")
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    browser.run(AXE)
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(r.violations))"
    )
    serious = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in serious] == []


# Size ------------------------------------------------------------------------------------------


def loaded(browser: Browser) -> float:
    """Milliseconds from the start of the navigation to the second frame after loading."""
    script = """const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));"""
    return float(browser.driver.execute_async_script(script))


def test_a_hundred_claims_show_within_a_second(browser: Browser) -> None:
    browser.show(render(large_comparison(claims=100, sources=3), "html"))
    assert loaded(browser) < 1000
    assert browser.count(".claim") == 100


def test_notebook_frame_works_without_an_origin(browser: Browser) -> None:
    fragment = story("csto-withdrawal")._repr_html_()
    browser.show(f"<!doctype html><title>notebook</title>{fragment}")
    browser.driver.switch_to.frame(browser.one("iframe"))
    try:
        browser.click(".claim.conflicting")
        assert browser.count(".claim.kept") == 1
    finally:
        browser.driver.switch_to.default_content()
    assert browser.logs("browser") == []


def test_two_sources_of_two_events_say_so(browser: Browser) -> None:
    storms = sorted(str(path) for path in (ROOT / "tests" / "siblings").iterdir())
    browser.show(render(compare(*storms), "html"))
    assert "seem to report different events" in browser.one(".notices").text


def test_articles_without_claims_make_a_page(browser: Browser) -> None:
    empty = compare(Document("a", "", "a.txt"), Document("b", "Flood", "b.txt"))
    browser.show(render(empty, "html"))
    browser.press("n", Keys.ARROW_DOWN, "/", "x", Keys.ESCAPE)
    assert browser.one("#shown").text == "0 claims"
    assert browser.logs("browser") == []
