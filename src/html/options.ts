import type { Option } from './forms.ts';
import { attr, closest, elementsIn, fold, parentElement, walk, type Element } from './tree.ts';

/** An option's text: white space stripped and collapsed, scripts left out (HTML standard 4.10.10). */
function textOf(option: Element): string {
  let text = '';
  walk(option, {
    enter(node) {
      if (node.type === 'text') text += node.data;
      return node.type !== 'script';
    },
  });
  return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}

function isOff(option: Element): boolean {
  if (attr(option, 'disabled') !== null) return true;
  const group = closest(parentElement(option), (at) => at.name === 'optgroup' || at.name === 'select');
  return group?.name === 'optgroup' && attr(group, 'disabled') !== null;
}

/** The options of a `<select>` in order, with the selection a browser starts from (HTML standard 4.10.7). */
export function readOptions(select: Element): Option[] {
  const options = elementsIn(select)
    .filter((element) => element.name === 'option')
    .map((option) => ({
      value: attr(option, 'value') ?? textOf(option),
      text: fold(attr(option, 'label') || textOf(option)),
      selected: attr(option, 'selected') !== null,
      disabled: isOff(option),
    }));
  if (attr(select, 'multiple') !== null) return options;
  const size = /^[\t\n\f\r ]*\+?(\d+)/.exec(attr(select, 'size') ?? '')?.[1];
  const chosen = options.findLastIndex((option) => option.selected);
  const fallback =
    size === undefined || Number(size) <= 1 ? options.findIndex((option) => !option.disabled) : -1;
  return options.map((option, index) => ({
    ...option,
    selected: index === (chosen < 0 ? fallback : chosen),
  }));
}
