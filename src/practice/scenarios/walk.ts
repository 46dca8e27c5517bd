import type { Scenario } from '../scenarios.ts';
import { bertil, scenario } from './people.ts';

/** The walk itself, and every way it ends. */
export const walkScenarios: readonly Scenario[] = [
  scenario('success', 'Everything goes well: sign on, review, Submit, linked.'),
  scenario(
    'success-odd-characters',
    'Goes well with logins and passwords full of odd characters.',
    {},
    bertil,
  ),
  scenario('wrong-pacer-password', 'The PACER password is refused.', {
    account: { pacerPassword: 'Changed-Last-Week-9' },
  }),
  scenario('wrong-passcode', 'The one-time passcode is refused.', {
    account: { totpSeed: 'N52GQZLSEBQXK5DIMVXHI2LD' },
  }),
  scenario('wrong-cmecf-password', 'The court refuses the old CM/ECF login or password.', {
    account: { cmecfPassword: 'Forgotten-2003' },
  }),
  scenario(
    'names-differ',
    'The review page lists two different people.',
    {},
    { pacerName: 'Berta R. Sample', pacerUser: 'berta.sample' },
  ),
  scenario('already-linked', 'The filing menus are there from the start.', { filer: true }),
  scenario('already-linked-form', 'The answer to the link form says that the account is linked already.', {
    faults: [{ at: 'link-form', does: { name: 'page', page: 'court/already-linked' } }],
  }),
  scenario('submit-refused', 'The court refuses the final Submit: nothing is linked.', {
    faults: [
      {
        at: 'final-submit',
        does: {
          name: 'page',
          page: 'court/final-refused',
          words: 'The accounts could not be linked.',
        },
      },
    ],
  }),
  scenario('answer-lost', 'The court links, then the connection breaks before an answer.', {
    faults: [{ at: 'final-submit', does: { name: 'lost' }, after: true }],
  }),
  scenario('linked-without-review', 'The first Submit links at once; there is no review page.', {
    review: false,
  }),
  scenario('unrecognised-before', 'An unknown page stands where the Utilities page should be.', {
    faults: [{ at: 'utilities', does: { name: 'page', page: 'court/unknown' } }],
  }),
  scenario('unrecognised-link-page', 'An unknown page stands where the link page should be.', {
    faults: [{ at: 'link-page', does: { name: 'page', page: 'court/unknown' } }],
  }),
  scenario('unrecognised-after', 'The court links and answers with an unknown page.', {
    faults: [{ at: 'final-submit', does: { name: 'page', page: 'court/unknown' }, after: true }],
  }),
  scenario(
    'unrecognised-after-unlinked',
    'An unknown page answers the final Submit, and nothing is linked.',
    {
      faults: [{ at: 'final-submit', does: { name: 'page', page: 'court/unknown' } }],
    },
  ),
];
