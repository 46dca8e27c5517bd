import type { Told } from '../support/story.ts';

const quiet = { openSessions: 0, strayed: 0, leaks: [] };

function stopped(code: number, outcome: string): Told {
  return { code, outcome, submitted: 'no', linked: 'no', proof: 'none', finalSubmits: 0, links: 0, ...quiet };
}
/** The answer to the link form was lost: whether the court linked on that alone nobody knows. */
function inDoubt(code: number, outcome: string): Told {
  return { ...stopped(code, outcome), linked: 'unknown' };
}
const ready = stopped(0, 'dry-run-ready');

function linked(proof: string): Told {
  return { ...stopped(0, 'linked'), submitted: 'yes', linked: 'yes', proof, finalSubmits: 1, links: 1 };
}
function unknown(submitted: string, links: number): Told {
  return { ...stopped(8, 'outcome-unknown'), submitted, linked: 'unknown', finalSubmits: 1, links };
}
function there(proof: string): Told {
  return { ...stopped(0, 'already-linked'), linked: 'yes', proof };
}
/** Linked by the first Submit of the link form, in a link and in a dry run alike. */
function unseen(code: number): Told {
  return { ...stopped(code, 'linked-without-review'), linked: 'yes', proof: 'menu', links: 1 };
}
const refused: Told = { ...stopped(10, 'submit-refused'), submitted: 'yes', finalSubmits: 1 };

type Family = { link: Told; dryRun: Told; scenarios: string };

