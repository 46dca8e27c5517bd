import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/html/document.ts';
import { decodeHtml } from '../../src/html/encoding.ts';
import { entryList, type Entry } from '../../src/html/entries.ts';
import { facesSubmission, readPartialAnswer } from '../../src/html/faces.ts';
import { applyPartialAnswer } from '../../src/html/faces-apply.ts';
import { readAjaxCall } from '../../src/html/faces-call.ts';
import type { Form } from '../../src/html/forms.ts';
import { originFor, redirected, refererFor, scriptedAddress } from '../../src/html/navigation.ts';
import { readParts } from '../../src/html/parts.ts';
import { submission } from '../../src/html/submission.ts';
import { readEntries } from '../../src/practice/body.ts';
import { decode as charsetDecode, encode as charsetEncode } from '../../src/practice/charset.ts';

const url = 'https://ecf.miwb.uscourts.gov/cgi-bin/page.pl';

/** Text made of pieces that matter to what reads it, and of anything. */
const soupOf = (...pieces: string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...pieces) },
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

const html = soupOf(
  '<table>',
  '<tr>',
  '<td colspan="',
  '</table>',
  '<form method=post ',
  'action=',
  '>',
  '</form>',
  '<input name=a ',
  'type=radio ',
  '<select>',
  '<option selected>',
  '</select>',
  '<b>',
  '</b>',
  '<p style="',
  '<svg>',
  '<template>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  'PF("x").show()',
  'PrimeFaces.cw("Dialog","x",{id:"d"',
  '})',
  '<div id=d class="ui-dialog ',
  'ui-hidden-container"',
  ' hidden',
  '<h1>',
  '<dl><dt>',
  '<dd>',
  '<label for=',
  '<a href="',
  '"',
  "'",
  '&#x',
  '&amp',
  '\0',
  '\ud800',
  '<base href=',
  '<meta http-equiv=refresh content="0;url=',
  '<ul><li>',
  '</',
  '<fieldset disabled>',
);
const script = soupOf(
  'PrimeFaces',
  '.ab(',
  '{',
  '}',
  ')',
  '(',
  '[',
  ']',
  's:',
  '"a"',
  "'b'",
  ',',
  ';',
  'function(x)',
  'return false',
  '/',
  '*',
  '//',
  '`',
  '${',
  '\\',
  '\n',
  'location',
  '.assign(',
  '=',
  'href',
  'if',
  'PrimeFaces.bcn(this,event,[function(event){',
  '-',
  '1',
  'pa:[{name:"n",value:"v"}]',
  '\u2028',
);
const answer = soupOf(
  '<partial-response>',
  '<changes>',
  '<update id="d">',
  '<![CDATA[',
  ']]>',
  '</update>',
  '</changes>',
  '</partial-response>',
  '<eval>',
  '</eval>',
  '<redirect url="',
  '"/>',
  '&amp;',
  '&#',
  '<!--',
  '-->',
  '<error>',
  '<error-name>',
  '</error-name>',
  '</error>',
  '<?xml',
  '?>',
  '<div id=d>',
  '<tr>',
);

