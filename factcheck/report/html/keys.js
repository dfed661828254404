// Pointer, keys and the buttons at the top.
const dialog = one("dialog");
const THEMES = ["auto", "light", "dark"];

// One claim at a time is a tab stop; the arrow keys move it.
const roam = (claim) => {
  for (const old of all(".claim[tabindex='0']", columns)) old.tabIndex = -1;
  if (claim) claim.tabIndex = 0;
};

const along = (list, from, step) => {
  const here = list.indexOf(from);
  return list[here < 0 ? (step > 0 ? 0 : list.length - 1) : here + step];
};
const inColumn = (column) => claims.filter((claim) => columnOf(claim) === column && shown(claim));

const across = (claim, step) => {
  const open = all(".column", columns).filter((column) => !column.hidden);
  const there = open[open.indexOf(columnOf(claim)) + step];
  if (!there) return null;
  const partner = linksOf(claim).map((link) => partnerIn(link, claim)).find((p) => p && columnOf(p) === there && shown(p));
  if (partner) return partner;
  const y = claim.getBoundingClientRect().top;
  const distance = (other) => Math.abs(other.getBoundingClientRect().top - y);
  return inColumn(there).reduce((best, other) => (!best || distance(other) < distance(best) ? other : best), null);
};

const conflicts = () => claims.filter((claim) => claim.dataset.verdict === "conflicting" && shown(claim));
const MOVES = {
  ArrowDown: (claim) => along(inColumn(columnOf(claim)), claim, 1),
  ArrowUp: (claim) => along(inColumn(columnOf(claim)), claim, -1),
  ArrowRight: (claim) => across(claim, 1),
  ArrowLeft: (claim) => across(claim, -1),
};
const JUMPS = { n: 1, p: -1 };

const escape = () => {
  if (active) activate(null);
  else resetFilters();
};
const KEYS = {
  "/": () => search.focus(),
  "?": () => dialog.showModal(),
  Escape: escape,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  const typingIn = event.target.closest("input, select");
  if (typingIn && event.key !== "Escape") return;
  const claim = event.target.closest(".columns .claim");
  let target;
  if (claim && MOVES[event.key]) target = MOVES[event.key](claim) ?? claim;
  else if (claim && (event.key === "Enter" || event.key === " ")) activate(claim, { keep: !kept, bring: true });
  else if (JUMPS[event.key]) target = along(conflicts(), claim ?? active, JUMPS[event.key]);
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
  if (target) goTo(target);
});

columns.addEventListener("pointerover", (event) => {
  const claim = event.target.closest(".claim");
  if (claim && !kept && event.pointerType === "mouse" && claim !== active) activate(claim);
});
columns.addEventListener("focusin", (event) => {
  const claim = event.target.closest(".claim");
  if (claim && !kept && claim !== active) activate(claim);
});
columns.addEventListener("click", (event) => {
  const claim = event.target.closest(".claim");
  if (!claim || !getSelection().isCollapsed) return;
  roam(claim);
  activate(claim, { keep: !(kept && claim === active), bring: true });
});
document.addEventListener("click", (event) => {
  const reference = event.target.closest("a[href^='#c-']");
  const claim = reference && document.getElementById(reference.getAttribute("href").slice(1));
  if (!claim) return;
  event.preventDefault();
  goTo(claim, true);
});

const ACTIONS = {
  help: KEYS["?"],
  close: () => activate(null),
  print: () => print(),
  agreed: () => unfold(agreedButton.getAttribute("aria-expanded") !== "true"),
  theme: (button) => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "auto") + 1) % THEMES.length];
    root.dataset.theme = next;
    button.textContent = `Theme: ${next}`;
  },
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) ACTIONS[button.dataset.act]?.(button);
});

roam(claims[0]);
