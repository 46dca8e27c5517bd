import type { Form } from '../../html/forms.ts';
import type { Arrival, PasscodeForm, Page } from '../page.ts';
import { formsInReach, passwordFields, textFields, theButton } from '../reach.ts';
import { fold } from '../words.ts';
import { complaint } from './complaint.ts';

/** The form that asks for the one-time passcode; the answer to one is a refusal only where the page complains. */
export function passcode({ parts, role, after }: Arrival): Page | null {
  if (role !== 'sign-on') return null;
  const targets = formsInReach(parts)
    .map(passcodeTarget)
    .filter((target) => target !== null);
  const [target] = targets;
  if (target === undefined || targets.length > 1) return null;
  const text = after === 'passcode' ? complaint(parts) : null;
  return text === null ? { kind: 'passcode-form', target } : { kind: 'passcode-refused', text, target };
}

/** Reads a form as the passcode form, by its field's name or label; null if it is not one. */
export function passcodeTarget(form: Form): PasscodeForm | null {
  const fields = [...textFields(form), ...passwordFields(form)].filter(
    (c) =>
      /:mfaInput$/.test(c.name) ||
      /one-time passcode|\bpasscode\b|authenticat(or|ion) (app )?code/.test(fold(c.label)),
  );
  const [field] = fields;
  if (field === undefined || fields.length > 1) return null;
  const button = theButton(form, /^(ok|submit|verify|continue|log ?in|sign ?in)$/, /:btnOk$/);
  return { form, field: field.index, button };
}
