import type { Case } from './case.ts';

const one = (name: string, inside: string, rest: Partial<Case> = {}): Case => ({
  name,
  html: `<form method=post action=/send>${inside}<button id=go>Go</button></form>`,
  press: 'go',
  ...rest,
});

export const selectPages: Case[] = [
  one(
    'the first option is chosen where none is',
    '<select name=a><option value=1>One<option value=2>Two</select>',
  ),
  one(
    'the first option that is not disabled',
    '<select name=a><option value=1 disabled>One<option value=2>Two</select>',
  ),
  one(
    'the first outside a disabled group',
    '<select name=a><optgroup disabled><option value=1>One</optgroup><option value=2>Two</select>',
  ),
  one('nothing where all are disabled', '<select name=a><option disabled>One</select>'),
  one(
    'a disabled option that is selected is not sent',
    '<select name=a><option>One<option selected disabled>Two</select>',
  ),
  one(
    'a selected option in a disabled group is not sent',
    '<select name=a><option>One<optgroup disabled><option selected>Two</optgroup></select>',
  ),
  one(
    'of two selected the last counts',
    '<select name=a><option selected>One<option selected>Two<option>Three</select>',
  ),
  one(
    'a select of several rows chooses none by itself',
    '<select name=a size=4><option>One<option>Two</select>',
  ),
  one(
    'a size that is no number',
    '<select name=a size=x><option>One</select><select name=b size=0><option>Two</select><select name=c size="1"><option>Three</select>',
  ),
  one(
    'multiple: all that are selected',
    '<select multiple name=a><option selected>One<option selected value=2>Two<option>Three<option selected disabled>Four</select>',
  ),
  one('multiple: none', '<select multiple name=a><option>One</select>'),
  one('a person chooses', '<select id=a name=a><option>One<option>Two</select>', { choose: { a: [1] } }),
  one(
    'a person chooses two',
    '<select multiple id=a name=a><option selected>One<option>Two<option>Three</select>',
    { choose: { a: [1, 2] } },
  ),
  one('option text is stripped and collapsed', '<select name=a><option>  One \n two&nbsp;three </select>'),
  one('an empty value is a value', '<select name=a><option value="">Choose<option>x</select>'),
  one('a label is not a value', '<select name=a><option label=Label>Text</select>'),
  one(
    'options in groups',
    '<select name=a><optgroup label=G><option>One<option selected>Two<optgroup label=H><option>Three</select>',
  ),
  one('markup in options', '<select name=a><option>One <b>bold</b> <i>x</i></select>'),
  one('a script in an option', '<select name=a><option>One<script>var x = 1;</script></select>'),
  one('a rule between options', '<select name=a><option disabled>One<hr><option>Two</select>'),
  one('a select never closed before an input', '<select name=a><option>One<input name=b value=2>'),
  one(
    'an input inside a select',
    '<select name=a><option value=1>One<input name=b value=2><option value=3>Three</select><input name=c value=4>',
  ),
  one(
    'a text area inside a select',
    '<select name=a><option value=1>One<textarea name=b>2</textarea></select><input name=c value=4>',
  ),
  one(
    'a select inside a select',
    '<select name=a><option value=1>One<select name=b><option value=2>Two</select><input name=c value=3>',
  ),
  one(
    'a button inside a select',
    '<select name=a><button name=x value=y>Z</button><option value=1>One</select>',
  ),
  one(
    'a div around options',
    '<select name=a><div><option value=1>One</option><option value=2 selected>Two</option></div></select>',
  ),
  one(
    'a table inside a select',
    '<select name=a><option value=1>One<table><tr><td><input name=b value=2></table></select><input name=c value=3>',
  ),
  one(
    'a select in a cell, never closed',
    '<table><tr><td><select name=a><option value=1>One<td><input name=b value=2></table>',
  ),
  one(
    'a select in a row, outside a cell',
    '<table><tr><select name=a><option value=1>One</select><td><input name=b value=2></table>',
  ),
  one(
    'a paragraph and a form inside a select',
    '<select name=a><option value=1>One<p>text</p><form action=/other><option value=2 selected>Two</select><input name=c value=3>',
  ),
  one('options outside of any select', '<option value=1>One<input name=a value=2>'),
  one(
    'nested options',
    '<select name=a><option value=1>One<span><option value=2 selected>Two</span></select>',
  ),
  one(
    'an optgroup in an option',
    '<select name=a><option value=1>One<optgroup disabled><option value=2 selected>Two</optgroup><option value=3>Three</select>',
  ),
  one(
    'a nested optgroup',
    '<select name=a><optgroup disabled><optgroup><option value=2>Two</optgroup></optgroup><option value=3>Three</select>',
  ),
  one(
    'a disabled group with a div inside',
    '<select name=a><optgroup disabled><div><option value=1>One</option></div></optgroup><option value=2>Two</option></select>',
  ),
  one(
    'an anchor never closed in an option',
    '<select name=a><option value=1><a href=x>One<option value=2>Two</select><input name=b value=2>',
  ),
  one(
    'a form end tag inside a select',
    '<select name=a><option value=1>One</form><option value=2 selected>Two</select><input name=b value=2>',
  ),
  one('a select closed by its form', '<select name=a><option value=1>One</form><input name=b value=2>'),
];
