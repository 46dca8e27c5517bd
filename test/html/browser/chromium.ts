import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Case } from './case.ts';

export type Browser = { page: Page; close(): Promise<void> };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but loopback has a name here, and nothing goes through a proxy.
  '--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
];

/**
 * Debian's Chromium, headless, with a profile of its own that is removed afterwards; `more` are further flags for it. It
 * fails where there is none.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'form-judge-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [...FLAGS, ...more],
    timeout: 30_000,
  });
  context.setDefaultTimeout(5_000);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

type Instruction = Pick<Case, 'fill' | 'check' | 'uncheck' | 'choose' | 'press'>;

/** Does in the open page what the case says. It runs inside the browser. */
const act = `(${function act(what: Instruction) {
  type Control = { value: string; checked: boolean; options: { selected: boolean }[]; click(): void };
  const find = (id: string) =>
    (globalThis as unknown as { document: { getElementById(id: string): Control } }).document.getElementById(
      id,
    );
  for (const [id, value] of Object.entries(what.fill ?? {})) find(id).value = value;
  for (const id of what.check ?? []) find(id).checked = true;
  for (const id of what.uncheck ?? []) find(id).checked = false;
  for (const [id, chosen] of Object.entries(what.choose ?? {}))
    Array.from(find(id).options).forEach((option, index) => {
      option.selected = chosen.includes(index);
    });
  find(what.press).click();
}.toString()})`;

/**
 * Opens an address (`serve` makes it ready) and does there what the case says. The submission before may still be
 * under way, and its end then breaks off this one's beginning: that is begun again.
 */
export async function drive(page: Page, url: string, serve: () => void, what: Instruction): Promise<void> {
  for (let tries = 1; ; tries++) {
    serve();
    try {
      await page.goto(url, { waitUntil: 'load' });
      break;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
  const { fill, check, uncheck, choose, press } = what;
  await page.evaluate(`${act}(${JSON.stringify({ fill, check, uncheck, choose, press })})`);
}
