// Goal: supervisors see what is held and what is wrong with tablets, in both languages, and what they
// decide there holds at once; nobody else can, and nothing goes half way.
// Method: Debian's Chromium on the real hub, which real tablets' tokens pushed to; axe.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { logIn, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kHour = 3_600_000;
let hub;
let browser;
let page;
let n = 0;

const entry = (change = {}) => ({
  id: randomUUID(), inst: '0123456789abcdef', n: ++n, v: 1, kind: 'help', at: Date.now(), boot: '0badcafe',
  up: 100 * kHour, topic: 'loan', unit: 'library', branch: 'hb', band: '0-5', ...change,
});

async function push(name, entries) {
  const answer = await fetch(`${hub.url}/v1/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token(name)}` },
    body: JSON.stringify({ schema: 1, stamp: null, clock: { at: Date.now(), boot: '0badcafe', up: 103 * kHour },
      pending: 0, limit: 0, entries }),
  });
  return { status: answer.status, content: await answer.json() };
}

const group = (title) => page.locator('section', { has: page.getByRole('heading', { name: title }) });
const counted = async (query = '') => (await hub.statistics('desk', query)).helps;

before(async () => {
  hub = await startHub();
  hub.enrol('floor', 'library', 'hb');
  hub.enrol('desk', 'citizen_service', 'bs');
  await push('floor', [
    entry({ topic: 'weather' }), entry({ topic: 'weather' }), entry({ topic: 'weather' }), entry({ topic: 'snow' }),
    entry({ branch: 'moon' }), entry({ branch: 'mars' }), entry({ kind: 'referral', to: 'moon-office' }),
    entry({ at: 1000 }), entry({ at: 2000, boot: 'ffffffff' }), entry({ v: 9 }), entry({ people: 0 }),
  ]);
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

test('nobody sees or changes anything without logging in, or from another site', async () => {
  for (const path of ['/held', '/tablets']) {
    await page.goto(hub.url + path);
    assert.match(page.url(), /\/login$/);
    const form = { method: 'POST', redirect: 'manual', body: 'which=all&reason=unknown-topic&topic=loan&do=block&tablet=desk',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: hub.url } };
    const away = await fetch(hub.url + path, form);
    assert.equal(away.status, 303);
    assert.equal(away.headers.get('location'), '/login');
  }
  await logIn(page, hub);
  const [{ value }] = (await page.context().cookies()).filter((cookie) => cookie.name === 'vejviser_session');
  for (const path of ['/held', '/tablets']) {
    const foreign = await fetch(hub.url + path, { method: 'POST', body: 'which=all&reason=unknown-topic&topic=loan&do=block&tablet=desk',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example', cookie: `vejviser_session=${value}` } });
    assert.equal(foreign.status, 403);
  }
  assert.equal(await counted(), 0);
});

test('what is held is shown by reason, with what it says and where it came from', async () => {
  await page.getByRole('link', { name: 'Tælles ikke med' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Tælles ikke med');
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  assert.deepEqual(headings.sort(), [
    'Emnet kendes ikke: snow (1)', 'Emnet kendes ikke: weather (3)', 'Fra en nyere udgave af appen (1)',
    'Henvist til en ukendt enhed: moon-office (1)', 'Indholdet er ikke gyldigt (1)', 'Stedet kendes ikke: mars (1)',
    'Stedet kendes ikke: moon (1)', 'Tidspunktet kan ikke passe (2)',
  ]);
  const row = group('weather').locator('tbody tr').first();
  assert.match(await row.innerText(), /Henvendelse: weather\s+Hovedbiblioteket\s+floor/);
  assert.equal(await group('Fra en nyere udgave').getByRole('button').count(), 0);
  assert.equal(await group('Fra en nyere udgave').getByRole('checkbox').count(), 0);
  assert.ok(await group('Fra en nyere udgave').getByText('Det tælles med af sig selv').isVisible());
  assert.equal(await group('Indholdet er ikke gyldigt').getByRole('button').count(), 0);
});

test('chosen entries are counted as the topic that was chosen, the others stay', async () => {
  const weather = group('weather');
  await weather.getByRole('checkbox').nth(0).check();
  await weather.getByText('Henvendelse: weather').nth(2).click(); // its label
  await weather.getByLabel('Tæl som emne').selectOption({ label: 'Print' });
  await weather.getByRole('button', { name: 'Tæl de valgte med' }).click();
  assert.match(await page.getByRole('status').innerText(), /2 registreringer er nu talt med\./);
  assert.equal(await counted(), 2);
  assert.deepEqual((await hub.statistics('desk')).by_topic.map((row) => [row.topic, row.helps]), [['print', 2]]);
  assert.match(await group('weather').getByRole('heading').innerText(), /\(1\)/);
});

test('what cannot be counted so changes nothing and is said kindly', async () => {
  await group('weather').getByRole('button', { name: 'Tæl alle med' }).click();
  assert.match(await page.getByRole('alert').innerText(), /intet er ændret/);
  await group('snow').getByRole('button', { name: 'Tæl de valgte med' }).click(); // none is
  assert.match(await page.getByRole('alert').innerText(), /Vælg mindst én/);
  const time = group('Tidspunktet');
  for (const box of await time.getByRole('checkbox').all()) await box.check(); // one of them has no estimate
  await time.getByRole('button', { name: 'Tæl de valgte med' }).click();
  assert.match(await page.getByRole('alert').innerText(), /intet er ændret/);
  assert.equal(await counted(), 2);
});

test('a whole group is counted at once; the other groups stay', async () => {
  await group('weather').getByLabel('Tæl som emne').selectOption({ label: 'Print' });
  await group('weather').getByRole('button', { name: 'Tæl alle med' }).click();
  assert.match(await page.getByRole('status').innerText(), /1 registrering er nu talt med\./);
  assert.equal(await group('weather').count(), 0);
  assert.equal(await group('snow').count(), 1);
});

test('places and destinations are chosen as well, and what has become known needs no choice', async () => {
  await group('mars').getByLabel('Tæl under sted').selectOption({ label: 'Sted ikke angivet' });
  await group('mars').getByRole('button', { name: 'Tæl alle med' }).click();
  await group('moon-office').getByLabel('Henvist til', { exact: true }).selectOption({ label: 'Borgerservice' });
  await group('moon-office').getByRole('button', { name: 'Tæl alle med' }).click();
  hub.admin(['branch', 'add', 'moon', 'Månen & <Mars>']);
  await page.reload();
  assert.ok(await group('moon').getByText('Kendes nu').isVisible());
  await group('moon').getByRole('button', { name: 'Tæl alle med' }).click();
  const figures = await hub.statistics('desk');
  assert.deepEqual(figures.by_branch.map((row) => [row.branch, row.helps]), [['', 1], ['hb', 3], ['moon', 1]]);
  assert.equal(figures.referrals, 1);
});

test('a wrong clock is mended by the estimate of the hub, or by a time that a person gives', async () => {
  const time = group('Tidspunktet kan ikke passe');
  await time.locator('tbody tr', { hasText: 'intet' }).getByRole('checkbox').check();
  await time.getByLabel('Tidspunkt', { exact: true }).fill('2026-03-04T10:30');
  await time.getByRole('button', { name: 'Tæl de valgte med' }).click();
  assert.equal(await counted('?from=2026-03-04&to=2026-03-04'), 1);
  const before = await counted();
  await group('Tidspunktet kan ikke passe').getByRole('button', { name: 'Tæl alle med' }).click();
  assert.equal(await counted(), before + 1); // three hours ago, today or yesterday: within the last 28 days
  assert.equal(await group('Tidspunktet kan ikke passe').count(), 0);
  hub.admin(['recount']);
});

test('a tablet is taken out of use, shut out and taken into use again', async () => {
  await page.getByRole('link', { name: 'Tablets' }).click();
  const row = (name) => page.locator('#table-tablets tbody tr', { has: page.getByRole('rowheader', { name, exact: true }) });
  assert.match(await row('desk').innerText(), /Borgerservice\s+Borgerservice <Torvet>\s+I brug/);
  await page.getByRole('button', { name: 'Tag ud af brug: floor' }).click();
  assert.match(await row('floor').innerText(), /Taget ud af brug/);
  assert.match(await row('desk').innerText(), /I brug/);
  const late = await push('floor', [entry(), entry()]);
  assert.deepEqual(late.content.ack.map((ack) => ack[2]), ['revoked', 'revoked']);
  await page.goto(`${hub.url}/held`);
  const before = await counted();
  await group('taget ud af brug').getByRole('button', { name: 'Tæl alle med' }).click();
  assert.equal(await counted(), before + 2);
  await page.goto(`${hub.url}/tablets`);
  await page.getByRole('button', { name: 'Spær: floor' }).click();
  assert.match(await row('floor').innerText(), /Spærret/);
  assert.equal((await push('floor', [entry()])).status, 403);
  assert.equal(await page.getByRole('button', { name: 'Tag ud af brug: floor' }).count(), 0);
  await page.getByRole('button', { name: 'Tag i brug igen: floor' }).click();
  assert.equal((await push('floor', [entry()])).content.ack[0][1], 'ok');
});

test('copied tablets and records that never arrived are told', async () => {
  assert.equal(await page.getByText('kopieret eller rullet tilbage').count(), 0);
  await push('desk', [1, 5, 5].map((number) => entry({ inst: 'aaaaaaaaaaaaaaaa', n: number })));
  await page.reload();
  const row = page.locator('#table-tablets tbody tr', { has: page.getByRole('rowheader', { name: 'desk' }) });
  assert.match(await row.innerText(), /kopieret eller rullet tilbage/);
  assert.doesNotMatch(await row.innerText(), /aldrig nået frem/);
  await hub.change('UPDATE numbering SET changed = changed - 86400001');
  await page.reload();
  assert.match(await row.innerText(), /3 registreringer er aldrig nået frem/);
});

test('both pages speak English', async () => {
  await page.getByRole('link', { name: 'English' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Tablets');
  assert.ok(await page.getByText('3 records that never arrived.').isVisible());
  await page.getByRole('link', { name: 'Held' }).click();
  assert.ok(await page.getByRole('heading', { name: 'Unknown topic: snow (1)' }).isVisible());
  assert.ok(await page.getByRole('button', { name: 'Count the chosen' }).first().isVisible());
  await page.getByRole('link', { name: 'Dansk' }).click();
});

test('axe finds nothing to complain of, light or dark, wide or narrow', async () => {
  const addresses = ['/held', '/held?released=2&left=1', '/tablets', '/overview'];
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const address of addresses) {
        await page.goto(hub.url + address);
        const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
        const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target).join(' ')}`);
        assert.deepEqual(faults, [], `${address} ${colorScheme} ${width}`);
        const scroll = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(scroll <= width, `${address} is ${scroll} wide in ${width}`);
      }
    }
  }
});

test('nothing held is said plainly', async () => {
  await hub.change("UPDATE entry SET held = NULL; DELETE FROM cell; DELETE FROM week");
  await page.goto(`${hub.url}/held`);
  assert.ok(await page.getByText('Alt, hvad der er modtaget, er talt med.').isVisible());
});
