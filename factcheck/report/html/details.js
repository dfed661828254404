// The panel: the links of the active claim, copied from the list of findings.
const panel = one(".details");
const panelBody = one(".body", panel);
const emptyPanel = [...panelBody.childNodes];
const MOST_LINKS = 12; // of one claim at once; the rest stand in the list of findings

const paragraph = (text, name) => {
  const p = document.createElement("p");
  p.className = name;
  p.textContent = text;
  return p;
};

const copied = (link) => {
  const copy = link.cloneNode(true);
  copy.removeAttribute("id");
  copy.hidden = false;
  return copy;
};

const describe = (claim) => {
  const links = linksOf(claim);
  const heading = document.createElement("h3");
  const source = one("h3", columnOf(claim)).textContent;
  heading.textContent = `${source}: ${claim.dataset.verdict}`;
  const parts = [heading, ...links.slice(0, MOST_LINKS).map(copied)];
  if (!links.length) parts.push(paragraph("Found in no other source.", "quiet"));
  if (links.length > MOST_LINKS) parts.push(paragraph(`${links.length - MOST_LINKS} more links in the list below.`, "quiet"));
  panelBody.replaceChildren(...parts);
  panelBody.scrollTop = 0;
};

const mark = (claim) => {
  for (const old of all(".claim.partner, .claim[aria-current]", columns)) {
    old.classList.remove("partner", "kept");
    old.removeAttribute("aria-current");
  }
  if (!claim) return;
  claim.setAttribute("aria-current", "true");
  claim.classList.toggle("kept", kept);
  for (const link of linksOf(claim)) partnerIn(link, claim)?.classList.add("partner");
};

// Partners come level with the claim, each in its own column.
const level = (claim) => {
  if (!wide()) return;
  const y = claim.getBoundingClientRect().top;
  const moved = new Set([columnOf(claim)]);
  for (const link of linksOf(claim)) {
    const partner = partnerIn(link, claim);
    if (!partner || !shown(partner) || moved.has(columnOf(partner))) continue;
    moved.add(columnOf(partner));
    columnOf(partner).scrollTop += partner.getBoundingClientRect().top - y;
  }
};

// A passage takes its real height only when it comes into view, and so moves what is below it:
// some frames pass until everything stands still.
const FRAMES = 8;
const bringPartners = (claim, frames = FRAMES) => {
  if (claim !== active || !frames) return;
  claim.scrollIntoView({ block: "nearest", inline: "nearest" });
  level(claim);
  requestAnimationFrame(() => bringPartners(claim, frames - 1));
};

const activate = (claim, { keep = false, bring = false } = {}) => {
  kept = keep;
  if (claim !== active) {
    active = claim;
    if (claim) describe(claim);
    else panelBody.replaceChildren(...emptyPanel);
  }
  mark(claim);
  panel.classList.toggle("open", Boolean(claim) && (keep || bring));
  if (claim && bring) bringPartners(claim);
  draw();
};

const goTo = (claim, keep = false) => {
  if (!shown(claim)) resetFilters();
  roam(claim);
  claim.focus({ preventScroll: true });
  if (wide()) bench.scrollIntoView({ block: "nearest" });
  activate(claim, { keep, bring: true });
};
