import type { Kind } from '../log.ts';
import type { Scenario } from '../scenarios.ts';
import { scenario } from './people.ts';

const stages: readonly Kind[] = [
  'landing',
  'login.pl',
  'sign-on-page',
  'sign-on',
  'passcode',
  'utilities',
  'link-page',
  'link-form',
  'final-submit',
];
const posts: readonly Kind[] = ['sign-on', 'passcode', 'link-form', 'final-submit'];

const redirects = stages.map((at) =>
  scenario(`attack-redirect-${at}`, `A redirect leads from ${at} to another host.`, {
    faults: [{ at, does: { name: 'redirect', to: '%evil%/welcome?from=practice', status: 302 } }],
  }),
);

const repeats = posts.flatMap((at) =>
  [307, 308].flatMap((status) => [
    scenario(
      `attack-${status}-${at}`,
      `A ${status} asks for the ${at} request to be sent again to the same host.`,
      {
        faults: [{ at, does: { name: 'redirect', to: '%here%', status }, after: true, times: 1 }],
      },
    ),
    scenario(
      `attack-${status}-evil-${at}`,
      `A ${status} asks for the ${at} request to be sent to another host.`,
      {
        faults: [{ at, does: { name: 'redirect', to: '%evil%/collect', status } }],
      },
    ),
  ]),
);

const schemes = stages.map((at) =>
  scenario(`attack-scheme-${at}`, `At ${at} the site leads from https to http, or from http to https.`, {
    faults: [{ at, does: { name: 'redirect', to: '%here-other-scheme%', status: 302 } }],
  }),
);

const forms: Record<string, string> = {
  base: 'A base element sends the link form to another host.',
  formaction: "The link form's button posts to another host.",
  nested: 'A form inside another takes the password fields along to another host.',
};

/** A site that has been taken over, or pretends to be the court. */
export const attackScenarios: readonly Scenario[] = [
  ...redirects,
  ...repeats,
  ...schemes,
  scenario('attack-action-sign-on', 'The sign-on form posts to another host.', {
    actions: { 'sign-on': '%evil%/csologin/login.jsf' },
  }),
  scenario('attack-action-sign-on-court', 'The sign-on form posts the PACER password to the court.', {
    actions: { 'sign-on': '%court%/csologin/login.jsf' },
  }),
  scenario('attack-action-passcode', 'The passcode form posts to another host.', {
    actions: { passcode: '%evil%/csologin/login.jsf' },
  }),
  scenario('attack-action-link-form', 'The link form posts to another host.', {
    actions: { 'link-form': '%evil%/cgi-bin/LinkAccount.pl?123456789012345-L_1_0-1' },
  }),
  scenario(
    'attack-action-link-form-sign-on',
    'The link form posts the CM/ECF password to the sign-on host.',
    {
      actions: { 'link-form': '%signOn%/cgi-bin/LinkAccount.pl?123456789012345-L_1_0-1' },
    },
  ),
  scenario('attack-action-review', 'The review form posts to another host.', {
    actions: { review: '%evil%/cgi-bin/LinkAccount.pl?123456789012345-L_1_1-1' },
  }),
  scenario('attack-appurl', 'The court asks the sign-on page to lead back to another host.', {
    faults: [{ at: 'login.pl', does: { name: 'redirect', to: '%signOnPage%-evil', status: 302 }, times: 1 }],
  }),
  scenario('attack-link-elsewhere', 'The link on the Utilities page leads to another host.', {
    linkHref: '%evil%/cgi-bin/LinkAccount.pl',
  }),
  ...['base', 'formaction', 'nested'].map((id) =>
    scenario(`attack-form-${id}`, forms[id] ?? '', {
      linkForm: { page: `court/attack-${id}`, login: 'login', password: 'key' },
    }),
  ),
  scenario('attack-review-formaction', "The review form's button posts to another host.", {
    reviewPage: 'court/attack-review-formaction',
  }),
  scenario('attack-sign-on-at-court', "The court's own host shows a sign-on form.", {
    faults: [{ at: 'login.pl', does: { name: 'sign-on-form' } }],
  }),
  scenario('attack-link-form-at-sign-on', 'The sign-on host shows the link form.', {
    faults: [{ at: 'sign-on-page', does: { name: 'link-form-here' } }],
  }),
];
