import { X509Certificate } from 'node:crypto';
import * as tls from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import { webFailure } from './web-failure.ts';

/**
 * Whom TLS trusts: the authorities Node knows, and those in `caPem` beside them. Always verified, whatever
 * NODE_TLS_REJECT_UNAUTHORIZED says. Throws the WebFailure 'tls' if `caPem` holds no certificate, which
 * Node itself would take in silence.
 */
export function trust(caPem: string | null): ConnectionOptions {
  const always: ConnectionOptions = { rejectUnauthorized: true, minVersion: 'TLSv1.2' };
  if (caPem === null) return always;
  try {
    void new X509Certificate(caPem);
  } catch {
    throw webFailure('tls', 'no', 'The file of certificates given to trust holds none.');
  }
  return { ...always, ca: [...known(), caPem] };
}

/** The authorities Node trusts by default; from Node 22.15 on with those of the system, where it was told to use them. */
function known(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: 'default') => string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}
