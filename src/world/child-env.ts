import process from 'node:process';

/** The environment for a program that we start, in which our own secrets are no business of its. */
export function childEnv(): NodeJS.ProcessEnv {
  // Windows takes a variable's name in any case.
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^MIWB_LINK_/i.test(name)));
}
