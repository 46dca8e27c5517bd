import type { Parts } from '../../html/parts.ts';
import type { Form } from '../../html/forms.ts';
import type { Arrival, Page } from '../page.ts';
import { formsInReach, passwordFields, theButton } from '../reach.ts';
import { fold } from '../words.ts';

const okWords = /^(ok|okay|continue|i acknowledge|acknowledge|close)$/;
const undertaking =
  /\b(i (agree|certify|acknowledge|understand|declare|undertake|will)|agree to|certify|by (clicking|checking|pressing))\b/;

/** The redaction responsibility: the filer's own undertaking, with a box to check (fixtures/NOTES.md, "Notices"). */
export function redactionNotice({ parts, role }: Arrival): Page | null {
  if (role !== 'sign-on') return null;
  for (const form of formsInReach(parts)) {
    const text = noticeText(parts, form);
    const box = form.controls.find(
      (c) => c.type === 'checkbox' && (/:?chkRedact/.test(c.name) || /redact/.test(fold(c.label))),
    );
    const named = form.controls.some((c) => /bpmConfirm/.test(c.name));
    if (box === undefined && !(named && /redact/.test(fold(text)))) continue;
    if (!/redact/.test(fold(text))) continue;
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
  const says = fold(`${parts.title} ${parts.text}`);
  if (form === undefined && !says.includes('user update required')) return null;
  const button = form === undefined ? null : theButton(form, /^skip( for now)?$/, /:bpmSkip$/);
  return {
    kind: 'user-update',
    text: form === undefined ? parts.text : noticeText(parts, form),
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
    const text = noticeText(parts, form);
    if (button === null || !known || /redact/.test(fold(text)) || form.id === 'frmUserUpdate') continue;
    const box = form.controls.some((c) => c.type === 'checkbox' && !c.hidden);
    return {
      kind: 'acknowledgement',
      text,
      target: { form, button },
      undertaking: box || undertaking.test(fold(text)),
    };
  }
  return null;
}

/** The text of the dialog a form stands in, else of the whole page. */
function noticeText(parts: Parts, form: Form): string {
  return parts.dialogs.find((dialog) => dialog.id === form.dialog)?.text ?? parts.text;
}
