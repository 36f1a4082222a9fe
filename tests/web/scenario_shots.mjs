// Pictures of the page that answers a scenario's question, for ./dev shots: PAGES are addresses, each
// with the picture's name.
import { logInAs, startBrowser } from './programs.mjs';

const { SHOTS: to, HUB: hub, PASSWORD: password, PAGES: pages } = process.env;
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await logInAs(page, { url: hub }, 'leder', password);
for (const each of pages.trim().split(/\s+/)) {
  const [name, path] = each.split('=/');
  for (const lang of ['da', 'en']) {
    await page.goto(`${hub}/${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    await page.screenshot({ path: `${to}/web-${lang}-${name}.png` });
  }
}
await browser.close();
