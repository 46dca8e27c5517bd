import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startCourt } from '../src/practice/court.ts';
import { scenarioNamed } from '../src/practice/scenarios.ts';
import { walkInBrowser } from '../test/browser-walk/browser.ts';
import { openBrowser } from '../test/html/browser/chromium.ts';

const folder = process.argv[2] ?? 'pictures';

/** Every practice page and part of one as Chromium shows it; what is filled in later stands there as its name. */
async function templates(): Promise<number> {
  const names = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const banner = readFileSync('fixtures/practice/banner.html', 'utf8');
  const style = (file: string): string =>
    `<style>${readFileSync(`fixtures/practice/${file}.css`, 'utf8')}</style>`;
  const [signOn, court] = [style('theme'), style('court')];
  const blank = (name: string): string => (name === 'banner' ? banner : `<i style="color:#999">${name}</i>`);
  const { page, close } = await openBrowser();
  await page.setViewportSize({ width: 800, height: 600 });
  for (const name of names) {
    // A blank inside a tag is left empty; one in the text shows what comes there.
    const text = readFileSync(join('fixtures', name), 'utf8')
      .replace(/<[^>]*>/g, (tag) => tag.replace(/\{\{\{?\w+\}?\}\}/g, ''))
      .replace(/\{\{\{?(\w+)\}?\}\}/g, (_all, word: string) => blank(word));
    await page.setContent((name.startsWith('sign-on') ? signOn : court) + text);
    const path = join(folder, `${name.replace('.html', '')}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path, fullPage: true });
  }
  await close();
  return names.length;
}

/** Every page of a whole walk with its notices, as somebody with a browser at the practice court sees them. */
async function walk(): Promise<number> {
  const scenario = scenarioNamed('every-notice');
  if (scenario === null) throw new Error('The scenario is gone.');
  const court = await startCourt({ scenario });
  let step = 0;
  await walkInBrowser(court, scenario, {
    look: async (page, name) => {
      step++;
      await page.setViewportSize({ width: 720, height: 420 });
      const path = join(folder, 'walk', `${String(step).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path, fullPage: true });
    },
  });
  await court.close();
  return step;
}

console.log(`${(await templates()) + (await walk())} pictures in ${folder}/`);
