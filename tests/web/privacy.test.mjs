// Goal: an administrator finds a text that looks like personal data, is asked once more, and erases it
// for good; and sets how long texts stand. No page stops a screen reader.
// Method: Debian's Chromium on the real hub, with questions that a tablet's guard would have refused;
// axe.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { logIn, openSetting, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const secret = 'Karen spurgte igen. Ring til hende på 22 34 56 78 efter kl. 15, hun har <b>travlt</b>';
const ids = [randomUUID(), randomUUID(), randomUUID()];
let hub;
let browser;
let page;

/** Sends entries as a tablet would, if its guard had not been there. */
async function push(entries) {
  const clock = { at: Date.now(), boot: '0badcafe', up: 1 };
  const answer = await fetch(`${hub.url}/v1/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token('tablet')}` },
    body: JSON.stringify({ schema: 1, stamp: null, clock, pending: 0, limit: 0, entries }),
  });
  assert.equal(answer.status, 200);
}

const question = (id, n, text, change = {}) => ({
  id, inst: '0123456789abcdef', n, v: 2, kind: 'question', at: Date.now(), boot: '0badcafe', up: 1, topic: 'mitid-help',
  unit: 'library', branch: 'hb', text, ...change,
});

async function expectNoFaults(name, address) {
  for (const lang of ['en', 'da']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [width, height] of [[1280, 900], [400, 800]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        await page.goto(`${hub.url}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
        const to = process.env.VEJVISER_PICTURES;
        if (to) await page.screenshot({ path: `${to}/${name}-${lang}-${colorScheme}-${width}.png`, fullPage: true });
        const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
        const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target).join(' ')}`);
        assert.deepEqual(faults, [], `${address} ${lang} ${colorScheme} ${width}`);
        const scroll = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(scroll <= width, `${address} is ${scroll} wide in ${width}`);
      }
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

before(async () => {
  hub = await startHub();
  hub.enrol('tablet', 'library', 'hb');
  await push([
    question(ids[0], 1, secret),
    question(ids[1], 2, 'Hvor står printeren?'),
    question(ids[2], 3, 'Skriv til anna@example.dk', { topic: 'no-such-topic' }),
  ]);
  browser = await startBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await logIn(page, hub);
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

test('the search shows what looks like personal data, with the text as it was written', async () => {
  await openSetting(page, 'Slet indhold');
  const rows = page.locator('#suspects li');
  assert.equal(await rows.count(), 2);
  assert.match(await rows.nth(0).innerText(), /Telefonnummer/);
  assert.equal(await rows.nth(0).locator('blockquote').innerText(), secret);
  assert.match(await rows.nth(1).innerText(), /Mailadresse/);
  await expectNoFaults('erase', '/erase');
});

test('erasing asks once more, does nothing without the tick, and is for good', async () => {
  await page.goto(`${hub.url}/erase`);
  await page.locator('#suspects').getByRole('link', { name: /^Slet/ }).first().click();
  assert.equal(await page.locator('blockquote').innerText(), secret);
  assert.match(await page.locator('form.final').innerText(), /kan ikke fortrydes/);
  await expectNoFaults('erase-one', `/erase?id=${ids[0]}`);
  await page.getByRole('button', { name: 'Slet for altid' }).click();
  assert.equal(await page.locator('blockquote').count(), 1); // the browser asks for the tick
  const csrf = await page.locator('input[name=csrf]').first().inputValue();
  const sent = await page.request.post(`${hub.url}/erase`, { form: { csrf, id: ids[0] }, headers: { origin: hub.url } });
  assert.equal(sent.status(), 422);
  await page.getByLabel('Ja, det skal slettes for altid').check();
  await page.getByRole('button', { name: 'Slet for altid' }).click();
  assert.equal(await page.getByRole('status').innerText(), '1 registrering er slettet.');
  assert.equal(await page.locator('#suspects li').count(), 1);
  await page.getByLabel('Registreringens id').fill(` ${ids[0]} `);
  await page.getByRole('button', { name: 'Vis registreringen' }).click();
  assert.match(await page.locator('main').innerText(), /allerede slettet/);
  await page.goto(`${hub.url}/audit`);
  const log = await page.locator('#table-audit').innerText();
  assert.match(log, new RegExp(`leder\\s+Indhold slettet\\s+${ids[0]}`));
  assert.doesNotMatch(log, /Karen/);
});

test('what is held leads to erasing, and an id that is none is said so', async () => {
  await page.goto(`${hub.url}/held`);
  await page.locator('main').getByRole('link', { name: /^Slet/ }).first().click();
  assert.equal(await page.locator('blockquote').innerText(), 'Skriv til anna@example.dk');
  await page.goto(`${hub.url}/erase`);
  await page.getByLabel('Registreringens id').fill('hest');
  await page.getByRole('button', { name: 'Vis registreringen' }).click();
  assert.match(await page.getByRole('alert').innerText(), /ikke et id/);
});

test('how long texts stand is set within its limits, and logged', async () => {
  await openSetting(page, 'Opbevaring');
  await page.getByLabel('Antal dage').fill('12');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await page.getByRole('alert').innerText(), /Antal dage/);
  await page.getByLabel('Antal dage').fill('400');
  await page.getByRole('button', { name: 'Gem' }).click();
  await page.waitForURL('**/retention?saved=1');
  assert.match(await page.locator('#kept li').first().innerText(), /400 dage/);
  assert.equal(hub.admin(['retention']), 'texts: 400 days');
  await expectNoFaults('retention', '/retention');
  await page.goto(`${hub.url}/audit`);
  assert.match(await page.locator('#table-audit').innerText(), /Opbevaring ændret\s+texts\s+forever -> 400/);
});
