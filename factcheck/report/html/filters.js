// Filters hide; the counts at the top stay those of the whole comparison.
const form = one(".filters");
const search = one("#search");
const kind = one("#kind");
const rows = all(".matrix tbody tr");
const findings = all("#findings .finding");
const texts = new Map(claims.map((claim) => [claim, one("p", claim).textContent.toLowerCase()]));
const pressed = (button) => button.getAttribute("aria-pressed") === "true";
const press = (button, on) => button.setAttribute("aria-pressed", String(on));
const verdictButtons = all("button[data-verdict]", form);
const sourceButtons = all("button[data-source]", form);
const skippedButton = one("[data-act=skipped]", form);

const wanted = () => {
  const verdicts = new Set(verdictButtons.filter(pressed).map((b) => b.dataset.verdict));
  const sources = new Set(sourceButtons.filter(pressed).map((b) => b.dataset.source));
  const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return { verdicts, sources, terms, kind: kind.value };
};
const hasAll = (text, terms) => terms.every((term) => text.includes(term));
const ofVerdict = (element, want) => !want.verdicts.size || want.verdicts.has(element.dataset.verdict);

const filterClaims = (want) => {
  for (const claim of claims) {
    const kindFits = !want.kind || words(claim.dataset.kinds).includes(want.kind);
    claim.hidden = !(kindFits && ofVerdict(claim, want) && hasAll(texts.get(claim), want.terms));
  }
  const narrowed = want.verdicts.size || want.terms.length || want.kind;
  for (const passage of all(".skipped", columns)) {
    passage.hidden = Boolean(narrowed) || (skippedButton && !pressed(skippedButton));
  }
};

const filterFacts = (want) => {
  for (const row of rows) {
    const kindFits = !want.kind || row.dataset.kind === want.kind;
    row.hidden = !(kindFits && ofVerdict(row, want) && hasAll(row.textContent.toLowerCase(), want.terms));
  }
  if (want.terms.length || want.kind || want.verdicts.has("corroborated")) unfold(true);
};

const filterFindings = () => {
  for (const finding of findings) {
    const ends = words(finding.dataset.claims).map(claimOf);
    finding.hidden =
      ends.every((claim) => !claim || claim.hidden) || ends.some((claim) => claim && columnOf(claim).hidden);
  }
};

// The words found, painted without touching the text: for as many as a person looks through.
const MOST_PAINTED = 400;
const paint = (terms) => {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete("search");
  if (!terms.length) return;
  const found = new Highlight();
  for (const claim of claims.filter(shown).slice(0, MOST_PAINTED)) {
    const walker = document.createTreeWalker(one("p", claim), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const term of terms) {
        const at = node.data.toLowerCase().indexOf(term);
        if (at < 0 || at + term.length > node.length) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        found.add(range);
      }
    }
  }
  CSS.highlights.set("search", found);
};

const applyFilters = () => {
  const want = wanted();
  for (const element of all(".column, .matrix [data-source]")) element.hidden = !want.sources.has(element.dataset.source);
  filterClaims(want);
  filterFacts(want);
  filterFindings();
  const left = claims.filter(shown).length;
  one("#shown").textContent = left === claims.length ? `${left} claims` : `${left} of ${claims.length} claims`;
  paint(want.terms);
  if (active && !shown(active)) activate(null);
  if (!claims.some((claim) => claim.tabIndex === 0 && shown(claim))) roam(claims.find(shown));
  draw();
};

const resetFilters = () => {
  search.value = "";
  kind.value = "";
  for (const button of verdictButtons) press(button, false);
  for (const button of sourceButtons) press(button, true);
  if (skippedButton) press(skippedButton, true);
  applyFilters();
};

const agreedButton = one("[data-act=agreed]");
const unfold = (open) => {
  one("#agreed")?.classList.toggle("folded", !open);
  agreedButton?.setAttribute("aria-expanded", String(open));
};

let typing = 0;
search.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(applyFilters, 120);
});
kind.addEventListener("change", applyFilters);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  resetFilters();
});
form.addEventListener("click", (event) => {
  const button = event.target.closest("button[aria-pressed]");
  if (!button) return;
  press(button, !pressed(button));
  applyFilters();
});
