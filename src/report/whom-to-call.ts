import { pacerServiceCenter } from '../outcome.ts';

/** Whom a person calls about a check that does not pass: the court's help desk, or PACER's; in practice nobody, so without a number. */
export function whomToCall(id: string, helpDesk: string | null, practice: boolean): string {
  const pacer = id === 'username-length' || id === 'expected-pacer-name' || id.startsWith('pacer-');
  if (practice)
    return `At the real court: call ${pacer ? 'the PACER Service Center' : 'the court’s help desk'}.`;
  if (pacer) return `Call ${pacerServiceCenter}.`;
  return helpDesk === null ? 'Call the court’s help desk.' : `Call the court’s help desk, ${helpDesk}.`;
}
