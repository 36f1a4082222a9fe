// Goal: supervisors administer topics, opening hours, authority line and files; what is wrong is said
// at its field, what somebody else has changed meanwhile is shown and never lost; nobody else can.
// Method: Debian's Chromium on the real hub, two windows of it where two people work; axe.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dayAgo, logIn, openSetting, startBrowser, startHub } from './programs.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let hub;
let browser;
let page;
let other; // somebody else's window

before(async () => {
  hub = await startHub();
  hub.enrol('floor', 'library', 'hb');
  hub.cli('floor', 'log', 'print', '--count', '3');
  hub.cli('floor', 'log', 'nemid-retired', '--count', '2');
  hub.cli('floor', 'sync');
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  other = await context.newPage();
});

after(async () => {
  await browser?.close();
  await hub?.stop();
});

const alert = () => page.getByRole('alert').innerText();
const list = () => hub.admin(['topic', 'list']).split('\n');
const row = (code) => page.locator('#table-topics tbody tr', { has: page.getByRole('cell', { name: code, exact: true }) });
const danish = (day) => day.split('-').reverse().join('-');
/** The documents as tablets would get them. */
const file = async (name) => {
  const [{ value }] = (await page.context().cookies()).filter((cookie) => cookie.name === 'vejviser_session');
  return (await fetch(`${hub.url}/file?name=${name}`, { headers: { cookie: `vejviser_session=${value}` } })).text();
};

test('nobody sees or changes anything without logging in, or from another site', async () => {
  const addresses = [['/topics'], ['/topic?code=print', '/topic'], ['/hours'], ['/place-hours?place=hb&unit=library', '/place-hours'],
    ['/authority'], ['/rule?about=*', '/rule'], ['/role', '/role'], ['/files', '/files'], ['/file?name=guides']];
  const body = 'code=print&do=retire&place=hb&unit=library&key=*&any=decide&name=guides&version=';
  const form = { method: 'POST', redirect: 'manual', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  for (const [get, post] of addresses) {
    await page.goto(hub.url + get);
    assert.match(page.url(), /\/login$/, get);
    if (!post) continue;
    const away = await fetch(hub.url + post, { ...form, headers: { ...form.headers, origin: hub.url } });
    assert.equal(away.headers.get('location'), '/login', post);
  }
  await logIn(page, hub);
  const [{ value }] = (await page.context().cookies()).filter((cookie) => cookie.name === 'vejviser_session');
  for (const [, post] of addresses) {
    if (!post) continue;
    const foreign = await fetch(hub.url + post, { ...form, headers: { ...form.headers, origin: 'https://evil.example', cookie: `vejviser_session=${value}` } });
    assert.equal(foreign.status, 403, post);
  }
});

test('topics are listed with how often each was helped with, and found by search', async () => {
  await openSetting(page, 'Emner');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Emner');
  assert.equal(await page.locator('#table-topics tbody tr').count(), 89);
  assert.match(await row('print').innerText(), /\t3\t/);
  await page.getByLabel('Søg').fill('koerekort');
  await page.getByRole('button', { name: 'Vis' }).click();
  const names = await page.locator('#table-topics tbody th').allInnerTexts();
  assert.ok(names.length >= 3 && names.length < 10 && names.some((name) => name.startsWith('Kørekort')), names.join());
  await page.getByLabel('Søg').fill('no such thing at all');
  await page.getByRole('button', { name: 'Vis' }).click();
  assert.ok(await page.getByText('Intet emne passer').isVisible());
});

test('a topic is added; a code that was used, or is none, is refused at its field and nothing is lost', async () => {
  await page.getByRole('link', { name: 'Nyt emne' }).click();
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.equal(await page.locator('[aria-invalid]').count(), 4); // all at once
  await page.getByLabel('Kode').fill('print');
  await page.getByLabel('Navn på dansk').fill('Det nye <emne> & "mere"');
  await page.getByLabel('Emnegruppe').fill('it-help');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /Intet er gemt/);
  assert.equal(await page.getByLabel('Navn på engelsk').getAttribute('aria-invalid'), 'true');
  await page.getByLabel('Navn på engelsk').fill('The new topic');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /Koden er brugt før/);
  assert.equal(await page.getByLabel('Navn på dansk').inputValue(), 'Det nye <emne> & "mere"');
  await page.getByLabel('Kode').fill('New Topic');
  await page.getByRole('button', { name: 'Gem' }).click();
  await page.getByRole('alert').getByRole('link').click();
  assert.equal(await page.evaluate('document.activeElement.id'), 'f-id');
  await page.getByLabel('Kode').fill('new-topic');
  await page.getByLabel('Myndighedsopgave').selectOption({ label: 'ja' });
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await page.getByRole('status').first().innerText(), /gemt/);
  assert.equal(list().at(-1), 'new-topic,"Det nye <emne> & ""mere""",The new topic,it-help,yes,light,both,,,10,,,,,');
  assert.equal(await row('new-topic').getByRole('rowheader').innerText(), 'Det nye <emne> & "mere"');
});

