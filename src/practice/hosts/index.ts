import { html } from '../answer.ts';
import { maskedLog } from '../log.ts';
import type { LogEntry } from '../log.ts';
import { escapeHtml, part } from '../template.ts';
import type { Route } from './route.ts';

const row = (entry: LogEntry): string =>
  `<tr>${[
    new Date(entry.at).toISOString().slice(11, 23),
    entry.kind,
    entry.method,
    `${entry.host}${entry.path}${entry.query === '' ? '' : `?${entry.query}`}`,
    String(entry.status ?? 'cut off'),
    entry.entries.map(([name, value]) => `${name}=${value}`).join('\n'),
  ]
    .map((cell) => `<td>${escapeHtml(cell)}</td>`)
    .join('')}</tr>`;

/** What a person with a browser sees of a practice court: what it is, and what it received. */
export const indexRoutes: readonly Route[] = [
  {
    kind: 'index',
    open: true,
    fits: (asked) => asked.path === '/log.json',
    handle: (memory) => ({
      ...html(JSON.stringify(maskedLog(memory.log), null, 1)),
      headers: { 'content-type': 'application/json' },
    }),
  },
  {
    kind: 'index',
    open: true,
    fits: () => true,
    handle: (memory) =>
      html(
        part('practice/index', {
          banner: part('practice/banner'),
          scenario: memory.scenario.id,
          summary: memory.scenario.summary,
          court: memory.origins.court,
          rows: maskedLog(memory.log).map(row).join('\n'),
        }),
      ),
  },
];
