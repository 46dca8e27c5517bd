const wordsOfSecrets =
  /^--?(no-)?(pacer-?|cmecf-?|cm-?ecf-?)?(pass(word|wd|phrase|code)?s?|pwd|pin|secrets?|otp|totp|mfa|code|token)(?=$|=)/i;

/**
 * Finds an option that would put a secret on the command line, where every user of the machine can read it.
 * Gives what to say, naming the option and never its value; null if there is none.
 */
export function secretOption(words: readonly string[]): { message: string; nextStep: string } | null {
  // The one place where such a word is no option with a value: it says which kind of thing is kept.
  const allowed = words[0] === 'credentials' ? '--totp' : null;
  const typed = words.find((word) => word !== allowed && wordsOfSecrets.test(word));
  if (typed === undefined) return null;
  const option = typed.split('=')[0] ?? typed;
  return {
    message: `${option} is not an option: a command line can be read by others on this machine and stays in the shell’s history.`,
    nextStep:
      'Let miwb-link ask, or give secrets with --secrets-stdin or MIWB_LINK_PACER_PASSWORD, MIWB_LINK_PASSCODE and ' +
      'MIWB_LINK_CMECF_PASSWORD. Change the password if it was typed.',
  };
}
