import type { Dialog, Parts } from '../../html/parts.ts';
import type { Form } from '../../html/forms.ts';
import type { Arrival, Page } from '../page.ts';
import { once } from '../once.ts';
import { formsInReach, passwordFields, theButton } from '../reach.ts';
import { fold, said, saidWithTitle } from '../words.ts';

const okWords = /^(ok|okay|continue|i acknowledge|acknowledge|close)$/;
const undertaking =
  /\b(i (agree|certify|acknowledge|understand|declare|undertake|will)|agree to|certify|by (clicking|checking|pressing))\b/;

/** The redaction responsibility: the filer's own undertaking, with a box to check (fixtures/NOTES.md, "Notices"). */
export function redactionNotice({ parts, role }: Arrival): Page | null {
  if (role !== 'sign-on') return null;
  for (const form of formsInReach(parts)) {
    const { text, folded } = noticeOf(parts, form);
    const box = form.controls.find(
      (c) => c.type === 'checkbox' && (/:?chkRedact/.test(c.name) || /redact/.test(fold(c.label))),
    );
    const named = form.controls.some((c) => /bpmConfirm/.test(c.name));
    if ((box === undefined && !named) || !folded().includes('redact')) continue;
    const button = theButton(
      withAllEnabled(form),
      /^(continue|confirm|ok|submit|log ?in|accept)$/,
      /:bpmConfirm$/,
    );
    return {
      kind: 'redaction-notice',
      text,
      target: { form, button },
      checkbox: box?.index ?? null,
    };
  }
  return null;
}

/** The confirm button is disabled until the box changes; a browser's script enables it. */
function withAllEnabled(form: Form): Form {
  return {
    ...form,
    controls: form.controls.map((c) => (c.type === 'hidden' ? c : { ...c, disabled: false, hidden: false })),
  };
}

/** "User Update Required": enrol or change the password now, or spend one of three skips. */
export function userUpdate({ parts, role }: Arrival): Page | null {
  if (role !== 'sign-on') return null;
  const form = formsInReach(parts).find((f) => f.id === 'frmUserUpdate' || f.name === 'frmUserUpdate');
  const says = saidWithTitle(parts);
  if (form === undefined && !says.includes('user update required')) return null;
  const button = form === undefined ? null : theButton(form, /^skip( for now)?$/, /:bpmSkip$/);
  return {
    kind: 'user-update',
    text: form === undefined ? parts.text : noticeOf(parts, form).text,
    skip: form === undefined || button === null ? null : { form, button },
  };
}

/** A notice with an OK button and nothing to fill in; `undertaking` where it asks for more than having read it. */
export function acknowledgement({ parts, role }: Arrival): Page | null {
  if (role !== 'sign-on') return null;
  const forms = formsInReach(parts).filter((form) => passwordFields(form).length === 0);
  for (const form of forms) {
    const button = theButton(form, okWords, /btnAckOkay$|:bpmContinue$/);
    const known = form.controls.some((c) => !c.hidden && /btnAckOkay$|:bpmContinue$/.test(c.name));
    const { text, folded } = noticeOf(parts, form);
    if (button === null || !known || folded().includes('redact') || form.id === 'frmUserUpdate') continue;
    const box = form.controls.some((c) => c.type === 'checkbox' && !c.hidden);
    return {
      kind: 'acknowledgement',
      text,
      target: { form, button },
      undertaking: box || undertaking.test(folded()),
    };
  }
  return null;
}

const saidByDialog = once((dialog: Dialog) => fold(dialog.text));

/** The text of the dialog a form stands in, else of the whole page; as it is, and folded. */
function noticeOf(parts: Parts, form: Form): { text: string; folded: () => string } {
  const dialog = form.dialog === null ? undefined : parts.dialogs.find(({ id }) => id === form.dialog);
  return dialog === undefined
    ? { text: parts.text, folded: () => said(parts) }
    : { text: dialog.text, folded: () => saidByDialog(dialog) };
}
