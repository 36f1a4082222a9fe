// Goal: the pages of figures say what the measures say of known entries, can be shared, printed, used by
// keyboard and screen reader, follow what happens while they are open, and ask nobody but the hub.
// Method: Debian's Chromium on the real hub with real tablets' data; the browser's clock is the test's.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { dayAgo, logIn, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['referrals', 'topics', 'hours', 'routine', 'events', 'lending', 'coverage'];
let hub;
let browser;
let page;
const asked = [];

before(async () => {
  hub = await startHub();
  hub.enrol('library', 'library', 'hb');
  hub.enrol('citizen', 'citizen_service', 'bs');
  hub.cli('library', 'log', 'mitid-help', '--count', '6', '--outcome', 'alone');
  hub.cli('library', 'log', 'print', '--count', '2', '--minutes', '40');
  hub.cli('library', 'log', 'passport-apply', '--refer', 'citizen_service', '--count', '3');
  hub.cli('citizen', 'log', 'passport-apply', '--count', '12');
  hub.cli('citizen', 'log', 'it-help-device', '--refer', 'library');
  hub.cli('library', 'sync');
  hub.cli('citizen', 'sync');
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  await page.clock.install();
  await logIn(page, hub);
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

/** First and last day of the nth week after the one so many weeks ago. */
const weekFrom = (weeks, n) => {
  const sinceMonday = (new Date(dayAgo(0)).getUTCDay() + 6) % 7;
  return [0, 6].map((more) => dayAgo(sinceMonday + 7 * (weeks - n) - more));
};

/** The rows of a table as { name: [texts] }. */
async function table(id) {
  const result = {};
  for (const row of await page.locator(`#table-${id} tbody tr`).all()) {
    result[await row.locator('th').innerText()] = await row.locator('td').allInnerTexts();
  }
  return result;
}
const key = (id) => page.locator(`#key-${id}`).innerText();

test('referrals: balance, answers and what both did together', async () => {
  await page.goto(`${hub.url}/figures/referrals`);
  assert.equal(await key('referral_balance'), '2');
  assert.deepEqual(await table('section_referrals'), { Borgerservice: ['3', '0', '3'], Bibliotek: ['0', '1', '1'] });
  const answers = await table('section_balance');
  assert.deepEqual(answers['Indløste henvisninger til Borgerservice'], ['0\u00a0%', '–', '0\u00a0%']);
  assert.equal(await key('time_to_accept'), '–');
});

test('topics and work: kinds, roles, independence, duration', async () => {
  await page.getByRole('navigation', { name: 'Tal' }).getByRole('link', { name: 'Emner og arbejde' }).click();
  assert.equal(await key('helps'), '24');
  assert.equal(await key('duration'), 'højst 30\u00a0min.');
  const kinds = await table('iso_2789');
  assert.deepEqual(kinds['Myndighedsopgaver'], ['3', '12', '15']);
  assert.deepEqual(kinds['Orientering og udstyr'], ['2', '0', '2']);
  const outcomes = await table('helps_by_outcome');
  assert.deepEqual(outcomes['Klarede det selv'], ['6', '0', '6']);
  assert.deepEqual(Object.keys(await table('helps_by_duration')), ['Under 5 min.', '5-15 min.', '15-30 min.', '30-60 min.', 'Over 1 time']);
});

test('hours, events and coverage say what they rest on, and zero is not “not recorded”', async () => {
  await page.goto(`${hub.url}/figures/hours`);
  assert.equal(await page.locator('svg[role=img]').count(), 2);
  assert.equal(await key('citizen_service_closed'), '–'); // no calendars were given
  assert.match(await page.locator('section', { has: page.locator('#h-quiet_by_hour') }).innerText(), /ikke registreret noget af dette/);
  assert.equal((await table('library'))['kl. 8-9'].length, 7);
  assert.ok(Object.values(await table('citizen_service')).flat().includes('0'));
  await page.goto(`${hub.url}/figures/hours?from=2020-01-01&to=2020-01-31`);
  assert.deepEqual(new Set(Object.values(await table('citizen_service')).flat()), new Set(['–']));
  await page.goto(`${hub.url}/figures/events`);
  assert.equal(await key('events'), '0');
  await page.goto(`${hub.url}/figures/events?from=2020-01-01&to=2020-01-31`);
  assert.equal(await key('events'), '–');
  await page.goto(`${hub.url}/figures/coverage`);
  assert.equal(await key('tablets_in_use'), '2');
  assert.equal(await key('entries_waiting'), '0');
  assert.deepEqual((await table('helps_by_branch'))['Hovedbiblioteket'], ['11', '0', '11']);
});

test('routine: what a branch has not helped with for four weeks, the longest ago first', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  const file = join(dir, 'queue.csv');
  for (const [name, ago] of [['wifi', 40], ['scan-copy', 90], ['print', 27]]) {
    writeFileSync(file, `date,time,office,queue_id,queue_letter,queue_name,called,waiting,open_counters\n${dayAgo(ago)},10:00,O,1,A,${name},1,0,1\n`);
    hub.cli('citizen', 'import', file, '--preset', 'queue-snapshots', '--unit', 'citizen_service', '--branch', 'bs', '--source', name);
  }
  rmSync(dir, { recursive: true });
  hub.cli('citizen', 'sync');
  await page.goto(`${hub.url}/figures/routine`);
  assert.deepEqual(await page.locator('#table-routine-bs tbody td').allInnerTexts(), ['90', '40']);
  assert.match(await page.locator('section', { has: page.locator('#table-routine-bs') }).innerText(), /2 af 5 emner .*40\s%/);
});

test('lending: loans and help before and after a change, and no word of a cause', async () => {
  await page.goto(`${hub.url}/figures/lending`);
  assert.ok(await page.getByText('Der er ingen udlånstal.').isVisible());
  const week = (n) => weekFrom(4, n);
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  writeFileSync(join(dir, 'series.csv'), [
    'series,branch,from,to,n,da,en', 'loans,,,,,Udlån,Loans', `loans,hb,${week(-1)},0,,`, `loans,hb,${week(0)},100,,`, `loans,hb,${week(1)},,,`,
    `loans,hb,${week(2)},50,,`, `loans,hb,${week(3)},60,,`, `,hb,${week(2)[0]},,,Borgerservice flyttede ind,Citizen service moved in`, ''].join('\n'));
  hub.admin(['document', 'put', 'series', join(dir, 'series.csv')]);
  rmSync(dir, { recursive: true });
  await page.goto(`${hub.url}/figures/lending?from=${week(-1)[0]}`);
  const sides = await table('sides');
  assert.deepEqual(sides['Før'].slice(0, 2), ['3', '50']); // a blank is no 0
  assert.deepEqual(sides['Efter'].slice(0, 2), ['2', '55']);
  assert.match(await page.locator('#change').innerText(), /Borgerservice flyttede ind/);
  assert.ok(await page.getByText('De viser ikke, at det ene er årsag til det andet.').isVisible());
  assert.equal(await page.locator('svg .mark').count(), 2);
  const loans = page.locator('section', { has: page.locator('#h-lending_totals') });
  assert.equal(await loans.locator('rect.library').count(), 3); // of five weeks one has 0
  assert.deepEqual(await loans.locator('rect.gap').evaluateAll((gaps) => gaps.map((gap) => gap.getAttribute('x'))), ['40%']);
  assert.match(await page.locator('.legend').innerText(), /Ikke registreret/);
});

test('lending: weeks without a help and withheld ones are no 0, and a second change ends the first one\'s weeks', async () => {
  const week = (n) => weekFrom(20, n); // before the other tests' helps
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  const loans = [100, 300, 50, 70, 999].map((n, i) => `loans,hb,${week(i)},${n},,`);
  loans.push(...[10, 20, 30].map((n, i) => `loans,bs,${week(i)},${n},,`));
  const changes = [2, 4].map((n) => `,hb,${week(n)[0]},,,Ændret ${n},Changed ${n}`);
  writeFileSync(join(dir, 'series.csv'), ['series,branch,from,to,n,da,en', ...loans, ...changes, ''].join('\n'));
  hub.admin(['document', 'put', 'series', join(dir, 'series.csv')]);
  writeFileSync(join(dir, 'queue.csv'), `date,time,office,queue_id,queue_letter,queue_name,called,waiting,open_counters\n${week(0)[0]},10:00,O,1,A,print,8,0,1\n`);
  hub.cli('library', 'import', join(dir, 'queue.csv'), '--preset', 'queue-snapshots', '--unit', 'library', '--branch', 'hb', '--source', 'lending');
  hub.cli('library', 'sync');
  const address = `${hub.url}/figures/lending?branch=hb&from=${week(0)[0]}&to=${week(4)[1]}`;
  await page.goto(address);
  assert.deepEqual(await table('sides'), { Før: ['2', '200', '8', '0\u00a0%'], Efter: ['2', '60', '–', '–'] });
  const places = (await page.locator('#table-places tbody tr').allInnerTexts()).map((row) => row.split('\t'));
  assert.deepEqual(places, [
    ['Borgerservice <Torvet>', 'Før', '2', '15', '–', '–'], ['Borgerservice <Torvet>', 'Efter', '3', '30', '–', '–'],
    ['Hovedbiblioteket', 'Før', '2', '200', '8', '0\u00a0%'], ['Hovedbiblioteket', 'Efter', '2', '60', '–', '–']]);
  const rows = Object.values(await table('weeks'));
  assert.deepEqual(rows.slice(0, 2), [['100', '8', '0'], ['300', '–', '–']]);
  const rule = (exactFor) => {
    writeFileSync(join(dir, 'rule.csv'), `threshold,exact_for\n5,${exactFor}\n`);
    hub.admin(['document', 'put', 'small-cells', join(dir, 'rule.csv')]);
  };
  rule('nobody');
  await page.goto(address);
  assert.deepEqual(await table('sides'), { Før: ['2', '200', 'skjult', 'skjult'], Efter: ['2', '60', 'skjult', 'skjult'] });
  assert.deepEqual(Object.values(await table('weeks'))[0], ['100', 'skjult', 'skjult']);
  assert.equal(await page.locator('svg[role=img]').count(), 1); // no chart of what is withheld
  rule('all');
  rmSync(dir, { recursive: true });
});

test('every section says in a sentence what counts, in both languages', async () => {
  for (const [lang, sentence] of [['da', 'Alle henvendelser undtagen dem, hvor uret blev glemt.'], ['en', 'Every enquiry but those whose timer was forgotten.']]) {
    for (const name of ['referrals', 'topics', 'hours', 'events', 'coverage']) {
      await page.goto(`${hub.url}/figures/${name}?lang=${lang}`);
      const silent = await page.locator('.sections section:not(:has(> h2 + p.quiet:not(:empty))) h2').allInnerTexts();
      assert.deepEqual(silent, [], name);
      if (name === 'topics') assert.equal(await page.locator('#h-helps_by_duration + p').innerText(), sentence);
    }
  }
  await page.goto(`${hub.url}/figures/hours?lang=da`);
  assert.match(await page.locator('.key-figures').innerText(), /Kun timer, som personalet har meldt/);
});

test('the address holds the whole question, in either language', async () => {
  await page.goto(`${hub.url}/figures/topics`);
  await page.getByLabel('Sted', { exact: true }).selectOption({ label: 'Hovedbiblioteket' });
  await page.getByRole('button', { name: 'Vis' }).click();
  assert.match(page.url(), /branch=hb/);
  assert.equal(await key('helps'), '11');
  await page.getByRole('link', { name: 'English' }).click();
  assert.equal(await key('helps'), '11');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Topics and work');
  assert.deepEqual((await table('helps_by_outcome'))['Did it alone'], ['6', '–', '6']); // citizen service is elsewhere
  await page.getByRole('link', { name: 'Dansk' }).click();
  const wrong = await page.goto(`${hub.url}/figures/topics?from=nonsense`);
  assert.equal(wrong.status(), 422);
});

test('what happens meanwhile is shown while the page is open, and who reads in a table stays there', async () => {
  await page.goto(`${hub.url}/figures/topics`);
  assert.equal(await key('helps'), '25');
  const reader = page.locator('.scroll[aria-labelledby=h-turned_away]');
  await reader.focus();
  await reader.evaluate((region) => { region.scrollTop = 40; });
  const at = () => page.evaluate(() => [document.activeElement.getAttribute('aria-labelledby'), document.activeElement.scrollTop, window.scrollY]);
  const before = await at();
  assert.deepEqual(before.slice(0, 2), ['h-turned_away', 40]);
  const period = await page.locator('#period').innerText();
  await page.locator('#period').evaluate((line) => { line.textContent = 'i går'; }); // as when the day has changed
  hub.cli('library', 'log', 'mitid-help', '--count', '5');
  hub.cli('library', 'sync');
  const answered = page.waitForResponse((response) => response.url().includes('/figures/topics'));
  await page.clock.runFor(31_000);
  await answered;
  await page.locator('#key-helps', { hasText: '30' }).waitFor();
  assert.deepEqual(await at(), before);
  assert.equal(await page.locator('#period').innerText(), period);
});

test('printed, a page has its tables whole and no navigation', async () => {
  await page.goto(`${hub.url}/figures/topics`);
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  writeFileSync(join(dir, 'page.pdf'), await page.pdf({ format: 'A4' }));
  const printed = execFileSync('pdftotext', ['-layout', join(dir, 'page.pdf'), '-'], { encoding: 'utf8' });
  rmSync(dir, { recursive: true });
  assert.match(printed, /Klarede det selv\s+6\s+0\s+6/);
  assert.match(printed, /Uden KLE-nummer|KLE/);
  assert.doesNotMatch(printed, /Log ud|Dækning\s+Rutine|Arrangementer\s+Dækning/);
});

test('the keyboard reaches filter, pages and every table', async () => {
  await page.goto(`${hub.url}/figures/referrals`);
  const reached = new Set();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate('document.activeElement.id || document.activeElement.getAttribute("aria-labelledby") || document.activeElement.textContent.trim()'));
  }
  for (const name of ['from', 'to', 'branch', 'Vis', 'Dækning', 'h-section_balance']) {
    assert.ok(reached.has(name), `${name} is reached`);
  }
});

