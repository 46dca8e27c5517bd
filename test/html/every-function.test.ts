import { describe } from 'vitest';
import { menuSelector } from '../../src/court/menu.ts';
import { decode, outputCharset } from '../../src/html/charset.ts';
import type { Document } from '../../src/html/document.ts';
import type { Fill } from '../../src/html/entries.ts';
import type { AjaxCall } from '../../src/html/faces-call.ts';
import type { Form } from '../../src/html/forms.ts';
import { copyTree } from '../../src/html/graft.ts';
import { parsePage } from '../../src/html/parser.ts';
import { unseen } from '../../src/html/rendering.ts';
import type { Element } from '../../src/html/tree.ts';
import { childrenOf, elementsIn } from '../../src/html/tree.ts';
import { everyFunctionTakes } from '../support/every-function.ts';
import type { Calls } from '../support/pure-material.ts';

/** An element of a copy, which may be changed. */
const anyOf = (doc: Document): Element => elementsIn(copyTree(doc.root).root)[0] as Element;
const lastOf = (form: Form): number | null => (form.controls.length === 0 ? null : form.controls.length - 1);
const callOf = (text: string): AjaxCall => ({
  source: text,
  execute: text,
  update: text,
  event: null,
  params: [[text, text]],
});

/** What a person could do with each control; any other fill is a programmer's error, and throws. */
function fillsOf({ controls }: Form): Fill[] {
  return controls.flatMap(({ index, type, tag, options }): Fill[] => {
    if (type === 'checkbox' || type === 'radio') return [{ control: index, checked: true }];
    if (tag === 'select') return options.length === 0 ? [] : [{ control: index, selected: [0] }];
    const button = /^(submit|image|reset|button|file)$/.test(type);
    return button ? [] : [{ control: index, value: 'a \r\n"é' }];
  });
}

