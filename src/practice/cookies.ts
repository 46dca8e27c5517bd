import { withCookie } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';

const secure = (asked: Asked): string => (asked.origin.startsWith('https:') ? '; Secure' : '');

/** A cookie only the answering host gets back. */
export function sessionCookie(name: string, value: string, asked: Asked): string {
  return `${name}=${value}; Path=/; HttpOnly${secure(asked)}`;
}

/** A cookie that the court and the sign-on host share. */
export function sharedCookie(name: string, value: string, asked: Asked): string {
  return `${name}=${value}; Domain=.practice.localhost; Path=/${secure(asked)}`;
}

/** The order to forget a cookie. */
export function endedCookie(name: string, domain?: string): string {
  return `${name}=; ${domain === undefined ? '' : `Domain=${domain}; `}Path=/; Max-Age=0`;
}

/** The same answer with the order to forget everything the court and the sign-on host share. */
export function forgetSignOn(answer: Answer): Answer {
  const names = ['NextGenCSO', 'PacerSession', 'PacerClientCode'];
  return names.reduce((so, name) => withCookie(so, endedCookie(name, '.practice.localhost')), answer);
}
