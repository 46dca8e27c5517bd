import type { Case } from './case.ts';

const one = (name: string, html: string, rest: Partial<Case> = {}): Case => ({
  name,
  html,
  press: 'go',
  ...rest,
});
const form = (inside: string, attributes = 'method=post action=/send') =>
  `<form ${attributes}>${inside}</form>`;

export const buttonPages: Case[] = [
  one(
    'only the button pressed is sent',
    form(
      '<input type=submit name=button1 value=Submit><input type=submit id=go name=button2 value=Back><input type=submit name=button3 value=Clear>',
    ),
  ),
  one('a button without a name', form('<input name=a value=1><input type=submit id=go value=Submit>')),
  one('a submit without a value', form('<input type=submit id=go name=b>')),
  one('a submit with an empty value', form('<input type=submit id=go name=b value="">')),
  one('a button element without a value', form('<button id=go name=b>Text</button>')),
  one('a button element with a value', form('<button id=go name=b value=v>Text</button>')),
  one('a button of an unknown type', form('<button type=nonsense id=go name=b value=v>Text</button>')),
  one('a button that only is a button', form('<button type=button id=go name=b value=v>Text</button>')),
  one('a reset button', form('<input name=a value=1><input type=reset id=go name=b value=v>')),
  one('a disabled button', form('<button id=go name=b disabled>Text</button>')),
  one(
    'a button in a disabled fieldset',
    form('<fieldset disabled><button id=go name=b>Text</button></fieldset>'),
  ),
  one('an image button', form('<input type=image id=go name=pic>')),
  one('an image button with a value', form('<input type=image id=go name=pic value=v>')),
  one('an image button without a name', form('<input name=a value=1><input type=image id=go>')),
  one(
    'an image button among others',
    form('<input type=image name=other><input type=image id=go name=pic alt=Go><input name=b value=1>'),
  ),
  one(
    'a button in the middle keeps its place',
    form('<input name=a value=1><input type=submit id=go name=b value=2><input name=c value=3>'),
  ),
  one('formaction', form('<input name=a value=1><input type=submit id=go formaction=/elsewhere?x=1>')),
  one(
    'an empty formaction means the page',
    form('<input name=a value=1><input type=submit id=go formaction="">'),
  ),
  one(
    'a formaction that cannot be read',
    form('<input name=a value=1><input type=submit id=go formaction="http://[">'),
  ),
  one('formmethod get over post', form('<input name=a value=1><input type=submit id=go formmethod=get>')),
  one(
    'formmethod post over get',
    form('<input name=a value=1><input type=submit id=go formmethod=POST>', 'action=/send'),
  ),
  one('formmethod unknown means get', form('<input name=a value=1><input type=submit id=go formmethod=put>')),
  one('formmethod empty', form('<input name=a value=1><input type=submit id=go formmethod="">')),
  one(
    'formenctype',
    form('<input name=a value=1><input type=submit id=go formenctype="multipart/form-data">'),
  ),
  one(
    'formenctype unknown',
    form(
      '<input name=a value=1><input type=submit id=go formenctype="x/y">',
      'method=post action=/send enctype=multipart/form-data',
    ),
  ),
  one('formenctype plain', form('<input name=a value=1><input type=submit id=go formenctype="text/plain">')),
  one(
    'formnovalidate and formtarget',
    form('<input name=a required><input type=submit id=go formnovalidate formtarget=_self>'),
  ),
  one(
    'a button outside its form',
    `${form('<input name=a value=1>', 'id=f method=post action=/send')}<button form=f id=go name=b value=2>Go</button>`,
  ),
  one(
    'a button that names another form than the one around it',
    `${form('<input name=a value=1><button form=g id=go name=b value=2>Go</button>')}${form('<input name=c value=3>', 'id=g method=post action=/other')}`,
  ),
  one(
    'a button that names no form there is',
    form('<input name=a value=1><button form=nothing id=go name=b value=2>Go</button>'),
  ),
  one('a button in no form', '<button id=go name=b value=2>Go</button>'),
  one('dirname on a button', form('<input type=submit id=go name=b value=Go dirname=b.dir>')),
  one('a button inside a label', form('<label>Send <input type=submit id=go name=b value=Go></label>')),
  one('a dialog form sends nothing', form('<button id=go>Close</button>', 'method=dialog')),
  one(
    'commandfor makes a button no submit',
    form('<button id=go commandfor=x command=show-modal name=b>Go</button><dialog id=x></dialog>'),
  ),
  one(
    'popovertarget leaves it one',
    form('<button id=go popovertarget=x name=b value=1>Go</button><div id=x popover></div>'),
  ),
  one('an onclick that does nothing', form('<input type=submit id=go name=b value=Go onclick="var x = 1;">')),
];
