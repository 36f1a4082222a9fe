// Keeps a page of figures up to date while it is looked at: asks for the page again and puts what
// has changed in place. Whoever has no scripts reloads.
'use strict';

const kEvery = 30_000;
const kScrolled = '.scroll';  // named by their headings
const nameOf = (element) => element.getAttribute('aria-labelledby');

/** Puts `fresh` in the place of `shown`; who reads in a table goes on where they were. */
function replace(shown, fresh) {
  const focused = shown.contains(document.activeElement) ? nameOf(document.activeElement) : null;
  const before = new Map([...shown.querySelectorAll(kScrolled)].map(
    (region) => [nameOf(region), [region.scrollLeft, region.scrollTop]],
  ));
  const { scrollX, scrollY } = window;
  shown.replaceChildren(...fresh.childNodes);
  for (const region of shown.querySelectorAll(kScrolled)) {
    const name = nameOf(region);
    region.scrollTo(...(before.get(name) ?? [0, 0]));
    if (name === focused) region.focus({ preventScroll: true });
  }
  window.scrollTo(scrollX, scrollY);
}

let tag = ''; // of the page as it came last; the browser keeps no page, so it does not ask with it

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: tag ? { 'If-None-Match': tag } : {} });
  if (!answer.ok || answer.redirected) return; // 304: nothing has changed
  tag = answer.headers.get('ETag') ?? '';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of ['period', 'live']) {
    const fresh = page.getElementById(id);
    const shown = document.getElementById(id);
    if (fresh && shown && fresh.innerHTML !== shown.innerHTML) replace(shown, fresh);
  }
}

setInterval(() => { refresh().catch(() => {}); }, kEvery);  // no network: what stands there stands
