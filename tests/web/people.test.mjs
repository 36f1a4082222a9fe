// Goal: everybody who logs in sees the pages of their role and no others; administrators look after
// people on the page; what was changed stands in the audit log; no page stops a screen reader.
// Method: Debian's Chromium on the real hub, logged in as each role; axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { logIn, logInAs, openSetting, password, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let hub;
let browser;
let page;

const kRoles = [
  ['reader', ['reader'], ['Tal', 'Skift adgangskode']],
  ['library', ['supervisor', '--unit', 'library'], ['Tal', 'Tælles ikke med', 'Tablets', 'Skift adgangskode']],
  ['both', ['supervisor'], ['Tal', 'Tælles ikke med', 'Tablets', 'Skift adgangskode']],
  ['it', ['it'], ['Tablets', 'Ændringslog', 'Skift adgangskode']],
  ['chief', ['administrator'], [
    'Tal', 'Tælles ikke med', 'Tablets', 'Emner', 'Åbningstider', 'Myndighedsgrænse', 'Filer', 'Brugere', 'Slet indhold', 'Opbevaring', 'Små tal',
    'Ændringslog', 'Skift adgangskode',
  ]],
];

const row = (name) => page.locator('#table-people tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) });

async function expectNoFaults(address) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      if (address) await page.goto(hub.url + address);
      const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
      const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target).join(' ')}`);
      assert.deepEqual(faults, [], `${address} ${colorScheme} ${width}`);
      const scroll = await page.evaluate('document.documentElement.scrollWidth');
      assert.ok(scroll <= width, `${address} is ${scroll} wide in ${width}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

before(async () => {
  hub = await startHub();
  hub.enrol('floor', 'library', 'hb');
  hub.enrol('desk', 'citizen_service', 'bs');
  for (const [name, role] of kRoles) hub.admin(['user', 'add', name, '--role', ...role], `${password}\n`);
  browser = await startBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

for (const [name, , places] of kRoles) {
  test(`${name} sees the pages of the role, every one of them opens, and the others do not`, async () => {
    await logInAs(page, hub, name);
    const menu = page.getByRole('navigation', { name: 'Vejviser' });
    const settings = menu.locator('summary');
    const unfold = async () => { if (await settings.count() > 0) await settings.click(); };
    await unfold();
    const links = menu.getByRole('link');
    const shown = (await links.allInnerTexts()).filter((text) => text !== 'English');
    assert.deepEqual(shown, places);
    for (const place of places) {
      const link = menu.getByRole('link', { name: place, exact: true });
      if (!await link.isVisible()) await unfold();
      await link.click();
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), place === 'Tal' ? 'Overblik' : place);
    }
    for (const [path, place] of [['/overview', 'Tal'], ['/held', 'Tælles ikke med'], ['/tablets', 'Tablets'], ['/topics', 'Emner'], ['/hours', 'Åbningstider'],
      ['/authority', 'Myndighedsgrænse'], ['/files', 'Filer'], ['/people', 'Brugere'], ['/erase', 'Slet indhold'], ['/retention', 'Opbevaring'], ['/small-cells', 'Små tal'], ['/audit', 'Ændringslog']]) {
      const answer = await page.goto(hub.url + path);
      assert.equal(answer.status(), places.includes(place) ? 200 : 403);
    }
    if (name === 'reader') await expectNoFaults('/people'); // the page that says no
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.waitForURL('**/login');
  });
}

test('whoever looks after tablets lets a new one in, of their unit only, and sees the code once', async () => {
  await logInAs(page, hub, 'library');
  await page.goto(`${hub.url}/tablets`);
  assert.deepEqual(await page.getByLabel('Enhed').locator('option').allInnerTexts(), ['Bibliotek']);
  await page.getByLabel('Tablettens navn').fill('Gulvet 7');
  await page.getByLabel('Sted').selectOption('hb');
  await page.getByRole('button', { name: 'Lav en kode' }).click();
  const code = await page.locator('#enrol-code').innerText();
  assert.match(code, /^[A-HJKMNP-Z]{4}-[A-HJKMNP-Z]{4}$/);
  const link = new URL(await page.locator('#enrol-link').inputValue());
  assert.equal(link.searchParams.get('hub'), hub.url);
  assert.equal(link.searchParams.get('code'), code);
  await expectNoFaults('');
  await page.screenshot({ path: process.env.VEJVISER_PICTURES ? `${process.env.VEJVISER_PICTURES}/enrol.png` : undefined });
  hub.cli('gulvet', 'enrol', hub.url, code);
  await page.goto(`${hub.url}/tablets`);
  assert.equal(await page.locator('#enrol-code').count(), 0);
  assert.equal(await page.getByRole('rowheader', { name: 'Gulvet 7', exact: true }).count(), 1);
  const csrf = await page.locator('input[name=csrf]').first().inputValue();
  const ask = (fields) => page.request.post(`${hub.url}/tablets`, {
    form: { csrf, do: 'enrol', name: 'X', unit: 'library', branch: 'hb', ...fields }, headers: { origin: hub.url },
  });
  assert.equal((await ask({ unit: 'citizen_service' })).status(), 403);
  assert.equal((await ask({ name: '' })).status(), 422);
  assert.equal((await ask({ branch: 'nowhere' })).status(), 422);
  await page.context().clearCookies();
});

