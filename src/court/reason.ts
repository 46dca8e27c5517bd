import type { Parts } from '../html/parts.ts';

// Ten times what the largest known pages of courts hold (fixtures/NOTES.md), and read within a second.
const most = { text: 400_000, scripts: 1_000_000, links: 10_000, forms: 1_000, controls: 10_000 };

/** Whether a page is so large that it is none of the walk's, and not worth reading closely. In UTF-16 code units. */
export function beyondReason({ text, scripts, links, menu, forms }: Parts): boolean {
  return (
    text.length > most.text ||
    sum(scripts.map((script) => script.length)) > most.scripts ||
    links.length + (menu?.links.length ?? 0) > most.links ||
    forms.length > most.forms ||
    sum(forms.map((form) => form.controls.length)) > most.controls
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
