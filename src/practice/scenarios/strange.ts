import type { Scenario } from '../scenarios.ts';
import { scenario } from './people.ts';

const forms: readonly (readonly [id: string, summary: string])[] = [
  ['get', 'The link form would put the password into an address.'],
  ['extra-password', 'The link form asks for the PACER password too.'],
  ['two-forms', 'Two link forms, alike but for their addresses.'],
];

const reviews: readonly (readonly [id: string, summary: string])[] = [
  ['two-forms', 'The review page has two forms that could be the final one.'],
  ['password', 'The review page asks for a password.'],
  ['get', 'The review form would be sent by GET.'],
  ['choice', 'The review page lets one choose which account to link.'],
];

const answerWords = {
  'too-large': 'nine megabytes long',
  deep: 'nested a hundred thousand deep',
  empty: 'empty',
  'never-answers': 'never given',
};

const answers = (['too-large', 'deep', 'empty', 'never-answers'] as const).flatMap((name) =>
  (['landing', 'utilities', 'link-form', 'final-submit'] as const).map((at) =>
    scenario(`strange-${name}-${at}`, `The answer at ${at} is ${answerWords[name]}.`, {
      faults: [{ at, does: { name } }],
    }),
  ),
);

/** Pages that lead nowhere else, but are not to be acted on. */
export const strangeScenarios: readonly Scenario[] = [
  ...forms.map(([id, summary]) =>
    scenario(`strange-form-${id}`, summary, {
      linkForm: { page: `court/strange-${id}`, login: 'login', password: 'key' },
    }),
  ),
  ...reviews.map(([id, summary]) =>
    scenario(`strange-review-${id}`, summary, { reviewPage: `court/strange-review-${id}` }),
  ),
  scenario('strange-link-script', 'The link on the Utilities page is a script.', {
    linkHref: 'javascript:location.assign("%evil%/")',
  }),
  scenario('strange-loop-redirect', 'The login address redirects to itself for ever.', {
    faults: [{ at: 'login.pl', does: { name: 'redirect', to: '%here%', status: 302 } }],
  }),
  scenario('strange-loop-script', 'The login address leads to itself for ever by a script.', {
    faults: [{ at: 'login.pl', does: { name: 'redirect', to: '%here%', how: 'assign-double' } }],
  }),
  ...answers,
];
