import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBrowser } from '../test/html/browser/chromium.ts';

/** A picture of every practice page as Chromium shows it, into pictures/ or the folder given; blanks stay visible. */
const folder = process.argv[2] ?? 'pictures';
const pages = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);
const banner = readFileSync('fixtures/practice/banner.html', 'utf8');
const blank = (name: string): string => (name === 'banner' ? banner : `<i style="color:#999">${name}</i>`);

const { page, close } = await openBrowser();
await page.setViewportSize({ width: 800, height: 600 });
for (const name of pages) {
  const text = readFileSync(join('fixtures', name), 'utf8');
  // A blank inside a tag is left empty; one in the text shows what comes there.
  const shown = text
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\{\{\{?\w+\}?\}\}/g, ''))
    .replace(/\{\{\{?(\w+)\}?\}\}/g, (_all, word: string) => blank(word));
  await page.setContent(shown);
  const path = join(folder, `${name.replace('.html', '')}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}
await close();
console.log(`${pages.length} pictures in ${folder}/`);
