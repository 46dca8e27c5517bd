/** One account as a page is to show it. */
export type Shown = { heading: string; short: string; rows: (readonly [label: string, value: string])[] };
export type Style = { bold: boolean; colon: boolean; upper: boolean; unclosed: boolean; space: boolean };
export type Layout = (first: Shown, second: Shown, style: Style) => string;

const label = (text: string, { bold, colon, space }: Style): string => {
  const said = `${text}${colon ? ':' : ''}${space ? '&nbsp;' : ''}`;
  return bold ? `<b>${said}</b>` : said;
};
const each = (one: Shown, other: Shown, render: (shown: Shown) => string): string =>
  render(one) + render(other);
const valueOf = (shown: Shown, name: string): string =>
  shown.rows.find(([title]) => title === name)?.[1] ?? '';
const titles = (one: Shown, other: Shown): string[] => [
  ...new Set([...one.rows, ...other.rows].map(([title]) => title)),
];
const rowsOf = (shown: Shown, style: Style): string =>
  shown.rows.map(([name, value]) => `<tr><td>${label(name, style)}</td><td>${value}</td></tr>`).join('\n');
const linesOf = (shown: Shown, style: Style): string =>
  shown.rows.map(([name, value]) => `${label(name, { ...style, colon: true })} ${value}<br>`).join('\n');

