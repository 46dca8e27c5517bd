import { shippedHelp, shippedVersion } from './shipped.ts';

/**
 * What `--version` or `--help` alone prints, without loading what reads words; null for any other words, and for
 * a help that must be laid out anew for a terminal of another width than 80 columns.
 */
export function quickAnswer(words: readonly string[], columns: () => number | undefined): string | null {
  const [word] = words;
  if (words.length !== 1) return null;
  if (word === '--version' || word === '-V') return `${shippedVersion()}\n`;
  return (word === '--help' || word === '-h') && (columns() || 80) === 80 ? shippedHelp() : null;
}
