// Goal: the supervisors' page shows the hub's figures, in both languages, to those who logged in, with
// a table beside every chart, and without faults that a screen reader would stumble over.
// Method: Debian's Chromium on the real hub with real tablets' data.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dayAgo, logIn, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let hub;
let browser;
let page;

before(async () => {
  hub = await startHub();
  hub.enrol('library', 'library', 'hb');
  hub.enrol('citizen', 'citizen_service', 'bs');
  hub.cli('library', 'log', 'mitid-help', '--count', '7');
  hub.cli('library', 'log', 'passport-apply', '--refer', 'citizen_service', '--count', '3');
  hub.cli('library', 'log', 'print', '--people', '4');
  hub.cli('citizen', 'log', 'passport-apply', '--count', '12');
  hub.cli('citizen', 'log', 'it-help-device', '--refer', 'library');
  hub.cli('library', 'sync');
  hub.cli('citizen', 'sync');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

test('nobody sees figures without logging in, and a wrong password is said kindly', async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${hub.url}/overview`);
  assert.match(page.url(), /\/login$/);
  await page.getByLabel('Brugernavn').fill('leder');
  await page.getByLabel('Adgangskode').fill('wrong password');
  await page.getByRole('button', { name: 'Log ind' }).click();
  assert.match(await page.getByRole('alert').innerText(), /forkert/);
  assert.equal(await page.getByLabel('Brugernavn').inputValue(), 'leder');
  await logIn(page, hub);
});

const number = (text) => Number(text.replace(/[.,]/g, ''));

/** The rows of a table as { name: [numbers] }. */
async function table(id) {
  const rows = await page.locator(`#${id} tbody tr`).all();
  const result = {};
  for (const row of rows) {
    const cells = await row.locator('td').allInnerTexts();
    result[await row.locator('th').innerText()] = cells.map((text) => (text === '–' ? null : number(text)));
  }
  return result;
}

test('the page shows exactly what the hub says', async () => {
  const figures = await hub.statistics('library');
  assert.equal(number(await page.locator('#helps').innerText()), figures.helps);
  assert.equal(figures.helps, 24);
  assert.equal(number(await page.locator('#people').innerText()), figures.people);
  assert.equal(number(await page.locator('#referrals').innerText()), figures.referrals);

  const topics = await table('table-topic');
  assert.deepEqual(topics['Pas: ansøgning og fingeraftryk'], [3, 12, 15]);
  assert.deepEqual(topics['MitID: hjælp og vejledning'], [7, 0, 7]);
  assert.equal(Object.values(topics).reduce((sum, row) => sum + row[2], 0), figures.helps);

  const hours = await table('table-hour');
  for (const cell of figures.by_hour) {
    const row = hours[`kl. ${cell.hour}-${cell.hour + 1}`];
    const both = figures.by_hour.filter((c) => c.hour === cell.hour && c.weekday === cell.weekday);
    assert.equal(row[cell.weekday - 1], both.reduce((sum, c) => sum + c.helps, 0));
  }
  const days = await table('table-time');
  assert.equal(Object.values(days).reduce((sum, row) => sum + row[2], 0), figures.helps);
  assert.deepEqual(await table('table-matrix'), { Bibliotek: [null, 3, 2], Borgerservice: [1, null, -2] });
  assert.deepEqual(await table('table-place'), { 'Borgerservice <Torvet>': [0, 13, 13], Hovedbiblioteket: [11, 0, 11] });
  assert.match(await page.locator('#coverage').innerText(), /2 af 2 tablets er hørt i dag/);
});

test('every chart has a drawing and a table beside it', async () => {
  const sections = await page.locator('section').all();
  assert.equal(sections.length, 5);
  for (const section of sections) {
    const svg = section.locator('svg[role=img]');
    assert.equal(await svg.count(), 1);
    const box = await svg.boundingBox();
    const beside = await section.locator('table').boundingBox();
    assert.ok(box.width > 200 && box.height > 40);
    assert.ok(beside.x > box.x + box.width - 1, 'the table stands beside the chart');
    assert.ok((await svg.locator('rect, line').count()) > 0);
  }
});

test('period and place can be chosen, and the address can be shared', async () => {
  await page.getByLabel('Sted', { exact: true }).selectOption({ label: 'Hovedbiblioteket' });
  await page.getByRole('button', { name: 'Vis' }).click();
  assert.match(page.url(), /branch=hb/);
  assert.equal(number(await page.locator('#helps').innerText()), 11);
  await page.goto(`${hub.url}/overview?from=2020-01-01&to=2020-01-31`);
  assert.equal(number(await page.locator('#helps').innerText()), 0);
  assert.ok(await page.getByText('Der er ingen henvendelser i perioden.').isVisible());
  await page.goto(`${hub.url}/overview?from=nonsense`);
  assert.match(await page.getByRole('alert').innerText(), /Perioden kan ikke bruges/);
});

test('English is one click away, and stays', async () => {
  await page.goto(`${hub.url}/overview`);
  await page.getByRole('link', { name: 'English' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Overview');
  assert.deepEqual((await table('table-topic'))['Passport: application and fingerprints'], [3, 12, 15]);
  await page.goto(`${hub.url}/overview`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('link', { name: 'Dansk' }).click();
});

test('a period is compared with the one before or a year before, in an address that can be shared', async () => {
  const called = 'date,time,office,queue_id,queue_letter,queue_name,called,waiting,open_counters\n';
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-'));
  const file = join(dir, 'queue.csv');
  const days = { [dayAgo(3)]: 3, [dayAgo(5)]: 1, [dayAgo(6)]: 8, [dayAgo(364)]: 2 };
  for (const [day, tickets] of Object.entries(days)) {
    writeFileSync(file, `${called}${day},10:00,O,1,A,print,${tickets},0,1\n`);
    hub.cli('library', 'import', file, '--preset', 'queue-snapshots', '--unit', 'library', '--branch', 'hb', '--source', day);
  }
  rmSync(dir, { recursive: true });
  hub.cli('library', 'sync');

  await page.goto(`${hub.url}/overview?from=${dayAgo(2)}&to=${dayAgo(0)}`);
  assert.equal(await page.locator('#helps-before').count(), 0);
  await page.getByLabel('Sammenlign med').selectOption({ label: 'Perioden før' });
  await page.getByRole('button', { name: 'Vis' }).click();
  assert.match(page.url(), /compare=before/);
  assert.equal(number(await page.locator('#helps').innerText()), 24);
  assert.equal(await page.locator('#helps-before').innerText(), 'Før: 4 +500 %');
  assert.equal(await page.locator('#referrals-before').innerText(), 'Før: 0');
  assert.deepEqual((await table('table-topic'))['Print'], [1, 0, 1, 4]);
  assert.deepEqual((await table('table-place'))['Borgerservice <Torvet>'], [0, 13, 13, 0]);

  await page.getByLabel('Sammenlign med').selectOption({ label: 'Samme uger året før' });
  await page.getByRole('button', { name: 'Vis' }).click();
  assert.equal(await page.locator('#helps-before').innerText(), 'Før: 2 +1.100 %');
  await page.getByRole('link', { name: 'English' }).click();
  assert.equal(await page.locator('#helps-before').innerText(), 'Before: 2 +1,100 %');
  await page.getByRole('link', { name: 'Dansk' }).click();

  // Days of which nothing is known are not days on which nothing happened.
  await page.goto(`${hub.url}/overview?from=${dayAgo(100)}&to=${dayAgo(0)}&compare=before`);
  assert.equal(await page.locator('#helps-before').innerText(), 'Før: ingen tal');
  const wrong = await page.goto(`${hub.url}/overview?compare=everything`);
  assert.equal(wrong.status(), 422);
});

test('axe finds nothing to complain of, on either page, light or dark, wide or narrow', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/overview', '/overview?compare=before', '/login']) {
        await page.goto(hub.url + path);
        // The page's own policy allows no scripts; the test's go in beside it.
        const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
        const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
        assert.deepEqual(faults, [], `${path} ${colorScheme} ${width}`);
        const scroll = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(scroll <= width, `${path} is ${scroll} wide in ${width}`);
      }
    }
  }
});

test('logging out ends the session', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${hub.url}/overview`);
  await page.getByRole('button', { name: 'Log ud' }).click();
  assert.match(page.url(), /\/login$/);
  await page.goto(`${hub.url}/overview`);
  assert.match(page.url(), /\/login$/);
});
