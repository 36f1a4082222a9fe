// Goal: the pages of figures can be read on a phone, a tablet and a desk PC, cost little of a slow line,
// and leave nothing behind when somebody logs out.
// Method: Debian's Chromium on the real hub; letters and what came over the line are measured.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { logIn, openSetting, startBrowser, startHub } from './programs.mjs';

const figures = ['referrals', 'topics', 'hours', 'routine', 'events', 'lending', 'coverage'].map((name) => `/figures/${name}`);
const screens = [[400, 800], [800, 1280], [1280, 800]];
let hub;
let browser;
let page;

const dayAgo = (days) => new Date(Date.now() - days * 864e5).toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' });

before(async () => {
  hub = await startHub();
  hub.enrol('library', 'library', 'hb');
  hub.enrol('citizen', 'citizen_service', 'bs');
  hub.cli('library', 'log', 'mitid-help', '--count', '120');
  hub.cli('library', 'log', 'passport-apply', '--refer', 'citizen_service', '--count', '3');
  hub.cli('citizen', 'log', 'mitid-business', '--count', '12'); // the longest name that there is
  hub.cli('citizen', 'log', 'it-help-device', '--refer', 'library');
  hub.cli('library', 'sync');
  hub.cli('citizen', 'sync');
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  const monday = (new Date(dayAgo(0)).getUTCDay() + 6) % 7;
  const weeks = Array.from({ length: 104 }, (_, i) => `loans,hb,${dayAgo(monday + 7 * (i + 1))},${dayAgo(monday + 7 * i + 1)},${i % 9 ? 1000 + i : ''},,`);
  writeFileSync(join(dir, 'series.csv'), ['series,branch,from,to,n,da,en', 'loans,,,,,Udlån,Loans', ...weeks, ''].join('\n'));
  hub.admin(['document', 'put', 'series', join(dir, 'series.csv')]);
  rmSync(dir, { recursive: true });
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.clock.install();
  await logIn(page, hub);
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

/** Runs in the page: the size of the smallest letters of its charts, and texts that nobody can read. */
function readCharts() {
  const unreadable = [];
  let smallest = Infinity;
  for (const svg of document.querySelectorAll('main svg')) {
    const card = svg.closest('.card').getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].filter((text) => getComputedStyle(text).display !== 'none').map((text) => {
      smallest = Math.min(smallest, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
      return [text.textContent, text.getBoundingClientRect()];
    });
    boxes.forEach(([text, box], i) => {
      if (box.left < card.left || box.right > card.right) unreadable.push(`${text} is cut off`);
      for (const [other, its] of boxes.slice(i + 1)) {
        const apart = box.right <= its.left || its.right <= box.left || box.bottom <= its.top + 2 || its.bottom <= box.top + 2;
        if (!apart) unreadable.push(`${text} stands on ${other}`);
      }
    });
  }
  return { smallest, unreadable };
}

test('the letters of every chart can be read, on a phone as on a desk PC, in both languages', async () => {
  const periods = [7, 9, 14, 28, 57, 365].map((days) => `/overview?from=${dayAgo(days - 1)}&to=${dayAgo(0)}`);
  for (const [width, height] of [...screens, [1000, 700]]) {
    await page.setViewportSize({ width, height });
    for (const lang of ['da', 'en']) {
      for (const path of [...periods, ...figures]) {
        await page.goto(`${hub.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        const { smallest, unreadable } = await page.evaluate(readCharts);
        const where = `${path} in ${lang} on ${width}`;
        assert.ok(smallest >= 11, `letters of ${smallest} px: ${where}`);
        assert.deepEqual(unreadable, [], where);
      }
    }
  }
});

test('the menu is one row on a desk PC, and its settings open by keyboard and without scripts', async () => {
  const bare = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await logIn(bare, hub);
  const menu = bare.getByRole('navigation', { name: 'Vejviser' });
  for (const lang of ['en', 'da']) {
    await bare.goto(`${hub.url}/figures/hours?lang=${lang}`);
    const rows = await menu.locator(':is(a, summary, button):visible').evaluateAll((items) => new Set(items.map((item) => {
      const { top, bottom } = item.getBoundingClientRect();
      return Math.round((top + bottom) / 20);
    })).size);
    assert.equal(rows, 1, lang);
    assert.ok((await bare.locator('.top').boundingBox()).height < 70, lang);
  }
  for (const [width, height] of screens) {
    await bare.setViewportSize({ width, height });
    await bare.goto(`${hub.url}/figures/hours?lang=da`);
    await menu.locator('summary').focus();
    assert.ok(await menu.getByRole('link', { name: 'Emner', exact: true }).isHidden());
    await bare.keyboard.press('Enter');
    const wide = await bare.evaluate('document.documentElement.scrollWidth');
    assert.ok(wide <= width, `${wide} wide in ${width}`);
    await bare.keyboard.press('Tab');
    assert.equal(await bare.evaluate('document.activeElement.textContent'), 'Emner');
    await bare.keyboard.press('Enter');
    await bare.waitForURL('**/topics');
    assert.ok(await menu.locator('[aria-current]').isHidden(), 'it has closed again');
  }
  await openSetting(bare, 'Filer');
  assert.match(bare.url(), /\/files$/);
  await bare.context().close();
});

test('a page that is open is sent again when it has changed, and not before', async () => {
  await page.goto(`${hub.url}/figures/topics?lang=da`);
  const next = async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/figures/topics'));
    await page.clock.runFor(31_000);
    return (await answered).status();
  };
  const helps = Number(await page.locator('#key-helps').innerText());
  assert.equal(await next(), 200); // whose tag it keeps
  assert.equal(await next(), 304);
  hub.cli('library', 'log', 'print');
  hub.cli('library', 'sync');
  assert.equal(await next(), 200);
  await page.locator('#key-helps', { hasText: String(helps + 1) }).waitFor();
  assert.equal(await next(), 304);
});

test('a page comes in at most three requests and 60 kB, and when it comes again it alone is asked for', async (t) => {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  let came = new Map();
  line.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith('http') && !response.fromDiskCache) came.set(requestId, 0);
  });
  line.on('Network.requestServedFromCache', ({ requestId }) => came.delete(requestId));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (came.has(requestId)) came.set(requestId, encodedDataLength);
  });
  const load = async (path) => {
    await page.goto('about:blank');
    came = new Map();
    await page.goto(hub.url + path);
    return [came.size, [...came.values()].reduce((sum, each) => sum + each, 0)];
  };
  for (const path of ['/overview', ...figures]) {
    await line.send('Network.clearBrowserCache');
    const [requests, bytes] = await load(path);
    t.diagnostic(`${path}: ${requests} requests, ${bytes} bytes`);
    assert.ok(requests >= 2 && requests <= 3, `${path}: ${requests} requests`);
    assert.ok(bytes > 1000 && bytes < 60_000, `${path}: ${bytes} bytes`);
    const [again] = await load(path);
    assert.equal(again, 1, path);
  }
  await line.detach();
});

test('who comes back when the session has ended, here or elsewhere, sees nothing of the figures', async () => {
  const here = async () => {
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.waitForURL('**/login');
  };
  const elsewhere = async () => { // where nobody tells this browser to forget what it has
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const body = new URLSearchParams({ csrf: await page.locator('.top [name=csrf]').inputValue() });
    const ended = await fetch(`${hub.url}/logout`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
    assert.equal(ended.status, 303);
  };
  for (const end of [here, elsewhere]) {
    await page.goto(`${hub.url}/figures/topics?lang=da`);
    if (page.url().endsWith('/login')) await logIn(page, hub);
    await page.goto(`${hub.url}/figures/topics?lang=da`);
    await page.goto(`${hub.url}/figures/hours`);
    await end();
    for (const look of [() => page.goBack(), () => page.goBack(), () => page.reload(), () => page.goForward(), () => page.goto(`${hub.url}/figures/topics`)]) {
      await look();
      assert.match(page.url(), /\/login$/);
      assert.equal(await page.locator('#live').count(), 0);
    }
  }
});