/** Layouts of a review page, by name. Each shows both accounts with all their rows. */
export const layouts: Record<string, Layout> = {
  columns: (one, other, style) =>
    `<table border=1><tr><th></th><th>${one.heading}</th><th>${other.heading}</th></tr>` +
    titles(one, other)
      .map(
        (name) =>
          `<tr><td>${label(name, style)}</td><td>${valueOf(one, name)}</td><td>${valueOf(other, name)}</td></tr>`,
      )
      .join('\n') +
    '</table>',
  rows: (one, other) =>
    `<table border=1><tr><th>Account</th>${titles(one, other)
      .map((name) => `<th>${name}</th>`)
      .join('')}</tr>` +
    each(
      one,
      other,
      (shown) =>
        `<tr><td>${shown.heading}</td>${titles(one, other)
          .map((name) => `<td>${valueOf(shown, name)}</td>`)
          .join('')}</tr>`,
    ) +
    '</table>',
  stacked: (one, other, style) =>
    `<table>${each(one, other, (shown) => `<tr><td colspan=2><b>${shown.heading}</b></td></tr>${rowsOf(shown, style)}`)}</table>`,
  'side by side': (one, other, style) =>
    `<table><tr valign=top>${each(one, other, (shown) => `<td><table><tr><td colspan=2>${shown.heading}</td></tr>${rowsOf(shown, style)}</table></td>`)}</tr></table>`,
  'column pairs': (one, other, style) =>
    `<table><tr><th colspan=2>${one.heading}</th><th colspan=2>${other.heading}</th></tr>` +
    one.rows
      .map(([name, value], at) => {
        const [name2, value2] = other.rows[at] ?? ['', ''];
        return `<tr><td>${label(name, style)}</td><td>${value}</td><td>${name2 === '' ? '' : label(name2, style)}</td><td>${value2}</td></tr>`;
      })
      .join('\n') +
    '</table>',
  'row spans': (one, other, style) =>
    `<table>${each(one, other, (shown) =>
      shown.rows
        .map(
          ([name, value], at) =>
            `<tr>${at === 0 ? `<td rowspan=${shown.rows.length}>${shown.heading}</td>` : ''}<td>${label(name, style)}</td><td>${value}</td></tr>`,
        )
        .join('\n'),
    )}</table>`,
  'definitions in definitions': (one, other, style) =>
    `<dl>${each(one, other, (shown) => `<dt>${shown.heading}<dd><dl>${shown.rows.map(([name, value]) => `<dt>${label(name, style)}<dd>${value}`).join('')}</dl>`)}</dl>`,
  'definitions one list each': (one, other, style) =>
    each(
      one,
      other,
      (shown) =>
        `<h2>${shown.heading}</h2><dl>${shown.rows.map(([name, value]) => `<dt>${label(name, style)}</dt><dd>${value}</dd>`).join('')}</dl>`,
    ),
  'qualified definitions': (one, other, style) =>
    `<dl>${each(one, other, (shown) => shown.rows.map(([name, value]) => `<dt>${label(`${shown.short} ${name.toLowerCase()}`, style)}</dt><dd>${value}</dd>`).join(''))}</dl>`,
  'qualified rows': (one, other, style) =>
    `<table>${each(one, other, (shown) => shown.rows.map(([name, value]) => `<tr><td>${label(`${shown.short} ${name.toLowerCase()}`, style)}</td><td>${value}</td></tr>`).join('\n'))}</table>`,
  lines: (one, other, style) =>
    each(one, other, (shown) => `<b>${shown.heading}</b><br>${linesOf(shown, style)}<br>`),
  paragraphs: (one, other, style) =>
    each(
      one,
      other,
      (shown) =>
        `<h3>${shown.heading}</h3>${shown.rows.map(([name, value]) => `<p>${label(name, { ...style, colon: true })} ${value}`).join('')}`,
    ),
  fieldsets: (one, other, style) =>
    each(
      one,
      other,
      (shown) => `<fieldset><legend>${shown.heading}</legend>${linesOf(shown, style)}</fieldset>`,
    ),
  lists: (one, other, style) =>
    `<ul>${each(one, other, (shown) => `<li>${shown.heading}<ul>${shown.rows.map(([name, value]) => `<li>${label(name, { ...style, colon: true })} ${value}`).join('')}</ul>`)}</ul>`,
  captions: (one, other, style) =>
    each(one, other, (shown) => `<table><caption>${shown.heading}</caption>${rowsOf(shown, style)}</table>`),
  'label above value': (one, other) =>
    each(
      one,
      other,
      (shown) =>
        `<h4>${shown.heading}</h4>${shown.rows.map(([name, value]) => `<div>${name}</div><div>${value}</div>`).join('')}`,
    ),
  'headed rows': (one, other) =>
    `<table><tr>${titles(one, other)
      .map((name) => `<th>${name}</th>`)
      .join('')}</tr>` +
    each(
      one,
      other,
      (shown) =>
        `<tr><td colspan=9>${shown.heading}</td></tr><tr>${titles(one, other)
          .map((name) => `<td>${valueOf(shown, name)}</td>`)
          .join('')}</tr>`,
    ) +
    '</table>',
  'columns in cells': (one, other, style) =>
    `<table width=100%><tr><td>${one.heading}</td><td>${other.heading}</td></tr><tr>${each(one, other, (shown) => `<td>${linesOf(shown, style)}</td>`)}</tr></table>`,
  'boxes in boxes': (one, other, style) =>
    `<table>${each(one, other, (shown) => `<tr><td><table><tr><td><b>${shown.heading}</b></td></tr></table></td></tr><tr><td><table><tr><td><table>${rowsOf(shown, style)}</table></td></tr></table></td></tr>`)}</table>`,
};

/** The page around a layout, in an old court's hand: upper-case tags, end tags left out, a hidden-only form. */
export function pageOf(
  body: string,
  { upper, unclosed }: Style,
  around: { intro: string; outro: string },
): string {
  const form =
    "<form method=POST enctype='multipart/form-data' action='/cgi-bin/LinkAccount.pl?1-L_1_1-1'><input type=hidden name=confirmed value=Y><input type=submit value=Submit></form>";
  let html = `<html><head><title>Link</title></head><body>${around.intro}${body}${around.outro}${form}</body></html>`;
  if (unclosed) html = html.replace(/<\/(?:td|th|tr|li|dt|dd|p)>/gu, '');
  if (upper) html = html.replace(/<\/?[a-z][a-z0-9]*/gu, (tag) => tag.toUpperCase());
  return html;
}