test('a topic is retired, bridged, checked and offered again; its figures stay', async () => {
  await page.goto(`${hub.url}/topic?code=nemid-retired`);
  await page.getByLabel('Gælder til og med').fill(dayAgo(1));
  await page.getByLabel('Fortsætter i emnet').selectOption('mitid-help');
  await page.getByLabel('Senest kontrolleret').fill(dayAgo(400));
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.equal(await row('nemid-retired').count(), 0);
  assert.match(await row('mitid-help').innerText(), /0\s+med dem, det afløser: 2/);
  await page.getByLabel('Vis også emner').check();
  await page.getByRole('button', { name: 'Vis' }).click();
  const text = await row('nemid-retired').innerText();
  assert.ok(text.includes(`Taget ud af brug efter ${danish(dayAgo(1))}`) && text.includes('Fortsætter i: MitID'), text);
  assert.match(text, /2\s+efter sidste dag: 2/);
  assert.match(text, /Over et år siden/);
  assert.equal((await hub.statistics('floor')).helps, 5);
  hub.cli('floor', 'log', 'nemid-retired');
  hub.cli('floor', 'sync'); // a tablet that had not heard: counted, never held
  assert.equal((await hub.statistics('floor')).helps, 6);
  await page.goto(`${hub.url}/topic?code=nemid-retired`);
  await page.getByRole('button', { name: 'Kontrolleret i dag' }).click();
  await page.goto(`${hub.url}/topic?code=nemid-retired`);
  await page.getByRole('button', { name: 'Tag i brug igen' }).click();
  assert.match(await row('nemid-retired').innerText(), /I brug/);
  await page.goto(`${hub.url}/topic?code=print`);
  await page.getByRole('button', { name: 'Tag ud af brug efter i dag' }).click();
  assert.match(await row('print').innerText(), /I brug til og med/);
});

test('bridges that lead in a ring and days that end before they begin are refused at their field', async () => {
  await page.goto(`${hub.url}/topic?code=mitid-help`);
  await page.getByLabel('Fortsætter i emnet').selectOption('nemid-retired');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /Fortsætter i emnet: .*tilbage til sig selv/);
  await page.getByLabel('Fortsætter i emnet').selectOption('');
  await page.getByLabel('Gælder fra').fill('2026-05-02');
  await page.getByLabel('Gælder til og med').fill('2026-05-01');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /Gælder til og med: .*før den første/);
});

