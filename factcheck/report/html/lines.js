// Lines between a claim and its partners: only those of the active claim, so that the size
// of the report costs nothing.
const canvas = one(".lines");
const SVG = "http://www.w3.org/2000/svg";
let waiting = 0;

const place = (claim, origin) => {
  const box = claim.getBoundingClientRect();
  const column = columnOf(claim);
  const frame = column.getBoundingClientRect();
  const top = one("header", column).getBoundingClientRect().bottom;
  const middle = box.top + Math.min(box.height / 2, 24);
  const y = Math.min(Math.max(middle, top + 4), frame.bottom - 4);
  return { left: box.left - origin.left, right: box.right - origin.left, y: y - origin.top, away: y !== middle };
};

const line = (link, from, to) => {
  const path = document.createElementNS(SVG, "path");
  const forward = from.left < to.left;
  const start = forward ? from.right : from.left;
  const end = forward ? to.left : to.right;
  const bend = (end - start) / 2;
  path.setAttribute("d", `M${start} ${from.y}C${start + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`);
  path.setAttribute("class", sortOf(link) + (from.away || to.away ? " away" : ""));
  return path;
};

const drawNow = () => {
  waiting = 0;
  if (!active || !shown(active) || !wide()) return canvas.replaceChildren();
  canvas.style.width = `${columns.scrollWidth}px`;
  const origin = canvas.getBoundingClientRect();
  const from = place(active, origin);
  const drawn = linksOf(active).map((link) => [link, partnerIn(link, active)]);
  canvas.replaceChildren(
    ...drawn.filter(([, to]) => to && shown(to)).map(([link, to]) => line(link, from, place(to, origin))),
  );
};

const draw = () => {
  waiting ||= requestAnimationFrame(drawNow);
};
addEventListener("resize", draw);
// Passages that come into view grow from an estimate to their real height.
const heights = new ResizeObserver(draw);
for (const list of all("ol", columns)) heights.observe(list);
columns.addEventListener("scroll", draw, { capture: true, passive: true });
