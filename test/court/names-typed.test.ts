import { describe, expect, it } from 'vitest';
import { isPrintedName } from '../../src/court/names-typed.ts';

const page = `Link a CM/ECF account to my PACER account
Your CM/ECF account aqexample is about to be joined with PACER account alma.example of Alma Q. Example.
Ask Xóchitl
  van der Berg or DOE, JANE, or O'Neil Ann-Marie Smith, or Thomas Cook at the clerk's office, line 7. Please cook.
PACER account name: Prince
Login: prefect`;

describe('the name that a person types from a page', () => {
  it.each([
    'Alma Q. Example',
    'alma q.  example',
    'Xóchitl van der Berg',
    'Doe, Jane',
    "O'Neil Ann-Marie Smith",
    'Thomas Cook',
    'Prince',
  ])('%j is one that stands there', (typed) => {
    expect(isPrintedName(page, typed)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a word of the page', 'account'],
    ['another', 'Your'],
    ['a piece of a word', 'm/ecf'],
    ['words of the court', 'PACER account'],
    ['more of them', 'Your CM/ECF account'],
    ['a login', 'alma.example'],
    ['a login with a word', 'account aqexample'],
    ['a login in a line of its own', 'prefect'],
    ['one name of several', 'Alma'],
    ['a name cut off', 'lma Q. Example'],
    ['a double name cut off', 'Marie Smith'],
    ['a name with a word beside it', 'of PACER account alma'],
    ['a name that is not there', 'Carla C. Else'],
    ['a name that is a word there', 'Please cook'],
  ])('%s is none: %j', (_, typed) => {
    expect(isPrintedName(page, typed)).toBe(false);
  });

  it('may hold a word of the court’s where that has a capital, beside one that is a name', () => {
    expect([
      isPrintedName('Mr. Mark Law files', 'mark law'),
      isPrintedName('They mark law books', 'Mark Law'),
      isPrintedName('Call the Court Clerk', 'Court Clerk'),
    ]).toEqual([true, false, false]);
  });
});
