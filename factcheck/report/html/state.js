// What every part of the page shares. The page itself is the data: a claim names its links,
// a link its two claims, and each is an element that can be looked up by its id.
const root = document.documentElement;
root.classList.add("live");
const one = (selector, inside = document) => inside.querySelector(selector);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const words = (text) => (text ? text.split(" ") : []);

const bench = one(".bench");
const columns = one(".columns");
const claims = all(".claim", columns);
const claimOf = (id) => document.getElementById(`c-${id}`);
const linkOf = (id) => document.getElementById(`l-${id}`);
const columnOf = (claim) => claim.closest(".column");
const linksOf = (claim) => words(claim.dataset.links).map(linkOf).filter(Boolean);
const sortOf = (link) => link.classList[1];
const partnerIn = (link, claim) => {
  const [first, second] = words(link.dataset.claims).map(claimOf);
  return first === claim ? second : first;
};
const shown = (claim) => !claim.hidden && !columnOf(claim).hidden;
const wide = () => matchMedia("(min-width: 48rem)").matches;

let active = null; // the claim whose links are drawn
let kept = false; // it stays until it is let go
