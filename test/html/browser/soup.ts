import type { Page } from 'playwright-core';
import { parseDocument } from '../../../src/html/document.ts';
import type { Control } from '../../../src/html/forms.ts';
import { readParts } from '../../../src/html/parts.ts';

/** Numbers that look random and are the same in every run (Park and Miller). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** A page of tags in no order, every control and form with a name of its own. */
export function soup(seed: number, tags: readonly string[]): string {
  const roll = dice(seed);
  const pieces = [roll(2) === 0 ? '<!DOCTYPE html>' : ''];
  const length = 3 + roll(25);
  for (let index = 0; index < length; index++) {
    const tag = tags[roll(tags.length)] ?? 'p';
    pieces.push(
      tag
        .replace('$disabled', roll(4) === 0 ? ' disabled' : '')
        .replace('$selected', roll(4) === 0 ? ' selected' : '')
        .replaceAll('#', String(index)),
      roll(4) === 0 ? 'x' : '',
    );
  }
  return pieces.join('');
}

const control = ({ name, disabled, tag, options }: Control) => {
  const list = options.map(
    (option) => `${option.value}${option.selected ? '*' : ''}${option.disabled ? '!' : ''}`,
  );
  return `${name}${disabled ? '!' : ''}${tag === 'select' ? `[${list.join()}]` : ''}`;
};

/** Each form's controls and options as we read them. */
export function ourReading(html: string): string[] {
  const { forms } = readParts(parseDocument(html, { url: 'http://127.0.0.1/' }));
  return forms.map(({ id, controls }) => `${id}: ${controls.map(control).join(' ')}`);
}

/** Each form's controls and options as the browser reads them, for many pages; it runs inside the browser. */
const readings = `(pages) => pages.map((html) => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const page = frame.contentDocument;
  page.open();
  page.write(html);
  page.close();
  const off = (element) => (element.matches(':disabled') ? '!' : '');
  const control = (one) => one.name + (one.localName === 'output' ? '' : off(one)) + (one.localName === 'select'
    ? '[' + [...one.options].map((option) => option.value + (option.selected ? '*' : '') + off(option)).join() + ']' : '');
  const all = [...page.querySelectorAll('input, button, select, textarea, output, object')];
  const read = [...page.forms].map((form) => form.id + ': ' + all.filter((one) => one.form === form).map(control).join(' '));
  frame.remove();
  return read;
})`;

/** What Chromium makes of pages, a few hundred at a time: frames cost it memory until it leaves the page. */
export async function chromiumReadings(page: Page, pages: readonly string[]): Promise<string[][]> {
  const found: string[][] = [];
  for (let from = 0; from < pages.length; from += 200) {
    await page.goto(`data:text/html,<body>${from}`);
    const some = JSON.stringify(pages.slice(from, from + 200));
    found.push(...(await page.evaluate<string[][]>(`(${readings})(${some})`)));
  }
  return found;
}

const forms =
  '<form_id=f#> <form_id=f#> </form> <input_name=n#> <input_name=n#> <input_type=hidden_name=n#> <button_name=n#>';

/** Tags that old pages leave open and nest, in four mixtures; an underscore stands for a space. */
const written: Readonly<Record<string, string>> = {
  'tables and forms': '<table> </table> <tr> </tr> <td> </td> <tbody> <caption> <p> <div> </div>',
  'formatting and forms':
    '<b> </b> <i> </i> <a> </a> <nobr> <font> <p> </p> <div> </div> <h1> <table> <td> </table>',
  selects:
    '<select_name=n#> <select_name=n#> </select> <option_value=v#$selected$disabled> <option_value=v#> </option> ' +
    '<optgroup$disabled> </optgroup> <hr> <div> </div> <p> <table> <td> <b> </b> <textarea_name=n#>t</textarea>',
  everything:
    '<fieldset$disabled> </fieldset> <legend> <label> <object_name=n#> </object> <svg> </svg> <math> <mi> <template> ' +
    '</template> <ruby> <rt> <pre> <ul> <li> <dl> <dd> <table> <tr> <td> </table> <body> <html> </body> </html> ' +
    '<select_name=n#> <option_value=v#> <center> <span> </span> <details> <br> <h1> </h1>',
};
export const mixtures: readonly (readonly [name: string, tags: readonly string[]])[] = Object.entries(
  written,
).map(([name, tags]) => [name, `${forms} ${tags}`.split(' ').map((tag) => tag.replaceAll('_', ' '))]);
