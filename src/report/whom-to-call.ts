/** Whom a person calls about a check that does not pass: the court's help desk, or PACER's. */
export function whomToCall(id: string, helpDesk: string | null): string {
  const pacer = id === 'username-length' || id === 'expected-pacer-name' || id.startsWith('pacer-');
  if (pacer) return 'Call the PACER Service Center, 800-676-6856.';
  return helpDesk === null ? 'Call the court’s help desk.' : `Call the court’s help desk, ${helpDesk}.`;
}