test('who saves over a change of somebody else is told, sees both, and can still save', async () => {
  await page.goto(`${hub.url}/topic?code=loan`);
  await other.goto(`${hub.url}/topic?code=loan`);
  await other.getByLabel('Navn på dansk').fill('Lån (den andens)');
  await other.getByRole('button', { name: 'Gem' }).click();
  await page.getByLabel('Navn på engelsk').fill('Loan (mine)');
  const [answer] = await Promise.all([page.waitForResponse((r) => r.request().method() === 'POST'), page.getByRole('button', { name: 'Gem' }).click()]);
  assert.equal(answer.status(), 409);
  assert.match(await alert(), /En anden har ændret/);
  assert.match(await page.locator('#s-name_da').innerText(), /Gemt nu: Lån \(den andens\)/);
  assert.equal(await page.getByLabel('Navn på engelsk').inputValue(), 'Loan (mine)');
  assert.equal(await page.locator('.stored').count(), 2);
  assert.ok(list().some((line) => line.startsWith('loan,Lån (den andens),')));
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.ok(list().some((line) => line.includes('Loan (mine)')));
  await other.goto(`${hub.url}/topic?code=loan`);
  await page.goto(`${hub.url}/topic?code=loan`);
  await page.getByRole('button', { name: 'Kontrolleret i dag' }).click();
  await other.getByRole('button', { name: 'Tag ud af brug' }).click();
  assert.match(await other.getByRole('alert').innerText(), /En anden har ændret/);
  assert.equal(await other.getByLabel('Navn på engelsk').inputValue(), 'Loan (mine)');
});

test('opening hours are written as people write them, and what cannot be read is said at its field', async () => {
  await openSetting(page, 'Åbningstider');
  assert.equal(await page.locator('#table-hours tbody tr').count(), 4);
  await page.getByRole('link', { name: 'Hovedbiblioteket, Bibliotek' }).click();
  await page.getByLabel('mandag, betjent', { exact: true }).fill('10-12.30, 13–18');
  await page.getByLabel('mandag, ubetjent').fill('8:00-22:00');
  await page.getByLabel('tirsdag, betjent', { exact: true }).fill('10 til 18');
  await page.getByLabel('onsdag, betjent', { exact: true }).fill('10-12, 11-13');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /tirsdag, betjent: Skriv tider som/);
  assert.match(await alert(), /onsdag, betjent: Tiderne overlapper/);
  assert.equal(await page.getByLabel('mandag, betjent', { exact: true }).inputValue(), '10-12.30, 13–18');
  assert.equal((await file('hours')).split('\n').length, 2);
  await page.getByLabel('tirsdag, betjent', { exact: true }).fill('');
  await page.getByLabel('onsdag, betjent', { exact: true }).fill('10-12, 12-13');
  await page.getByLabel('På helligdage').selectOption({ label: 'Åbent som ugedagen, men ubetjent' });
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await page.getByRole('status').innerText(), /gemt/);
  assert.deepEqual((await file('hours')).trim().split('\n').slice(1), [
    'hb,library,mon,08:00,10:00,unstaffed,', 'hb,library,mon,10:00,12:30,staffed,', 'hb,library,mon,12:30,13:00,unstaffed,',
    'hb,library,mon,13:00,18:00,staffed,', 'hb,library,mon,18:00,22:00,unstaffed,', 'hb,library,tue,closed,,,',
    'hb,library,wed,10:00,13:00,staffed,', 'hb,library,thu-sun,closed,,,', 'hb,library,holidays,unstaffed,,,']);
});

