/** The court's own guide in short, for finishing by hand, with the court's address (fixtures/NOTES.md). */
export function remainingSteps(court: string): string {
  return [
    'To finish by hand:',
    `  1. Open ${court}/cgi-bin/login.pl in a browser and sign in with the PACER account.`,
    '  2. Choose Utilities, then "Link a CM/ECF account to my PACER account".',
    '  3. Enter the old CM/ECF login and password and press Submit.',
    '  4. Compare both names; the PACER account must be your own individual one. Only then press Submit.',
    '  5. Choose Utilities once more (do not reload the page): Bankruptcy and Adversary are on the menu bar.',
  ].join('\n');
}
