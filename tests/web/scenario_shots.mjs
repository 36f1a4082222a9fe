// Pictures of the page that answers a scenario's question, for ./dev shots: PAGES are addresses, each
// with the picture's name.
import { startBrowser } from './programs.mjs';

const { SHOTS: to, HUB: hub, PASSWORD: password, PAGES: pages } = process.env;
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${hub}/login?lang=da`);
await page.fill('#name', 'leder');
await page.fill('#password', password);
await page.click('button[type=submit]');
await page.waitForURL('**/overview');
for (const each of pages.trim().split(/\s+/)) {
  const [name, path] = each.split('=/');
  for (const lang of ['da', 'en']) {
    await page.goto(`${hub}/${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    await page.screenshot({ path: `${to}/web-${lang}-${name}.png` });
  }
}
await browser.close();