test('holidays and single days have hours of their own; other places stay as they are', async () => {
  await page.getByRole('link', { name: 'Hovedbiblioteket, Borgerservice' }).click();
  await page.getByLabel('fredag, betjent', { exact: true }).fill('9-12');
  const christmas = page.locator('details', { hasText: 'juleaftensdag' });
  await christmas.locator('summary').click();
  await christmas.getByLabel('Betjent', { exact: true }).fill('9-11');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /Den dag: Vælg "Disse tider"/);
  await christmas.getByLabel('Den dag').selectOption({ label: 'Disse tider' });
  const added = page.locator('details', { hasText: 'Tilføj en dag' }).first();
  await added.locator('summary').click();
  await added.getByLabel('Dato').fill('2099-07-01');
  await added.getByLabel('Til og med').fill('2099-07-03');
  await added.getByLabel('Årsag').fill('summer');
  await page.getByRole('button', { name: 'Gem' }).click();
  const lines = (await file('hours')).trim().split('\n');
  assert.equal(lines.filter((line) => line.startsWith('hb,library,')).length, 9);
  const own = lines.filter((line) => line.startsWith('hb,citizen_service,'));
  assert.deepEqual(own.slice(0, 3), ['hb,citizen_service,mon-thu,closed,,,', 'hb,citizen_service,fri,09:00,12:00,staffed,', 'hb,citizen_service,sat-sun,closed,,,']);
  assert.match(own[3], /-12-24,09:00,11:00,staffed,$/);
  assert.deepEqual(own.slice(4), ['01', '02', '03'].map((day) => `hb,citizen_service,2099-07-${day},closed,,,summer`));
});

test('two people at the hours of one place do not lose what the other wrote; of two places both save', async () => {
  const address = `${hub.url}/place-hours?place=hb&unit=citizen_service`;
  await page.goto(address);
  await other.goto(address);
  const july = (window) => window.locator('details', { hasText: '01-07-2099' });
  await july(other).locator('summary').click();
  await july(other).getByLabel('Den dag').selectOption({ label: 'Følger ugedag og helligdag' });
  await other.getByLabel('mandag, betjent', { exact: true }).fill('9-15');
  await other.getByRole('button', { name: 'Gem' }).click();
  await page.getByLabel('tirsdag, betjent', { exact: true }).fill('9-16');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /En anden har ændret/);
  assert.match(await page.locator('#s-d1-s').innerText(), /09\.00-15\.00/);
  assert.match(await page.locator('#s-d2-s').innerText(), /tomt/);
  assert.equal(await page.getByLabel('tirsdag, betjent', { exact: true }).inputValue(), '9-16');
  assert.ok(await july(page).getByText('Gemt nu: Følger').isVisible()); // gone there, still written here
  await page.goto(`${hub.url}/place-hours?place=bs&unit=library`);
  await other.goto(address);
  await page.getByLabel('lørdag, betjent', { exact: true }).fill('10-14');
  await other.getByLabel('lørdag, betjent', { exact: true }).fill('10-13');
  await page.getByRole('button', { name: 'Gem' }).click();
  await other.getByRole('button', { name: 'Gem' }).click();
  assert.match(await other.getByRole('status').innerText(), /gemt/);
  assert.ok((await file('hours')).includes('bs,library,sat,10:00,14:00,staffed,'));
  await page.goto(`${hub.url}/place-hours?place=bs&unit=library`);
  await page.getByRole('button', { name: 'Oplys ingen' }).click();
  assert.ok(!(await file('hours')).includes('bs,library'));
});

test('the authority line is drawn by topic, group and role', async () => {
  await openSetting(page, 'Myndighedsgrænse');
  const line = (name) => page.locator('#table-line tbody tr', { has: page.getByRole('link', { name, exact: true }) });
  assert.match(await line('Pas til barn: samtykke og ansøgning').innerText(), /skal henvise videre\s+må afgøre/);
  await page.getByRole('link', { name: 'Emnegruppe: identity-papers' }).click();
  await page.getByLabel('Biblioteksmedarbejder').selectOption({ label: 'må vejlede' });
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await line('Pas til barn: samtykke og ansøgning').innerText(), /må vejlede\s+må afgøre/);
  await page.getByRole('link', { name: 'Pas til barn: samtykke og ansøgning' }).click();
  await page.getByLabel('Alle roller').selectOption({ label: 'skal henvise videre' });
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await line('Pas til barn: samtykke og ansøgning').innerText(), /skal henvise videre\s+skal henvise videre/);
  assert.deepEqual((await file('authority')).trim().split('\n'), ['topic,role,may', '*,library_staff,hand_over',
    '*,citizen_service_staff,decide', 'group:identity-papers,library_staff,guide', 'passport-child,*,hand_over']);
  await page.getByRole('link', { name: 'Alle myndighedsopgaver' }).click();
  await other.goto(`${hub.url}/rule?about=*`);
  await other.getByLabel('Biblioteksmedarbejder').selectOption({ label: 'må vejlede' });
  await other.getByRole('button', { name: 'Gem' }).click();
  await page.getByLabel('Borgerservicemedarbejder').selectOption({ label: 'må vejlede' });
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /En anden har ændret/);
  assert.match(await page.locator('#s-role-library_staff').innerText(), /må vejlede/);
});

