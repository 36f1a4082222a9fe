// Keeps a page of figures up to date while it is looked at: asks for the page again and puts what
// has changed in place. Whoever has no scripts reloads.
'use strict';

const kEvery = 30_000;

/** Scrolled regions stay where they are: they are named by their headings. */
function positions(root) {
  return [...root.querySelectorAll('.scroll')].map((region) => region.scrollTop);
}

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
  const shown = document.getElementById('live');
  if (!fresh || fresh.innerHTML === shown.innerHTML || shown.contains(document.activeElement)) return;
  const before = positions(shown);
  shown.replaceChildren(...fresh.childNodes);
  [...shown.querySelectorAll('.scroll')].forEach((region, i) => { region.scrollTop = before[i] ?? 0; });
}

setInterval(() => { refresh().catch(() => {}); }, kEvery);  // no network: what stands there stands
