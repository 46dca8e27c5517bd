import type { Opened } from './measure.ts';

export type Client = {
  name: string;
  command(opened: Opened): { words: string[]; env: Record<string, string>; input: string };
};

const called = ['node', 'bin/miwb-link.js', 'link', '--json', '--quiet', '--receipt', 'none'];
const peer = (name: string, ...words: string[]): Client => ({
  name,
  command: ({ address, person }) => ({ words: [...words, address], env: {}, input: JSON.stringify(person) }),
});

/** The program that this is about. */
export const program: Client = {
  name: 'miwb-link',
  command: ({ address, person }) => {
    const options = {
      '--court-address': address,
      '--pacer-user': person['pacerUser'] ?? '',
      '--cmecf-login': person['cmecfLogin'] ?? '',
      '--expect-cmecf-name': person['cmecfName'] ?? '',
      '--expect-pacer-name': person['pacerName'] ?? '',
    };
    return {
      words: [...called, '--attest-individual', '--acknowledge-redaction', ...Object.entries(options).flat()],
      env: {
        MIWB_LINK_PRACTICE_PACER_PASSWORD: person['pacerPassword'] ?? '',
        MIWB_LINK_PRACTICE_PASSCODE: person['passcode'] ?? '',
        MIWB_LINK_PRACTICE_CMECF_PASSWORD: person['cmecfPassword'] ?? '',
      },
      input: '',
    };
  },
};

/** The program, and others doing the very same walk. */
export const clients: readonly Client[] = [
  program,
  {
    name: 'its libraries alone',
    command: ({ address, person }) => ({
      words: ['node', 'dist-dev/libraries.cjs', address],
      env: { PERSON: JSON.stringify(person) },
      input: '',
    }),
  },
  peer('MechanicalSoup', '/usr/bin/python3', 'bench/peers/walk.py'),
  peer('WWW::Mechanize', '/usr/bin/perl', 'bench/peers/walk.pl'),
  peer('Chromium', 'timeout', '-k', '3', '30', 'node', 'dist-dev/chromium.js'),
];