test('roles are added and renamed, and a code is never used twice', async () => {
  await page.goto(`${hub.url}/role`);
  await page.getByLabel('Kode').fill('library_staff');
  await page.getByLabel('Navn på dansk').fill('Digital vejleder');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.match(await alert(), /brugt før[^]*udfyldes/);
  await page.getByLabel('Kode').fill('guide');
  await page.getByLabel('Navn på engelsk').fill('Digital guide');
  await page.getByLabel('Enhed').selectOption({ label: 'Borgerservice' });
  await page.getByRole('button', { name: 'Gem' }).click();
  await page.getByRole('link', { name: 'Biblioteksmedarbejder' }).click();
  await page.getByLabel('Navn på dansk').fill('Bibliotekar');
  await page.getByRole('button', { name: 'Gem' }).click();
  assert.deepEqual((await file('roles')).trim().split('\n').slice(1), ['library_staff,Bibliotekar,Library staff,library',
    'citizen_service_staff,Borgerservicemedarbejder,Citizen-service staff,citizen_service',
    'guide,Digital vejleder,Digital guide,citizen_service']);
  assert.ok((await page.locator('#table-line thead').innerText()).includes('Digital vejleder'));
});

const put = async (window, name, title, text) => {
  const path = join(hub.dir, `${name}.csv`);
  writeFileSync(path, text);
  const section = window.locator('section', { has: window.getByRole('heading', { name: title, exact: true }) });
  await section.getByLabel('Fil', { exact: true }).setInputFiles(path);
  await section.getByRole('button', { name: 'Indlæs' }).click();
};

