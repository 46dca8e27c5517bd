import type { Parts } from '../html/parts.ts';

// Far above what any known page of a court holds (the largest are 20 kB).
const most = { text: 400_000, scripts: 1_000_000, links: 10_000, forms: 1_000, controls: 10_000 };

/**
 * Whether a page is so large that it is none of the walk's, and not worth reading closely (in UTF-16 code units), or
 * so deep that not all of it was read.
 */
export function beyondReason({ text, scripts, links, menu, forms, cut }: Parts): boolean {
  return (
    cut === true ||
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
