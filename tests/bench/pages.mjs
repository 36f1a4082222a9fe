// How fast the supervisors' pages come over a slow line, and what Lighthouse says of them; for ./dev bench.
// HUB and PASSWORD: a hub with the demonstration's two years.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { logInAs, startBrowser } from '../web/programs.mjs';

const { HUB: hub, PASSWORD: password } = process.env;
const kPages = ['/overview', ...['referrals', 'topics', 'hours', 'routine', 'events', 'lending', 'coverage'].map((name) => `/figures/${name}`)];
const kLoads = 7;
const kAim = 1000; // ms
// What Lighthouse called "3G fast": 1.6 Mbit/s down, 750 kbit/s up, a round trip of 150 ms.
const kLine = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await logInAs(page, { url: hub }, 'leder', password);
const line = await page.context().newCDPSession(page);
await line.send('Network.enable');
await line.send('Network.emulateNetworkConditions', kLine);
let sent = new Map(); // bytes of what came over the line, by request
line.on('Network.responseReceived', ({ requestId, response }) => { if (!response.fromDiskCache && response.url.startsWith('http')) sent.set(requestId, 0); });
line.on('Network.requestServedFromCache', ({ requestId }) => sent.delete(requestId));
line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (sent.has(requestId)) sent.set(requestId, encodedDataLength); });

/** One load: until the load event, in ms. */
async function load(path, cold) {
  await page.goto('about:blank');
  if (cold) await line.send('Network.clearBrowserCache');
  sent = new Map();
  await page.goto(hub + path);
  return page.evaluate('performance.getEntriesByType("navigation")[0].loadEventStart');
}

/** Several loads of a page. */
async function loads(path, cold) {
  const times = [];
  if (!cold) await load(path, false);
  for (let i = 0; i < kLoads; i += 1) times.push(await load(path, cold));
  times.sort((a, b) => a - b);
  const bytes = [...sent.values()].reduce((sum, each) => sum + each, 0);
  return { p50: times[kLoads >> 1], max: times.at(-1), bytes, requests: sent.size };
}

console.log(`\nThe web pages over 1.6 Mbit/s, 150 ms round trip (${kLoads} loads; floor: /health over the same line)`);
console.log(`${''.padEnd(22)}cache  ${'over the line'.padStart(16)} ${'p50'.padStart(9)} ${'max'.padStart(9)} ${'floor'.padStart(9)} ${'ratio'.padStart(7)}  aim`);
for (const cold of [true, false]) {
  const floor = await loads('/health', cold);
  for (const path of kPages) {
    const { p50, max, bytes, requests } = await loads(path, cold);
    const over = `${(bytes / 1000).toFixed(1)} kB, ${requests} req`;
    const ms = (value) => `${value.toFixed(0)} ms`.padStart(9);
    console.log(`${path.padEnd(22)}${cold ? 'empty' : 'warm '}  ${over.padStart(16)} ${ms(p50)} ${ms(max)} ${ms(floor.p50)} ${(p50 / floor.p50).toFixed(1).padStart(6)}x  ${max < kAim ? '< 1 s' : '< 1 s: MISSED'}`);
  }
}
const cookie = (await page.context().cookies(hub)).map(({ name, value }) => `${name}=${value}`).join('; ');
await browser.close();

/** Lighthouse's scores of a page, 0 to 100, as on its telephone. */
async function scores(path) {
  const { stdout } = await promisify(execFile)('npx', ['--yes', 'lighthouse@12', hub + path, '--quiet', '--output=json', '--output-path=stdout',
    '--only-categories=performance,accessibility,best-practices', '--chrome-flags=--headless=new --no-sandbox',
    `--extra-headers=${JSON.stringify({ Cookie: cookie })}`],
  { env: { ...process.env, CHROME_PATH: '/usr/bin/chromium' }, maxBuffer: 1 << 26 });
  return Object.values(JSON.parse(stdout).categories).map(({ score }) => Math.round(score * 100));
}

console.log(`\nLighthouse, as on its telephone\n${''.padEnd(22)}performance  accessibility  best practices`);
try {
  for (const path of kPages) {
    const [performance, accessibility, practices] = await scores(path);
    console.log(`${path.padEnd(22)}${String(performance).padStart(11)}${String(accessibility).padStart(15)}${String(practices).padStart(16)}`);
  }
} catch (fault) {
  console.log(`it does not run here: ${fault.message.split('\n').slice(0, 3).join(' ')}`);
}
