// Pictures of the web page, for ./dev shots.
import { startBrowser } from './programs.mjs';

const { SHOTS: to, HUB: hub, PASSWORD: password } = process.env;
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
for (const lang of ['en', 'da']) {
  await page.goto(`${hub}/login?lang=${lang}`);
  await page.screenshot({ path: `${to}/web-${lang}-login.png` });
}
await page.fill('#name', 'leder');
await page.fill('#password', password);
await page.click('button[type=submit]');
await page.waitForURL('**/overview');
for (const lang of ['da', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const look = colorScheme === 'light' && width === 1280 ? '' : `-${colorScheme}-${width}`;
      for (const name of ['overview', 'tablets', 'held', 'topics', 'hours', 'authority', 'files', 'erase', 'retention', 'small-cells',
        'figures/referrals', 'figures/topics', 'figures/hours', 'figures/routine', 'figures/events', 'figures/coverage']) {
        await page.goto(`${hub}/${name}?lang=${lang}`);
        await page.screenshot({ path: `${to}/web-${lang}-${name.replace('/', '-')}${look}.png`, fullPage: true });
      }
    }
  }
}
await browser.close();