test('axe finds nothing, and nothing is cut off, light or dark, wide or narrow, in both languages', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const name of pages) {
        const lang = width === 400 ? 'en' : 'da';
        await page.goto(`${hub.url}/figures/${name}?lang=${lang}`);
        const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
        const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
        assert.deepEqual(faults, [], `${name} ${colorScheme} ${width}`);
        const scroll = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(scroll <= width, `${name} is ${scroll} wide in ${width}`);
        const hidden = await page.evaluate('[...document.querySelectorAll(".sections .scroll")].filter((r) => r.scrollWidth > r.clientWidth).map((r) => r.getAttribute("aria-labelledby"))');
        assert.deepEqual(hidden, [], `${name}: columns out of sight in ${width}`);
        if (process.env.VEJVISER_SHOTS) {
          await page.screenshot({ path: join(process.env.VEJVISER_SHOTS, `${name}-${colorScheme}-${width}.png`), fullPage: true });
        }
      }
    }
  }
});

test('small numbers are withheld on every page once the rule says so', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  writeFileSync(join(dir, 'rule.csv'), 'threshold,exact_for\n5,nobody\n');
  hub.admin(['document', 'put', 'small-cells', join(dir, 'rule.csv')]);
  rmSync(dir, { recursive: true });
  for (const name of pages) {
    await page.goto(`${hub.url}/figures/${name}?lang=da`);
    if (name === 'lending') assert.match(await page.locator('#published').innerText(), /for dem, der ser de præcise tal/);
    else assert.match(await page.locator('#published').innerText(), /ikke offentliggjort tal for perioden/);
  }
});

test('over a network of the third generation a page comes whole (its time is printed)', async (t) => {
  const slow = await page.context().newCDPSession(page);
  await slow.send('Network.setCacheDisabled', { cacheDisabled: true });
  await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  let bytes = 0;
  slow.on('Network.loadingFinished', (loaded) => { bytes += loaded.encodedDataLength; });
  await slow.send('Network.enable');
  const begun = performance.now();
  await page.goto(`${hub.url}/figures/topics?lang=da`);
  t.diagnostic(`topics: ${Math.round(performance.now() - begun)} ms, ${Math.round(bytes / 1000)} kB over 1.6 Mbit/s with 300 ms`);
  assert.ok(await page.locator('#h-kle').isVisible());
  await slow.detach();
});

test('no other host was asked', () => {
  assert.deepEqual([...new Set(asked)], [new URL(hub.url).host]);
});