const families: Family[] = [
  {
    link: stopped(5, 'shared-account'),
    dryRun: stopped(5, 'shared-account'),
    scenarios: `
      account-administrative account-shared`,
  },
  {
    link: stopped(5, 'account-restricted'),
    dryRun: stopped(5, 'account-restricted'),
    scenarios: `
      account-disabled account-legacy account-legacy-review account-restricted no-privileges sign-on-says-disabled`,
  },
  {
    link: stopped(6, 'unrecognised-page'),
    dryRun: stopped(6, 'unrecognised-page'),
    scenarios: `
      acknowledge-box acknowledge-undertaking attack-link-elsewhere attack-link-form-at-sign-on
      attack-sign-on-at-court no-link strange-deep-utilities strange-empty-utilities
      strange-form-extra-password strange-form-two-forms link-form-back strange-link-script
      strange-loop-script unrecognised-before unrecognised-link-page`,
  },
  {
    link: inDoubt(6, 'unrecognised-page'),
    dryRun: inDoubt(6, 'unrecognised-page'),
    scenarios: `
      strange-deep-link-form strange-empty-link-form strange-review-choice strange-review-get
      strange-review-password strange-review-two-forms`,
  },
  {
    link: linked('menu'),
    dryRun: ready,
    scenarios: `
      acknowledge-continue acknowledge-ok answer-cut answer-empty answer-lost answer-lost-menu-late
      answer-never attack-307-final-submit attack-308-final-submit attack-redirect-landing
      attack-scheme-landing form-in-table form-labels form-labels-after form-names form-neighbours
      form-reversed form-urlencoded landing-302 landing-assign-double landing-assign-single
      landing-refresh landing-training-too latin-1 link-at-absolute link-at-capitals link-at-lower
      link-at-markup link-at-no-group link-at-other-group link-at-spaces link-at-your-account
      linked-then-500 logout-at-sign-on maintenance-200-landing maintenance-503-landing menu-absolute
      menu-district menu-late menu-limited menu-old menu-underlined menu-upper no-privileges-once
      redaction-dialog redaction-first redaction-jakarta redaction-page redaction-plain redaction-shown
      redaction-two-steps review-definitions review-lines review-rows sign-on-again-once
      sign-on-again-script sign-on-again-utilities sign-on-back-eval sign-on-back-refresh-page
      sign-on-back-script-page sign-on-backup-code sign-on-client-code sign-on-dialogs-always
      sign-on-jakarta sign-on-jakarta-stateless sign-on-no-passcode sign-on-older-cookie sign-on-plain
      sign-on-stateless sign-on-updates-root sign-on-view-expired strange-deep-landing
      strange-empty-landing strange-never-answers-landing strange-too-large-landing success
      success-odd-characters to-sign-on-assign-double to-sign-on-assign-single to-sign-on-href
      to-sign-on-refresh to-sign-on-replace unrecognised-after`,
  },
  {
    link: there('menu'),
    dryRun: there('menu'),
    scenarios: `
      already-linked`,
  },
  {
    link: stopped(5, 'linked-elsewhere'),
    dryRun: stopped(5, 'linked-elsewhere'),
    scenarios: `
      already-linked-elsewhere`,
  },
  {
    link: unknown('yes', 0),
    dryRun: ready,
    scenarios: `
      already-linked-final-submit attack-307-evil-final-submit attack-308-evil-final-submit
      attack-redirect-final-submit attack-scheme-final-submit expired-final-submit
      expired-page-final-submit maintenance-200-final-submit maintenance-503-final-submit
      status-500-final-submit strange-deep-final-submit strange-empty-final-submit
      unrecognised-after-unlinked`,
  },
  {
    link: there('announced'),
    dryRun: there('announced'),
    scenarios: `
      already-linked-form already-linked-link-page`,
  },
  {
    link: unknown('unknown', 1),
    dryRun: ready,
    scenarios: `
      answer-lost-menu-never`,
  },
  {
    link: stopped(6, 'unsafe-address'),
    dryRun: stopped(6, 'unsafe-address'),
    scenarios: `
      attack-307-evil-passcode attack-307-evil-sign-on attack-307-passcode attack-307-sign-on
      attack-308-evil-passcode attack-308-evil-sign-on attack-308-passcode attack-308-sign-on
      attack-action-link-form attack-action-link-form-sign-on attack-action-passcode
      attack-action-review attack-action-sign-on attack-action-sign-on-court attack-appurl
      attack-form-base attack-form-formaction attack-form-nested attack-redirect-link-page
      attack-redirect-login.pl attack-redirect-passcode attack-redirect-sign-on
      attack-redirect-sign-on-page attack-redirect-utilities attack-review-formaction
      attack-scheme-link-page attack-scheme-login.pl attack-scheme-passcode attack-scheme-sign-on
      attack-scheme-sign-on-page attack-scheme-utilities strange-form-get`,
  },
  {
    link: inDoubt(6, 'unsafe-address'),
    dryRun: inDoubt(6, 'unsafe-address'),
    scenarios: `
      attack-307-evil-link-form attack-307-link-form attack-308-evil-link-form attack-308-link-form
      attack-redirect-link-form attack-scheme-link-form`,
  },
  {
    link: stopped(5, 'user-update-due'),
    dryRun: stopped(5, 'user-update-due'),
    scenarios: `
      every-notice user-update user-update-last user-update-none`,
  },
  {
    link: stopped(6, 'session-expired'),
    dryRun: stopped(6, 'session-expired'),
    scenarios: `
      expired-link-form expired-link-page expired-page-link-form expired-page-link-page
      expired-page-utilities expired-utilities sign-on-passcode-view-expired sign-on-says-timeout`,
  },
  {
    // Nobody can log out of a session whose cookies are gone.
    link: { ...stopped(6, 'session-expired'), openSessions: 1 },
    dryRun: { ...ready, openSessions: 1 },
    scenarios: `
      cookies-lost-link-form`,
  },
  {
    link: linked('announced'),
    dryRun: ready,
    scenarios: `
      expired-while-thinking menu-after-sign-on menu-never says-if-already-linked says-linked-if-no-menus
      says-will-be-linked`,
  },
  {
    link: stopped(2, 'appellate-court'),
    dryRun: stopped(2, 'appellate-court'),
    scenarios: `
      landing-appeals`,
  },
  {
    link: unknown('yes', 1),
    dryRun: ready,
    scenarios: `
      linked-then-maintenance`,
  },
  {
    link: unseen(0),
    dryRun: unseen(8),
    scenarios: `
      linked-without-review`,
  },
  {
    link: unknown('unknown', 0),
    dryRun: ready,
    scenarios: `
      lost-final-submit strange-never-answers-final-submit strange-too-large-final-submit`,
  },
  {
    link: stopped(7, 'network'),
    dryRun: stopped(7, 'network'),
    scenarios: `
      strange-never-answers-utilities`,
  },
  {
    link: inDoubt(7, 'network'),
    dryRun: inDoubt(7, 'network'),
    scenarios: `
      lost-link-form strange-never-answers-link-form`,
  },
  {
    link: stopped(7, 'maintenance'),
    dryRun: stopped(7, 'maintenance'),
    scenarios: `
      maintenance-200-link-page maintenance-200-login.pl maintenance-200-sign-on-page
      maintenance-200-utilities maintenance-503-link-page maintenance-503-login.pl
      maintenance-503-sign-on-page maintenance-503-utilities`,
  },
  {
    link: inDoubt(7, 'maintenance'),
    dryRun: inDoubt(7, 'maintenance'),
    scenarios: `
      maintenance-200-link-form maintenance-503-link-form`,
  },
  {
    link: stopped(5, 'names-differ'),
    dryRun: stopped(5, 'names-differ'),
    scenarios: `
      names-differ review-hidden-differs`,
  },
  {
    link: stopped(4, 'cmecf-refused'),
    dryRun: stopped(4, 'cmecf-refused'),
    scenarios: `
      refused-bare refused-characters refused-failed refused-inactive refused-locked refused-not-attorney
      refused-once refused-unknown-user refused-wrong wrong-cmecf-password`,
  },
  {
    link: stopped(6, 'review-unreadable'),
    dryRun: stopped(6, 'review-unreadable'),
    scenarios: `
      review-nameless`,
  },
  {
    link: stopped(2, 'input-needed'),
    dryRun: stopped(2, 'input-needed'),
    scenarios: `
      sign-on-client-code-missing sign-on-says-client-code`,
  },
  {
    link: stopped(6, 'court-error'),
    dryRun: stopped(6, 'court-error'),
    scenarios: `
      sign-on-faces-error strange-loop-redirect strange-too-large-utilities`,
  },
  {
    link: inDoubt(6, 'court-error'),
    dryRun: inDoubt(6, 'court-error'),
    scenarios: `
      status-500-link-form strange-too-large-link-form`,
  },
  {
    link: stopped(4, 'sign-on-refused'),
    dryRun: stopped(4, 'sign-on-refused'),
    scenarios: `
      sign-on-says-invalid sign-on-says-invalid-once sign-on-says-invalid-passcode
      sign-on-says-short-password sign-on-says-short-username
      sign-on-updates-fragments wrong-pacer-password`,
  },
  {
    link: refused,
    dryRun: ready,
    scenarios: `
      submit-refused submit-refused-failed submit-refused-names submit-refused-unable`,
  },
  {
    link: stopped(4, 'passcode-refused'),
    dryRun: stopped(4, 'passcode-refused'),
    scenarios: `
      wrong-passcode`,
  },
];

/** How every scenario ends for a firm's script, as a link and as a dry run. */
export const stories = families.flatMap(({ link, dryRun, scenarios }) =>
  scenarios
    .trim()
    .split(/\s+/)
    .map((scenario) => ({ scenario, link, dryRun })),
);
