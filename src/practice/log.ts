import type { Entry } from './body.ts';

/** What a request asked for, by the practice court's own lights. */
export type Kind =
  | 'landing'
  | 'login.pl'
  | 'menu'
  | 'utilities'
  | 'link-page'
  | 'link-form'
  | 'final-submit'
  | 'logout'
  | 'sign-on-page'
  | 'sign-on'
  | 'passcode'
  | 'redaction'
  | 'user-update'
  | 'acknowledgement'
  | 'script'
  | 'evil'
  | 'index'
  | 'unknown';

/** One request as it arrived, in order; `status` is null while unanswered and when the connection was cut. */
export type LogEntry = {
  at: number;
  secure: boolean;
  host: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  entries: Entry[];
  kind: Kind;
  status: number | null;
};

const SECRET_FIELD = /passw|^key$|mfainput|viewstate/i;
const SECRET_HEADER = /^(cookie|authorization)$/i;

/** The log for eyes: somebody may have typed a real password into practice by mistake, so fields are masked. */
export function maskedLog(log: readonly LogEntry[]): LogEntry[] {
  return log.map((one) => ({
    ...one,
    headers: Object.fromEntries(
      Object.entries(one.headers).map(([name, value]) => [
        name,
        SECRET_HEADER.test(name) ? '(not shown)' : value,
      ]),
    ),
    entries: one.entries.map(([name, value]): Entry => [
      name,
      SECRET_FIELD.test(name) ? '(not shown)' : value,
    ]),
  }));
}
