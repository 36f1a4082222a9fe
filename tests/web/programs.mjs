// The real programs and the real browser, for the tests beside this file.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';

const bin = process.env.VEJVISER_BIN;
export const password = 'a long password';

/** The day in Copenhagen so many days ago, as yyyy-mm-dd: whole days, whatever the machine's zone. */
export const dayAgo = (days) => {
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' });
  return new Date(Date.parse(`${today}T00:00Z`) - days * 864e5).toISOString().slice(0, 10);
};

function freePort(port = 16_000 + (process.pid % 4000)) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort(port + 1)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}

/** A hub with two branches, a supervisor "leder", and a folder for tablets. `options`: more for `serve`. */
export async function startHub(options = []) {
  const dir = mkdtempSync(join(tmpdir(), 'vejviser-web-'));
  const folder = join(dir, 'hub');
  const admin = (args, input = '') =>
    execFileSync(join(bin, 'vejviser-hub'), ['--data', folder, ...args], { input, encoding: 'utf8' }).trim();
  admin(['init', '--municipality', 'Prøvekøbing Kommune', '--exact-for', 'all', '--branch', 'hb=Hovedbiblioteket',
    '--branch', 'bs=Borgerservice <Torvet>']);
  const port = await freePort();
  let process_;
  const serve = async () => {
    const more = ['serve', '--listen', `127.0.0.1:${port}`, ...options];
    process_ = spawn(join(bin, 'vejviser-hub'), ['--data', folder, ...more],
      { stdio: ['ignore', 'pipe', 'ignore'] });  // a log that nobody reads would stop it
    await new Promise((resolve) => process_.stdout.once('data', resolve));
  };
  const end = async () => {
    const gone = new Promise((resolve) => process_.once('exit', resolve));
    process_.kill('SIGTERM');
    await gone;
  };
  await serve();
  admin(['user', 'add', 'leder'], `${password}\n`);
  const url = `http://127.0.0.1:${port}`;
  const cli = (name, ...args) =>
    execFileSync(join(bin, 'vejviser-cli'), ['--data', join(dir, name), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return {
    url, admin, cli, dir,
    enrol(name, unit, branch) {
      cli(name, 'enrol', url, admin(['enrol-code', '--name', name, '--unit', unit, '--branch', branch]));
    },
    token(name) {
      const secrets = join(dir, name, 'no-backup');
      return readFileSync(join(secrets, readdirSync(secrets)[0]), 'utf8');
    },
    async statistics(name, query = '') {
      const answer = await fetch(`${url}/v1/statistics${query}`, { headers: { authorization: `Bearer ${this.token(name)}` } });
      return answer.json();
    },
    /** Changes the database with nobody at work. */
    async change(sql) {
      await end();
      execFileSync('sqlite3', [join(folder, 'hub.db'), sql]);
      await serve();
    },
    async stop() {
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Writes down what a hub answered, as the hub's own tests do: openapi.test.mjs looks at all of it. */
async function keep(response) {
  const folder = process.env.VEJVISER_EXCHANGES;
  if (!folder || !response.url().startsWith('http://127.0.0.1:')) return;
  const headers = await response.headersArray().catch(() => null); // of a page that was left there are none
  if (!headers) return;
  const line = JSON.stringify({
    method: response.request().method(),
    path: new URL(response.url()).pathname,
    status: response.status(),
    headers: headers.map(({ name, value }) => [name, value]),
    body: '',
  });
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${basename(process.argv[1])}.jsonl`), `${line}\n`);
}

/** Debian's Chromium, without a screen; it looks for nothing on the network but our page. */
export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => (await newContext(options)).on('response', keep);
  browser.newPage = async (options) => (await browser.newContext(options)).newPage();
  return browser;
}

/** Logs in and waits for the first page of the role. */
export async function logInAs(page, hub, name, word = password) {
  await page.goto(`${hub.url}/login`);
  await page.getByLabel('Brugernavn').fill(name);
  await page.getByLabel('Adgangskode').fill(word);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.waitForURL((url) => !['/login', '/'].includes(url.pathname));
}

export async function logIn(page, hub) {
  await logInAs(page, hub, 'leder');
  await page.waitForURL('**/overview');
}

/** Goes to a page in the menu of the settings. */
export async function openSetting(page, name) {
  const menu = page.getByRole('navigation', { name: 'Vejviser' });
  await menu.locator('summary').click();
  await menu.getByRole('link', { name, exact: true }).click();
}
