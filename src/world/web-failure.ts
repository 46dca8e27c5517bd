export type FailureCode =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'proxy'
  | 'too-large'
  | 'bad-answer'
  | 'forbidden-host'
  | 'aborted';

/** Could the server have read the request? 'maybe' from the first byte that may have been written. */
export type Sent = 'no' | 'maybe';

export type WebFailure = Error & { code: FailureCode; sent: Sent };

const made = new WeakSet<object>();

/** Makes a failed request. The message never holds a path, a query or a header: they can carry secrets. */
export function webFailure(code: FailureCode, sent: Sent, message: string): WebFailure {
  const failure = Object.assign(new Error(message), { code, sent });
  failure.name = 'WebFailure';
  made.add(failure);
  return failure;
}

/** True for the errors that `Web.send` ends with, and for nothing else. */
export function isWebFailure(e: unknown): e is WebFailure {
  return typeof e === 'object' && e !== null && made.has(e);
}

const TLS_REASONS: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet (is the date of this computer right?)',
  CERT_REVOKED: 'its certificate has been revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate was issued by an authority this computer does not know',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate was issued by an authority this computer does not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate was issued by an authority this computer does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate was issued by an authority this computer does not know',
  CERT_UNTRUSTED: 'its certificate is not trusted',
  INVALID_PURPOSE: 'its certificate is not one for a web server',
  INVALID_CA: 'its certificate was issued by something that is not an authority',
};

/** Why TLS with `host` failed, in plain words, from Node's error code; null if the code is not about TLS. */
function tlsReason(code: string): string | null {
  const known = TLS_REASONS[code];
  if (known !== undefined) return known;
  if (code.startsWith('ERR_SSL_WRONG_VERSION') || code.startsWith('ERR_SSL_PACKET_LENGTH')) {
    return 'it does not speak TLS on this port';
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO') {
    return `the secure connection could not be agreed on (${code})`;
  }
  if (code.startsWith('CERT_') || code.startsWith('UNABLE_TO_')) {
    return `its certificate could not be verified (${code})`;
  }
  return null;
}

/** The `code` of a Node error, also out of the AggregateError of a connection tried at several addresses. */
export function errorCode(e: unknown): string {
  const code = e instanceof Error && 'code' in e ? e.code : undefined;
  if (typeof code === 'string') return code;
  if (e instanceof AggregateError) {
    for (const one of e.errors) {
      const inner = errorCode(one);
      if (inner !== '') return inner;
    }
  }
  return '';
}

/** What a failed attempt to open a connection to `host` means. Nothing was sent. */
export function connectFailure(e: unknown, host: string): WebFailure {
  if (isWebFailure(e)) return e;
  const code = errorCode(e);
  const tls = tlsReason(code);
  if (tls !== null) return webFailure('tls', 'no', `The connection to ${host} is not secure: ${tls}.`);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return webFailure('dns', 'no', `The name ${host} could not be looked up (${code}).`);
    case 'ETIMEDOUT':
      return webFailure('timeout', 'no', `${host} did not take the connection in time.`);
    case 'ECONNRESET':
    case 'EPIPE':
      return webFailure('reset', 'no', `${host} broke off the connection while it was being opened.`);
    case 'ECONNREFUSED':
      return webFailure('refused', 'no', `${host} refused the connection.`);
    default:
      return webFailure('refused', 'no', `${host} cannot be reached (${code || 'no reason given'}).`);
  }
}

/** What an error in the middle of a request to `host` means; a TypeError if the request was never one. */
export function exchangeFailure(e: unknown, host: string, sent: Sent): WebFailure | TypeError {
  if (isWebFailure(e)) return e;
  const code = errorCode(e);
  if (code === 'UND_ERR_INVALID_ARG') return new TypeError('The request has a part that HTTP cannot carry.');
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return webFailure('too-large', sent, `The answer of ${host} has headers larger than any browser takes.`);
  }
  // undici leaves the code out for some of its parser's errors.
  const unparsable = code.startsWith('HPE_') || (e instanceof Error && e.name === 'HTTPParserError');
  if (unparsable || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return webFailure('bad-answer', sent, `${host} sent something that is not a complete HTTP answer.`);
  }
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return webFailure('aborted', sent, `The request to ${host} was given up because the program is ending.`);
  }
  if (sent === 'no') return connectFailure(e, host);
  if (code === 'ETIMEDOUT') return webFailure('timeout', sent, `The connection to ${host} went silent.`);
  return webFailure('reset', sent, `${host} broke off the connection before its answer was complete.`);
}