test('a supervisor of one unit is offered the tablets of that unit', async () => {
  await logInAs(page, hub, 'library');
  await page.goto(`${hub.url}/tablets`);
  assert.equal(await page.getByRole('button', { name: 'Spær: floor' }).count(), 1);
  assert.equal(await page.getByRole('button', { name: 'Spær: desk' }).count(), 0);
  await page.context().clearCookies();
});

test('a new user gets a password that is told once, logs in with it and changes it', async () => {
  await logIn(page, hub);
  await openSetting(page, 'Brugere');
  await page.getByLabel('Brugernavn').fill('ny <b>bruger</b>');
  await page.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Leder: Bibliotek' });
  await page.getByRole('button', { name: 'Opret bruger' }).click();
  const start = await page.locator('#start-password').innerText();
  assert.match(await page.getByRole('status').innerText(), /ny <b>bruger<\/b>/);
  await expectNoFaults();
  await page.goto(`${hub.url}/people`);
  assert.equal(await page.locator('#start-password').count(), 0);
  const other = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const theirs = await other.newPage();
  await logInAs(theirs, hub, 'ny <b>bruger</b>', start);
  await theirs.getByRole('link', { name: 'Skift adgangskode' }).click();
  const change = async (current, next, again = next) => {
    await theirs.getByLabel('Nuværende adgangskode').fill(current);
    await theirs.getByLabel('Ny adgangskode').fill(next);
    await theirs.getByLabel('Gentag den nye').fill(again);
    await theirs.getByRole('button', { name: 'Skift adgangskode' }).click();
  };
  await change('not this one', 'my own password');
  assert.match(await theirs.getByRole('alert').innerText(), /er forkert/);
  await change(start, 'my own password', 'my own passwort');
  assert.match(await theirs.getByRole('alert').innerText(), /ikke ens/);
  await change(start, 'my own password');
  assert.match(await theirs.getByRole('status').innerText(), /er skiftet/);
  await theirs.goto(`${hub.url}/overview`);
  assert.equal(await theirs.getByRole('heading', { level: 1 }).innerText(), 'Overblik'); // still logged in
  await row('ny <b>bruger</b>').getByRole('combobox').selectOption({ label: 'It' });
  await row('ny <b>bruger</b>').getByRole('button', { name: 'Skift rolle' }).click();
  assert.match(await row('ny <b>bruger</b>').locator('td').first().innerText(), /^It$/);
  await theirs.reload();
  assert.match(theirs.url(), /\/login$/);
  await row('ny <b>bruger</b>').getByRole('button', { name: 'Fjern' }).click();
  assert.equal(await row('ny <b>bruger</b>').count(), 0);
  await other.close();
});

test('the last administrator stays', async () => {
  await row('chief').getByRole('button', { name: 'Fjern' }).click();
  await row('leder').getByRole('button', { name: 'Fjern' }).click();
  assert.match(await page.getByRole('alert').innerText(), /mindst én administrator/);
  await row('leder').getByRole('combobox').selectOption({ label: 'Læser' });
  await row('leder').getByRole('button', { name: 'Skift rolle' }).click();
  assert.match(await page.getByRole('alert').innerText(), /mindst én administrator/);
  assert.equal(await row('leder').count(), 1);
});

test('a form from before another log-in does nothing and says why', async () => {
  await page.goto(`${hub.url}/tablets`);
  const second = await page.context().newPage();
  await second.goto(`${hub.url}/overview`);
  await second.getByRole('button', { name: 'Log ud' }).click();
  await logIn(second, hub);
  await page.getByRole('button', { name: 'Spær: floor' }).click();
  assert.match(await page.getByRole('alert').innerText(), /for gammel/);
  await page.goto(`${hub.url}/tablets`);
  assert.equal(await page.getByRole('button', { name: 'Spær: floor' }).count(), 1);
  await page.getByRole('button', { name: 'Spær: floor' }).click();
  assert.equal(await page.getByRole('button', { name: 'Spær: floor' }).count(), 0);
  await second.close();
});

test('the audit log says who did what, the newest first, in both languages', async () => {
  await openSetting(page, 'Ændringslog');
  const lines = await page.locator('#table-audit tbody tr').allInnerTexts();
  assert.match(lines[0], /leder\s+Tablet spærret\s+floor .*\s+in use -> blocked/);
  assert.match(lines[1], /leder\s+Bruger fjernet\s+chief\s+administrator/);
  assert.match(lines.at(-1), /command line\s+Server sat op/);
  assert.ok(lines.some((line) => /ny <b>bruger<\/b>\s+Adgangskode skiftet/.test(line)));
  await page.getByRole('link', { name: 'English' }).click();
  assert.match((await page.locator('#table-audit tbody tr').allInnerTexts())[0], /Tablet blocked/);
  await page.getByRole('link', { name: 'Dansk' }).click();
});

test('axe finds nothing to complain of on the new pages', async () => {
  for (const address of ['/people', '/audit', '/password', '/password?changed=1', '/tablets']) await expectNoFaults(address);
});
