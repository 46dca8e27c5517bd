import { outcome } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { remainingSteps } from '../court/guide.ts';
import { recognise } from '../court/recognise.ts';
import { asWebFailure, failureOutcome } from '../walk/failure.ts';
import { visit } from '../walk/open.ts';
import type { Session } from '../walk/session.ts';
import { stopped } from '../walk/stop.ts';
import type { Sight } from '../world/web-look.ts';
import type { Line } from './check-lines.ts';
import { bad, badAs, doubt, fine } from './check-lines.ts';
import { proxyAddress } from './road.ts';
import type { Road, Surroundings } from './surroundings.ts';

/** What can be said of the certificates that are trusted beside the known authorities, and of the proxy. */
export async function checkTrust(
  caFile: string | null,
  road: Road,
  practice: boolean,
  around: Surroundings,
): Promise<Line[]> {
  const { env } = around;
  const lines: Line[] = [];
  const extra = env['NODE_EXTRA_CA_CERTS'] ?? '';
  const readable =
    extra === '' ||
    (await around.readFile(extra).then(
      (text) => text.includes('-----BEGIN CERTIFICATE'),
      () => false,
    ));
  const beside = [
    caFile === null ? null : `--ca-file ${caFile}`,
    extra === '' ? null : `NODE_EXTRA_CA_CERTS ${extra}`,
  ].filter((one) => one !== null);
  lines.push(
    readable
      ? fine(
          'certificates',
          beside.length === 0
            ? 'the known authorities are trusted'
            : `the known authorities are trusted, and ${beside.join(' and ')}`,
        )
      : doubt(
          'certificates',
          `NODE_EXTRA_CA_CERTS names ${extra}, where no certificate can be read`,
          'Mend it or unset it.',
        ),
  );
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    lines.push(
      doubt(
        'verification',
        'NODE_TLS_REJECT_UNAUTHORIZED=0 is set, and not heeded',
        'Unset it: it leaves other programs unprotected.',
      ),
    );
  return [...lines, practice ? fine('proxy', 'practice uses none') : proxyLine(road)];
}

const usualPorts: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** The proxy that is set, by its host and port alone: a password may stand beside them. */
function proxyLine({ proxy }: Road): Line {
  const given = proxy?.https?.trim() ?? '';
  if (given === '') return fine('proxy', 'none is set');
  const address = proxyAddress(given);
  if (address === null)
    return doubt('proxy', '(cannot be read)', 'Mend --proxy or HTTPS_PROXY: http://host:port.');
  const { hostname, port, protocol } = address;
  const no = proxy?.no ?? '';
  const by = port === '' ? usualPorts[protocol] : port;
  return fine(
    'proxy',
    `${hostname}${by === undefined ? '' : `:${by}`}${no === '' ? '' : `, but not for ${no}`}`,
  );
}

/** What was seen of a host by opening a connection to it. */
export function sightLines(what: 'court' | 'sign-on', host: string, sight: Sight): Line[] {
  const lines: Line[] = [];
  if (sight.lookup !== null)
    lines.push(
      fine(`${what}-name`, `${host} is ${sight.lookup.addresses.join(', ')} (${sight.lookup.ms} ms)`),
    );
  const issued = sight.tls === null ? '' : `; its certificate was issued by ${sight.tls.issuer}`;
  if (sight.failure !== null) {
    const { nextStep, exitCode } = outcome(endingOf(sight.failure.code));
    return [
      ...lines,
      bad(`${what}-connection`, `${sight.failure.message.replace(/\.$/, '')}${issued}`, nextStep, exitCode),
    ];
  }
  const by = sight.proxy === null ? '' : ` through the proxy ${sight.proxy}`;
  const secure =
    sight.tls === null
      ? ', without TLS'
      : `, ${sight.tls.protocol}${issued}, good until ${sight.tls.validTo}`;
  return [...lines, fine(`${what}-connection`, `${host}${by} in ${sight.openedMs ?? 0} ms${secure}`)];
}

function endingOf(code: NonNullable<Sight['failure']>['code']): Outcome['id'] {
  if (code === 'tls' || code === 'proxy') return code;
  return code === 'forbidden-host' ? 'unsafe-address' : 'network';
}

/** How long a front page takes. Nothing is needed from the sign-on's, so there any answer below 500 will do. */
export async function frontPage(what: 'court' | 'sign-on', origin: string, session: Session): Promise<Line> {
  const id = `${what}-front-page`;
  try {
    const answer = await session.web.send({
      method: 'GET',
      url: `${origin}/`,
      headers: {},
      body: null,
      timeoutMs: session.timeoutMs,
      freshConnection: false,
      signal: session.signal,
    });
    const says = `${origin}/ answered ${answer.status} in ${answer.ms} ms${answer.status >= 400 && what === 'sign-on' ? ' (any answer will do)' : ''}`;
    if (answer.status >= 500) return doubt(id, says, 'The site is having trouble; try again later.');
    if (answer.status >= 400 && what === 'court')
      return doubt(
        id,
        says,
        'That is not its front page. The line "sign-on-page" tells whether the way in is open.',
      );
    return answer.ms > 10_000
      ? doubt(id, says, 'That is slow; a longer --timeout may be needed.')
      : fine(id, says);
  } catch (error) {
    return badAs(id, ended(error, session));
  }
}

/** Whether the court leads to a sign-on page that is recognised. Nothing is typed there. */
export async function signOnPage(session: Session): Promise<Line> {
  const id = 'sign-on-page';
  try {
    let here = await visit(session, session.goal.loginUrl, null);
    for (let hops = 0; hops < 5; hops += 1) {
      const { page } = recognise(here.arrival);
      if (page.kind === 'sign-on-form')
        return fine(
          id,
          `the court leads to ${new URL(here.arrival.parts.url).host}, and its sign-on form is recognised`,
        );
      if (page.kind === 'maintenance') return badAs(id, outcome('maintenance'));
      if (page.kind !== 'landing')
        return bad(
          id,
          `the court led to a page that is not its sign-on page (${page.kind})`,
          `Do not go on before that is understood.\n${remainingSteps(session.places.court)}`,
          6,
        );
      here = await visit(session, page.to, here.arrival.parts.url);
    }
    return badAs(id, outcome('unrecognised-page', { message: 'the court kept leading on' }));
  } catch (error) {
    return badAs(id, ended(error, session));
  }
}

function ended(error: unknown, session: Session): Outcome {
  const stop = stopped(error);
  if (stop !== null) return stop;
  const failure = asWebFailure(error);
  if (failure !== null) return failureOutcome(failure, session.signal);
  throw error;
}
