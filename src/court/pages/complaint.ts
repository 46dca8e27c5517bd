import type { Parts } from '../../html/parts.ts';

/** What the page complains of in its message areas, as one text; null where they are empty or merely inform. */
export function complaint(parts: Parts): string | null {
  const texts = parts.messages
    .filter((message) => message.severity !== 'info' && message.text.trim() !== '')
    .map((message) => message.text.trim());
  return texts.length === 0 ? null : [...new Set(texts)].join(' ');
}
