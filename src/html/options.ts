import type { Option } from './forms.ts';
import { attr, closest, fold, isElement, isText, parentElement, walk, type Element } from './tree.ts';

/** An option's text: white space stripped and collapsed, scripts left out (HTML standard 4.10.10). */
function textOf(option: Element): string {
  let text = '';
  walk(option, {
    enter(node) {
      if (isText(node)) text += node.data;
      return !(isElement(node) && (node.name === 'script' || node.name === 'svg:script'));
    },
  });
  return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}

/** A select's list of options (HTML standard 4.10.7): what stands in another select, an option or a datalist is not in it. */
function optionsIn(select: Element): Element[] {
  const found: Element[] = [];
  walk(select, {
    enter(node) {
      if (!isElement(node)) return true;
      if (node.name === 'option') found.push(node);
      const nested = node.name === 'optgroup' && groupOf(node) !== null;
      return !['option', 'select', 'datalist', 'hr'].includes(node.name) && !nested;
    },
  });
  return found;
}

/** The group around an element in its select, or null. */
function groupOf(element: Element): Element | null {
  const found = closest(parentElement(element), ({ name }) => name === 'optgroup' || name === 'select');
  return found?.name === 'optgroup' ? found : null;
}

function isOff(option: Element): boolean {
  if (attr(option, 'disabled') !== null) return true;
  const group = groupOf(option);
  return group !== null && attr(group, 'disabled') !== null;
}

/** The options of a `<select>` in order, with the selection a browser starts from (HTML standard 4.10.7). */
export function readOptions(select: Element): Option[] {
  const options = optionsIn(select).map((option) => ({
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