const calls: Calls = {
  // text, addresses and bytes
  'address#tellablePath': ({ text }) => [text],
  'address#resolve': ({ text, url, charset }) => [text, url, charset],
  'bodies#multipart': ({ entries, charset, text }) => [entries, charset, text],
  'bodies#plain': ({ entries, charset }) => [entries, charset],
  'bodies#urlencoded': ({ entries, charset }) => [entries, charset],
  'charset#charsetName': ({ charset }) => [charset],
  'charset#charsetOf': ({ text }) => [text],
  'charset#decode': ({ bytes, charset }) => [bytes, charset],
  'charset#encode': ({ text, charset }) => [text, outputCharset(charset)],
  'charset#outputCharset': ({ text }) => [text],
  'charset-legacy#legacyBytes': ({ charset }) => [charset, decode],
  'dates#isDate': ({ text }) => [text],
  'dates#isMonth': ({ text }) => [text],
  'dates#isTime': ({ text }) => [text],
  'dates#isWeek': ({ text }) => [text],
  'dates#localDateTime': ({ text }) => [text],
  'encoding#decodeHtml': ({ bytes, text }) => [bytes, text],
  'navigation#originFor': ({ text, other, url }) => ['POST', text, url, other],
  'navigation#redirected': ({ text, url, pick }) => [
    pick % 2 === 0 ? 'GET' : 'POST',
    300 + (pick % 10),
    text,
    url,
  ],
  'navigation#refererFor': ({ text, other, url }) => [url, text, other],
  'navigation#scriptedAddress': ({ text, html, url }) => [[text, html], url],
  'prescan#prescan': ({ bytes }) => [bytes],
  'referrer-policy#isTrustworthy': ({ url }) => [new URL(url)],
  'referrer-policy#parse': ({ text }) => [text],
  'referrer-policy#policyOf': ({ text }) => [text],
  'values#sanitised': ({ text, control }) => [control.type, text],
  'xml#parseXml': ({ html }) => [html],
  // scripts
  'faces-behaviours#changeCalls': ({ programs }) => [programs],
  'faces-call#readAjaxCall': ({ text }) => [`PrimeFaces.ab({${text}});return false;`],
  'script-awake#wakefulTokens': ({ list }) => [list],
  'script-literal#accept': ({ cursor, text }) => [cursor(), text, '('],
  'script-literal#readLiteral': ({ cursor }) => [cursor()],
  'script-literal#skipBrackets': ({ cursor }) => [cursor()],
  'script-statements#addressAt': ({ list, pick }) => [list, pick % (list.length + 1)],
  'script-statements#statementsOf': ({ list }) => [list],
  'script-string#readString': ({ text }) => [{ source: text, at: 0 }, '"'],
  'script-tokens#tokens': ({ text }) => [text],
  'scripts#programsOf': ({ doc }) => [doc],
  'scripts#scriptsOf': ({ doc }) => [doc],
  'widgets#readWidget': ({ list, pick }) => [list, pick % (list.length + 1)],
  'widgets#widgetEvents': ({ programs, text }) => [programs, [text]],
  'widgets#widgetsOf': ({ programs }) => [programs],
  // pages and their parts
  'blocks#readBlocks': ({ doc, sight }) => [doc.root, sight],
  'controls#addressOf': ({ text, doc }) => [text, doc],
  'controls#isControl': ({ element }) => [element],
  'controls#isLabelable': ({ element }) => [element],
  'controls#readControl': ({ element, doc, hidden, text }) => [
    element,
    0,
    doc,
    { hidden, labels: () => text, changes: new Map() },
  ],
  'dialogs#contentOf': ({ element }) => [element],
  'dialogs#dialogsById': ({ elements }) => [elements],
  'dialogs#dialogsOf': ({ doc }) => [doc],
  'dialogs#isDialog': ({ element }) => [element],
  'document#documentOf': ({ doc }) => [doc.root, doc],
  'document#parseDocument': ({ html, url, charset }) => [html, { url, charset }],
  'entries#applyFills': ({ form }) => [form, fillsOf(form)],
  'entries#entryList': ({ form }) => [form, fillsOf(form), lastOf(form)],
  'entries#formEntries': ({ form }) => [form, fillsOf(form), lastOf(form)],
  'faces#facesAddress': ({ form }) => [form],
  'faces#facesSubmission': ({ form, text }) => [
    { ...form, action: 'http://a.example/' },
    fillsOf(form),
    lastOf(form),
    callOf(text),
  ],
  'faces#readPartialAnswer': ({ html }) => [html],
  'faces-apply#applyPartialAnswer': ({ doc, answer }) => [doc, answer],
  'faces-state#setStates': ({ doc, text, other }) => [copyTree(doc.root).root, new Map([[text, other]])],
  'forms#enctypeOf': ({ text }) => [text],
  'forms#methodOf': ({ text }) => [text],
  'forms#readForms': ({ doc, hidden, dialogs }) => [doc, hidden, dialogs],
  'graft#addHiddenField': ({ doc, text, other }) => [anyOf(doc), text, other],
  'graft#copyTree': ({ doc }) => [doc.root],
  'graft#depthOf': ({ element }) => [element],
  'graft#isPlaced': ({ element, doc }) => [element, doc.root],
  'graft#replaceWith': ({ doc, html }) => [anyOf(doc), childrenOf(parsePage(html).root)],
  'labels#labelsOf': ({ doc, elements, ids, hidden }) => [doc.root, elements, ids, hidden],
  'labels-nearby#precedingText': ({ doc, hidden }) => [doc.root, hidden],
  'lines#linesOf': ({ parts }) => [parts.blocks],
  'links#readLink': ({ element, doc }) => [element, doc],
  'messages#readMessages': ({ doc, hidden, sight }) => [doc, hidden, sight],
  'options#readOptions': ({ element }) => [element],
  'owners#idsOf': ({ elements }) => [elements],
  'owners#ownerOf': ({ element, doc, ids }) => [element, doc, ids],
  'parser#parsePage': ({ html }) => [html],
  'parser#parsePiece': ({ html, element, pick }) => [html, element.name, pick % 500],
  'parts#readParts': ({ doc, pick }) => [doc, pick % 2 === 0 ? {} : { menu: menuSelector }],
  'refresh#readRefresh': ({ elements, doc }) => [elements, doc],
  'rendering#hiddenOf': ({ doc }) => [unseen(doc.root)],
  'rendering#hidesItself': ({ element }) => [element],
  'rendering#inlineStyle': ({ element }) => [element],
  'rendering#unseen': ({ doc }) => [doc.root],
  'skeleton#namesOf': ({ doc, vocabulary, text }) => [doc, vocabulary, [text]],
  'skeleton#skeleton': ({ doc, vocabulary, text }) => [doc, vocabulary, [text]],
  'skeleton-attributes#keptAttributes': ({ element, doc, vocabulary }) => [
    element,
    { words: vocabulary, named: (name: string) => name, url: doc.url, baseUrl: doc.baseUrl },
  ],
  'skeleton-attributes#shapeAddress': ({ text, doc, vocabulary }) => [
    text,
    { words: vocabulary, named: (name: string) => name, url: doc.url, baseUrl: doc.baseUrl },
  ],
  'skeleton-words#namerFor': ({ vocabulary, text }) => [vocabulary, [text]],
  'skeleton-words#shapePieces': ({ text, other, vocabulary }) => [[text, other], vocabulary],
  'skeleton-words#shapeText': ({ text, vocabulary }) => [text, vocabulary],
  'skeleton-words#strangeWords': ({ text, vocabulary }) => [text, vocabulary],
  'submission#destinationOf': ({ form }) => [form, lastOf(form)],
  'submission#submission': ({ form, text }) => [
    {
      ...form,
      method: 'post',
      action: 'http://a.example/',
      controls: form.controls.map((own) => ({ ...own, formmethod: null })),
    },
    fillsOf(form),
    lastOf(form),
    text,
  ],
  'tables#readTable': ({ element, sight }) => [element, sight.skips, () => []],
  'tree#attr': ({ element, text }) => [element, text],
  'tree#childrenOf': ({ element }) => [element],
  'tree#classes': ({ element }) => [element],
  'tree#closest': ({ element }) => [element, (one: { name: string }) => one.name === 'form'],
  'tree#elementsIn': ({ doc }) => [doc.root],
  'tree#fold': ({ text }) => [text],
  'tree#isElement': ({ element }) => [element],
  'tree#isText': ({ element }) => [element],
  'tree#parentElement': ({ element }) => [element],
  'tree#rawText': ({ element, pick }) => [element, pick % 50],
  'tree#walk': ({ doc }) => [doc.root, { enter: () => true }],
};

const driven = 'is driven by the parser’s own state; parsePage and parsePiece call it';
const leftOut = {
  'parser-attributes#quickAttributes': driven,
  'parser-rules#BrowserParser': driven,
  'parser-scope#hasInScope': driven,
};

describe('src/html', () => {
  everyFunctionTakes('src/html', calls, leftOut);
});
