import { html, redirect } from './answer.ts';
import type { Answer } from './answer.ts';
import { part } from './template.ts';

/** The ways a site leads a browser from one page to the next, seen on courts' hosts (fixtures/NOTES.md). */
export type Lead = '302' | 'refresh' | 'assign-double' | 'assign-single' | 'replace' | 'href';

const scripts: Record<Exclude<Lead, '302' | 'refresh'>, (to: string) => string> = {
  'assign-double': (to) => `location.assign("${to}");`,
  'assign-single': (to) => `window.location.assign('${to}');`,
  replace: (to) => `if (top != self) { top.location = self.location; }\nlocation.replace("${to}");`,
  href: (to) => `window.location.href = '${to}'`,
};

/** The script that leads to an address which holds no quotes. */
export function scriptTo(how: Exclude<Lead, '302' | 'refresh'>, to: string): string {
  return scripts[how](to);
}

/** An answer that leads a browser to an address. */
export function lead(how: Lead, to: string): Answer {
  if (how === '302') return redirect(to);
  if (how === 'refresh') return html(part('court/refresh', { to }));
  return html(part('court/script', { script: scriptTo(how, to) }));
}
