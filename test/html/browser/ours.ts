import { request } from 'node:http';
import { parseDocument } from '../../../src/html/document.ts';
import { decodeHtml } from '../../../src/html/encoding.ts';
import type { Fill } from '../../../src/html/entries.ts';
import type { Control, Form } from '../../../src/html/forms.ts';
import { originFor, refererFor } from '../../../src/html/navigation.ts';
import { readParts } from '../../../src/html/parts.ts';
import { submission, type Submission } from '../../../src/html/submission.ts';
import type { Case } from './case.ts';

function find(forms: readonly Form[], id: string): { form: Form; control: Control } | null {
  for (const form of forms) {
    const control = form.controls.find((one) => one.id === id);
    if (control !== undefined) return { form, control };
  }
  return null;
}

function fillsFor(form: Form, what: Case): Fill[] {
  const index = (id: string) => form.controls.find((one) => one.id === id)?.index;
  const fills: (Fill | null)[] = [
    ...Object.entries(what.fill ?? {}).map(([id, value]) => ({ control: index(id) ?? -1, value })),
    ...(what.check ?? []).map((id) => ({ control: index(id) ?? -1, checked: true })),
    ...(what.uncheck ?? []).map((id) => ({ control: index(id) ?? -1, checked: false })),
    ...Object.entries(what.choose ?? {}).map(([id, selected]) => ({ control: index(id) ?? -1, selected })),
  ];
  // A control of another form is no part of this submission.
  return fills.filter((fill): fill is Fill => fill !== null && fill.control >= 0);
}

/** A request, and the referrer policy of the page it comes from. */
export type Made = Submission & { referrer: string | null };

/** The request our reading of the page makes, or null where pressing that button sends nothing. */
export function ourSubmission(bytes: Buffer, contentType: string, url: string, what: Case): Made | null {
  const { text, charset } = decodeHtml(bytes, contentType);
  const { forms, referrer = null } = readParts(parseDocument(text, { url, charset }));
  const pressed = find(forms, what.press);
  if (pressed === null || pressed.control.disabled) return null;
  if (pressed.control.type !== 'submit' && pressed.control.type !== 'image') return null;
  const { form, control } = pressed;
  const method = control.formmethod ?? form.method;
  if ((control.formaction ?? form.action ?? '') === '' || method === 'dialog') return null;
  return { ...submission(form, fillsFor(form, what), control.index, '----boundary0123456789'), referrer };
}

/** Sends a submission the way the web room does: one request, with the Referer and Origin of its page. */
export async function send(made: Made, from: string): Promise<void> {
  const referer = refererFor(from, made.url, made.referrer);
  const origin = originFor(made.method, from, made.url, made.referrer);
  await new Promise<void>((done, fail) => {
    // The address as it is, its question mark included where nothing follows.
    const path = made.url.slice(new URL(made.url).origin.length).split('#', 1)[0] ?? '/';
    const sent = request(new URL(made.url).origin, {
      path,
      method: made.method,
      headers: {
        ...made.headers,
        ...(referer === null ? {} : { referer }),
        ...(origin === null ? {} : { origin }),
        ...(made.body === null ? {} : { 'content-length': made.body.length }),
      },
    });
    sent.on('response', (response) => response.resume().on('end', done));
    sent.on('error', fail);
    sent.end(made.body ?? undefined);
  });
}
