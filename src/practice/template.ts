import { readFixture } from './fixtures.ts';

export type Values = Readonly<Record<string, string | number>>;

const read = new Map<string, string>();

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
    template = readFixture(`${name}.html`);
    read.set(name, template);
  }
  return fill(template, values);
}