describe('no page, script or answer whatever makes the reading fail', () => {
  it('of a page, its forms and what they would send', () => {
    fc.assert(
      fc.property(
        html,
        fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'shift_jis'),
        (text, charset) => {
          const parts = readParts(parseDocument(text, { url, charset }), { menu: '#topmenu' });
          for (const form of parts.forms) {
            entryList(form, [], form.controls.length > 0 ? 0 : null);
            if (form.action !== null && form.method !== 'dialog') submission(form, [], null, 'b');
            if (form.action !== null)
              facesSubmission(form, [], null, {
                source: 'a',
                execute: '@all',
                update: '',
                event: null,
                params: [],
              });
          }
          expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('of a page after a partial answer', () => {
    fc.assert(
      fc.property(
        html,
        fc.array(
          fc.tuple(
            fc.constantFrom(
              'd',
              'a',
              'javax.faces.ViewState',
              'javax.faces.ViewRoot',
              'jakarta.faces.ViewBody',
              '',
            ),
            html,
          ),
        ),
        (text, updates) => {
          const doc = parseDocument(`<div id=a></div>${text}`, { url });
          const before = JSON.stringify(readParts(doc));
          const changed = applyPartialAnswer(doc, {
            redirect: null,
            updates: updates.map(([id, part]) => ({ id, html: part })),
            evals: [text],
            error: null,
          });
          readParts(changed);
          expect(JSON.stringify(readParts(doc))).toBe(before);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of a script', () => {
    fc.assert(
      fc.property(script, (text) => {
        const call = readAjaxCall(text);
        expect(call === null || typeof call.source === 'string').toBe(true);
        const address = scriptedAddress([text], url);
        expect(address === null || URL.canParse(address)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('of an answer that is partial or is not', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const read = readPartialAnswer(text);
        if (read !== null) readParts(applyPartialAnswer(parseDocument('<div id=d></div>', { url }), read));
      }),
      { numRuns: 2000 },
    );
  });

  it('of bytes, addresses and headers', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (bytes, one, other) => {
          decodeHtml(bytes, one);
          decodeHtml(new TextEncoder().encode(`<meta ${one} charset=${other}>`), other);
          redirected('POST', 302, one, url);
          redirected('GET', 307, one, `${url}#${other}`);
          refererFor(one, other, one);
          refererFor(url, one, other);
          originFor('POST', one, other, one);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** A form that sends these fields. */
function formWith(entries: readonly Entry[], rest: Partial<Form>): Form {
  const [blank] = readParts(parseDocument('<form method=post><input type=hidden>', { url })).forms;
  const [field] = blank?.controls ?? [];
  if (blank === undefined || field === undefined) throw new Error('The page has no field.');
  return {
    ...blank,
    ...rest,
    controls: entries.map(([name, value], index) => ({ ...field, index, name, value })),
  };
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const fields = fc.array(
  fc.tuple(
    text.filter((name) => name !== '' && name.toLowerCase() !== '_charset_'),
    text,
  ),
  { maxLength: 6 },
);
const crlf = (value: string) => value.replace(/\r\n?|\n/g, '\r\n');

describe('what a form sends can be read back by others', () => {
  it('urlencoded', () => {
    fc.assert(
      fc.property(fields, (entries) => {
        const { body } = submission(formWith(entries, {}), [], null, 'b');
        const back = [...new URLSearchParams(new TextDecoder().decode(body ?? undefined))];
        expect(back).toEqual(entries.map(([name, value]) => [crlf(name), crlf(value)]));
      }),
    );
  });

  it('by get, in the address', () => {
    fc.assert(
      fc.property(fields, (entries) => {
        const { url: address } = submission(formWith(entries, { method: 'get' }), [], null, 'b');
        expect([...new URL(address).searchParams]).toEqual(
          entries.map(([name, value]) => [crlf(name), crlf(value)]),
        );
      }),
    );
  });

  it('in multipart', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (entries) => {
        const form = formWith(entries, { enctype: 'multipart/form-data' });
        const { body, headers } = submission(form, [], null, '----boundary7MA4YWxkTrZu0gW');
        const back = await new Response(body === null ? null : Buffer.from(body), { headers }).formData();
        expect([...back]).toEqual(entries.map(([name, value]) => [crlf(name), crlf(value)]));
      }),
    );
  });

  // Signs that an encoding, a boundary, a name in quotes or a percent sign could be mistaken over, and any other.
  const sign = fc.oneof(
    fc.constantFrom(...Array.from('aZ09 &=+%-"\'\\;#~*éüß€“’Ÿ\r\n\t'), '\r\n', '%0A', '--', '中', '🙂'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const written = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
  const pairs = fc.array(
    fc.tuple(
      // A name with %22 in it cannot be told from one with a quotation mark (HTML standard 4.10.21.8).
      written.filter(
        (name) => name !== '' && name.toLowerCase() !== '_charset_' && !/%(22|0A|0D)/i.test(name),
      ),
      written,
    ),
    { maxLength: 6 },
  );
  const charsets = ['utf-8', 'windows-1252'] as const;
  const enctypes = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;
  /** What an encoding has no sign for is sent as a reference to it; half a surrogate as U+FFFD. */
  const sendable = (value: string, charset: (typeof charsets)[number]): string =>
    Array.from(crlf(value), (one) => {
      const whole = /^[\ud800-\udfff]$/.test(one) ? '\ufffd' : one;
      if (charset === 'utf-8' || charsetDecode(charsetEncode(whole, charset), charset) === whole)
        return whole;
      return `&#${whole.codePointAt(0)};`;
    }).join('');

  it.each(charsets.flatMap((charset) => enctypes.map((enctype) => [charset, enctype] as const)))(
    'in %s, %s, by the practice court',
    (charset, enctype) => {
      fc.assert(
        fc.property(pairs, (entries) => {
          const { body, headers } = submission(
            formWith(entries, { charset, enctype }),
            [],
            null,
            '----miwb-link-0f9e',
          );
          const back = readEntries(Buffer.from(body ?? []), headers['content-type'] ?? '', charset);
          expect(back).toEqual(
            entries.map(([name, value]) => [sendable(name, charset), sendable(value, charset)]),
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  it('in windows-1252, what that can write', () => {
    const latin = fc.string({ unit: fc.constantFrom(...Array.from('aZ 09&=+%éüß€“’Ÿ')), maxLength: 20 });
    fc.assert(
      fc.property(latin, (value) => {
        const { body } = submission(formWith([['n', value]], { charset: 'windows-1252' }), [], null, 'b');
        const sent = new TextDecoder('latin1').decode(body ?? undefined).slice(2);
        const bytes = sent
          .replace(/\+/g, ' ')
          .replace(/%([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        expect(decodeHtml(Buffer.from(bytes, 'latin1'), null).text).toBe(value);
      }),
    );
  });
});
