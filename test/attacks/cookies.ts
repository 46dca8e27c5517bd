import type { Attack } from './attack.ts';
import { bent } from './attack.ts';

/** Cookies for those who have no right to them. */
export const cookies: readonly Attack[] = [
  {
    attack:
      'Cookies for another host, for a public suffix, for the other of the two hosts, or with a prefix they do not earn',
    tries: [
      bent('sign-on-page', {
        cookies: [
          'stray1=1; Domain=evil.localhost',
          'stray2=1; Domain=.localhost',
          'stray3=1; Domain=localhost',
          'stray4=1; Domain=ecf.miwb.practice.localhost',
          'stray5=1; Domain=practice.localhost.; Path=/',
          '__Host-stray6=1; Path=/; Domain=practice.localhost',
          '__Secure-stray7=1; Path=/; Domain=practice.localhost',
          'stray8=1; Path=/elsewhere',
          'stray9=1; Max-Age=0',
          'shared=1; Domain=practice.localhost; Path=/',
        ],
      }),
    ],
    never: /stray/,
    carries: /shared=1/,
    ends: 'linked',
    safe: 'not kept, while one for the parent that both hosts share is',
  },
  {
    attack:
      'At the real hosts: cookies for `.gov`, for another court, for the other host, or with a prefix they do not earn',
    atRealHosts: true,
    tries: [
      bent('sign-on-page', {
        cookies: [
          'stray1=1; Domain=gov',
          'stray2=1; Domain=.gov; Path=/',
          'stray3=1; Domain=ecf.miwb.uscourts.gov',
          'stray4=1; Domain=ecf.mieb.uscourts.gov',
          'stray5=1; Domain=evil.example',
          '__Host-stray6=1; Secure; Path=/; Domain=uscourts.gov',
          '__Secure-stray7=1; Path=/; Domain=uscourts.gov',
          'shared=1; Secure; Path=/; Domain=.uscourts.gov',
        ],
      }),
    ],
    never: /stray/,
    carries: /shared=1/,
    ends: 'linked',
    safe: 'not kept, while one for `.uscourts.gov` is, as the sign-on’s own has to be',
  },
  {
    attack: 'A cookie of the sign-on host alone',
    tries: [bent('sign-on-page', { cookies: ['own=1; Path=/'] })],
    never: /"host":"ecf\.[^}]*own=1/,
    carries: /own=1/,
    ends: 'linked',
    safe: 'never sent to the court',
  },
];