test('a file is fetched, replaced and taken away; one with an error is refused with its line', async () => {
  await openSetting(page, 'Filer');
  assert.match(await page.locator('#table-checked tbody tr').first().innerText(), /Guide: .*ikke kontrolleret/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent som fil: Guider' }).click()]);
  assert.equal(download.suggestedFilename(), 'guides.csv');
  const guides = readFileSync(await download.path(), 'utf8');
  const broken = guides.replace(/^(mitid-help),step/m, '$1,stair');
  await put(page, 'guides', 'Guider', broken);
  assert.match(await alert(), /Guider: Filen er afvist[^]*Linje 3: part is 'stair'[^]*mitid-help,stair/);
  assert.equal(await file('guides'), guides);
  const checked = guides.replace(/^topic,part,da,en\n/, `$&mitid-help,checked,${dayAgo(366)},\n`);
  await put(page, 'guides', 'Guider', checked);
  assert.match(await page.getByRole('status').innerText(), /gemt/);
  const old = page.locator('#table-checked tbody tr', { hasText: danish(dayAgo(366)) });
  assert.match(await old.innerText(), /Guide: MitID: hjælp.*Over et år siden/s);
  assert.equal(await page.getByText('Over et år siden').count(), 1);
  await page.getByRole('button', { name: 'Brug den indbyggede igen: Guider' }).click();
  assert.equal(await file('guides'), guides);
  assert.equal(await page.getByRole('button', { name: 'Brug den indbyggede igen: Guider' }).count(), 0);
});

test('a file over somebody else\'s is refused with both shown, and stored when one says so', async () => {
  await page.goto(`${hub.url}/files`);
  await other.goto(`${hub.url}/files`);
  const body = (name) => `code,name_da,name_en,phone,web,hours,topics\nhotline,${name},${name},,,,\n`;
  await put(other, 'destinations', 'Steder uden for huset', body('Theirs'));
  await put(page, 'destinations', 'Steder uden for huset', body('Mine, <b>bold</b>').replaceAll('Mine, <b>bold</b>', '"Mine, <b>bold</b>"'));
  assert.match(await alert(), /En anden har ændret/);
  assert.match(await page.getByLabel('Gemt nu').inputValue(), /Theirs/);
  assert.match(await page.getByLabel('Din fil').inputValue(), /Mine, <b>/);
  assert.match(await file('destinations'), /Theirs/);
  await page.getByRole('button', { name: 'Gem min' }).click();
  assert.match((await file('destinations')).replaceAll('\r', ''), /hotline,"Mine, <b>bold<\/b>"/);
});

test('a catalogue file adds and changes topics, removes none, and is taken whole or not at all', async () => {
  const before = list();
  await page.goto(`${hub.url}/files`);
  const [heading] = before;
  await put(page, 'topics', 'Emnekatalog', `${heading}\nfrom-file,Fra fil,From a file,g,no,light,both,,,5,,,,,\nprint,P,P,g,no,light,both,,,x,,,,,\n`);
  assert.match(await alert(), /Linje 3: typical_minutes[^]*print,P,P/);
  assert.deepEqual(list(), before);
  await put(page, 'topics', 'Emnekatalog', `${heading}\nfrom-file,Fra fil,From a file,g,no,light,both,,,5,,,,,moon\n`);
  assert.match(await alert(), /Linje 2: replaced_by 'moon'/);
  await put(page, 'topics', 'Emnekatalog', `${heading}\nfrom-file,Fra fil,From a file,g,no,light,both,,,5,,,,,print\n`);
  assert.match(await page.getByRole('status').innerText(), /gemt/);
  assert.equal(list().length, before.length + 1);
});

test('all pages speak English', async () => {
  for (const [address, heading] of [['topics', 'Topics'], ['topic', 'New topic'], ['hours', 'Opening hours'], ['authority', 'Authority line'], ['files', 'Files']]) {
    await page.goto(`${hub.url}/${address}?lang=en`);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), heading);
  }
  await page.goto(`${hub.url}/place-hours?place=hb&unit=library`);
  assert.equal(await page.getByLabel('Monday, staffed', { exact: true }).inputValue(), '10:00-12:30, 13:00-18:00');
  await page.getByRole('link', { name: 'Dansk' }).click();
  assert.match(page.url(), /place=hb&unit=library/);
});

test('axe finds nothing to complain of, light or dark, wide or narrow', async () => {
  const addresses = ['topics?show=all&saved=1', 'topic', 'topic?code=nemid-retired', 'hours', 'place-hours?place=hb&unit=citizen_service',
    'authority', 'rule?about=group:digital-id', 'role', 'files'];
  const check = async (name) => {
    const found = await page.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
    const faults = found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target).join(' ')}`);
    assert.deepEqual(faults, [], name);
  };
  for (const lang of ['da', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [1280, 400]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        for (const address of addresses) {
          await page.goto(`${hub.url}/${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
          await page.evaluate('document.querySelectorAll("details").forEach((box, i) => { box.open = i < 2; })');
          const name = `${address.split('?')[0]}${address.includes('code') ? '-edit' : ''}-${lang}-${colorScheme}-${width}`;
          if (lang === 'da') await check(name);
          const scroll = await page.evaluate('document.documentElement.scrollWidth');
          assert.ok(scroll <= width, `${name} is ${scroll} wide`);
        }
        await page.goto(`${hub.url}/topic?lang=${lang}`);
        await page.locator('button[value=save]').click(); // with faults
        await check(`faults ${colorScheme} ${width}`);
      }
    }
  }
});
