"""How long an HTML report of many claims takes: to write, to open, to point, to search.

    python benchmarks/html_speed.py [CLAIMS [SOURCES]]

Needs chromium and chromedriver. Times are milliseconds: of opening, from the start of the
navigation to the second frame; of the rest, from the event to the second frame after it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from factcheck import render

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from large_comparison import large_comparison

_FRAMES = "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)))"
#: what a person does -> script
ACTIONS = {
    "point at a claim": "claim.dispatchEvent(new PointerEvent('pointerover', "
    "{bubbles: true, pointerType: 'mouse'}))",
    "click on one far down": "all[all.length - 1].click()",
    "unfold the agreed facts": "document.querySelector('[data-act=agreed]').click()",
    "conflicts only": "document.querySelector('.filters [data-verdict=conflicting]').click()",
    "all again": "document.querySelector('.filters [type=reset]').click()",
    "search (120 ms of waiting for more keys)": "const s = document.querySelector('#search'); "
    "s.value = 'block 77'; s.dispatchEvent(new Event('input', {bubbles: true})); "
    "await new Promise(go => setTimeout(go, 121))",
}


def _timed(driver: webdriver.Chrome, action: str) -> float:
    script = (
        "const done = arguments[0]; const begun = performance.now();"
        "const all = [...document.querySelectorAll('.claim')]; const claim = all[all.length >> 1];"
        f"(async () => {{ {action}; {_FRAMES}; }})()"
    )
    return float(driver.execute_async_script(script))


def main(claims: int = 5000, sources: int = 3) -> None:
    comparison = large_comparison(claims, sources)
    begun = time.perf_counter()
    page = render(comparison, "html")
    print(f"{claims} claims, {len(comparison.links)} links, {len(page.encode()) / 1e6:.1f} MB")
    print(f"{1000 * (time.perf_counter() - begun):8.0f} ms  write")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,900"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.html"
            path.write_text(page, encoding="utf-8")
            driver.get(path.as_uri())
            opened = f"const done = arguments[0]; const begun = 0; {_FRAMES}"
            print(f"{driver.execute_async_script(opened):8.0f} ms  open")
            for name, action in ACTIONS.items():
                print(f"{_timed(driver, action):8.0f} ms  {name}")
    finally:
        driver.quit()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
