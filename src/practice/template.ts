import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Values = Readonly<Record<string, string | number>>;

const read = new Map<string, string>();

/** The folder holding the court's pages: the first `fixtures` with a NOTES.md above this file, bundled or not. */
export function fixturesFolder(from: string = fileURLToPath(import.meta.url)): string {
  let folder = dirname(from);
  for (;;) {
    const candidate = join(folder, 'fixtures');
    if (existsSync(join(candidate, 'NOTES.md'))) return candidate;
    const above = dirname(folder);
    if (above === folder)
      throw new Error('The practice pages (fixtures/NOTES.md) are not beside the program.');
    folder = above;
  }
}

/** Text made safe inside HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A template with `{{name}}` replaced by escaped and `{{{name}}}` by raw text. Throws on a name without a value. */
export function fill(template: string, values: Values): string {
  return template.replace(
    /\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g,
    (_all, raw: string | undefined, safe: string) => {
      const value = values[raw ?? safe];
      if (value === undefined) throw new TypeError(`no value for {{${raw ?? safe}}}`);
      return raw === undefined ? escapeHtml(String(value)) : String(value);
    },
  );
}

/** One page or part under fixtures/, named without its ending, filled in. */
export function part(name: string, values: Values = {}): string {
  let template = read.get(name);
  if (template === undefined) {
    template = readFileSync(join(fixturesFolder(), `${name}.html`), 'utf8');
    read.set(name, template);
  }
  return fill(template, values);
}
