import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Pair = { key: string; cert: string };
export type Authority = {
  /** The authority's own certificate, PEM. */
  caPem: string;
  /** A server's key and certificate for `names`; `days` below zero makes one that has expired. */
  issue(names: string[], days?: number): Pair;
};

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function inFolder<T>(work: (folder: string, openssl: (...args: string[]) => void) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'miwb-link-ca-'));
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  try {
    return work(folder, openssl);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const altNames = (names: string[]): string =>
  `subjectAltName=${names.map((name) => `${isIP(name) === 0 ? 'DNS' : 'IP'}:${name}`).join(',')}`;

/** Makes a certificate authority of the test's own, with openssl. */
export function makeAuthority(): Authority {
  const own = inFolder((folder, openssl) => {
    const files = ['-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority'];
    openssl('req', '-x509', ...KEY, ...files, '-addext', 'basicConstraints=critical,CA:TRUE');
    return {
      key: readFileSync(join(folder, 'ca.key'), 'utf8'),
      cert: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    };
  });
  return {
    caPem: own.cert,
    issue: (names, days = 2) =>
      inFolder((folder, openssl) => {
        writeFileSync(join(folder, 'ca.key'), own.key);
        writeFileSync(join(folder, 'ca.pem'), own.cert);
        writeFileSync(join(folder, 'extensions'), `${altNames(names)}\n`);
        openssl('req', ...KEY, '-keyout', 'key', '-out', 'csr', '-subj', '/CN=Test server');
        const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'extensions'];
        openssl('x509', '-req', '-in', 'csr', ...signing, '-days', String(days), '-out', 'cert');
        return {
          key: readFileSync(join(folder, 'key'), 'utf8'),
          cert: readFileSync(join(folder, 'cert'), 'utf8'),
        };
      }),
  };
}

/** A server's key and a certificate that nobody but itself has signed. */
export function makeSelfSigned(names: string[]): Pair {
  return inFolder((folder, openssl) => {
    const files = ['-keyout', 'key', '-out', 'cert', '-days', '2', '-subj', '/CN=Test server'];
    openssl('req', '-x509', ...KEY, ...files, '-addext', altNames(names));
    return {
      key: readFileSync(join(folder, 'key'), 'utf8'),
      cert: readFileSync(join(folder, 'cert'), 'utf8'),
    };
  });
}
