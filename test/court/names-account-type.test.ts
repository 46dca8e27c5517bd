import { describe, expect, it } from 'vitest';
import { accountTypeDoubts } from '../../src/court/names-account-type.ts';
import { cpuMs } from '../support/cpu.ts';

describe('the wording of an account', () => {
  it.each([
    ['PACER Administrative Account', [{ kind: 'administrative', words: 'administrative account' }]],
    ['This is an Administrator’s account.', [{ kind: 'administrative', words: "administrator's account" }]],
    ['Account type: Administrative', [{ kind: 'administrative', words: 'type: administrative' }]],
    ['Account Type\n  Admin', [{ kind: 'administrative', words: 'type admin' }]],
    ['Billing only', [{ kind: 'administrative', words: 'billing only' }]],
    ['Shared account', [{ kind: 'shared', words: 'shared account' }]],
    ['Law firm account of Doe & Roe', [{ kind: 'shared', words: 'law firm account' }]],
    ['a shared firm PACER account', [{ kind: 'shared', words: 'shared firm pacer account' }]],
    ['Group login', [{ kind: 'shared', words: 'group login' }]],
    ['The account is shared.', [{ kind: 'shared', words: 'account is shared' }]],
    ['Type: Firm', [{ kind: 'shared', words: 'type: firm' }]],
    ['Legacy PACER Account', [{ kind: 'legacy', words: 'legacy pacer account' }]],
    ['This account has not been upgraded.', [{ kind: 'legacy', words: 'not been upgraded' }]],
    ['PACER account (shared)', [{ kind: 'shared', words: 'account (shared' }]],
    ['PACER account: legacy', [{ kind: 'legacy', words: 'account: legacy' }]],
    [
      'Your account is an administrative one.',
      [{ kind: 'administrative', words: 'account is an administrative' }],
    ],
    [
      'A shared account cannot file. This is a shared account.',
      [{ kind: 'shared', words: 'shared account' }],
    ],
    ['This shared account cannot be used for filing.', [{ kind: 'shared', words: 'shared account' }]],
    [
      'This is a shared PACER account and should not be linked.',
      [{ kind: 'shared', words: 'shared pacer account' }],
    ],
    ['This is a shared account: go back unless you own it.', [{ kind: 'shared', words: 'shared account' }]],
    ['Firm account - ensure every user has one of their own', [{ kind: 'shared', words: 'firm account' }]],
    [
      'Administrative account: unless changed, billing only',
      [{ kind: 'administrative', words: 'administrative account' }],
    ],
    ['Unless changed, this is a shared account.', [{ kind: 'shared', words: 'shared account' }]],
    ['If in doubt call us; your account is shared.', [{ kind: 'shared', words: 'account is shared' }]],
    ['Legacy PACER account, should be upgraded', [{ kind: 'legacy', words: 'legacy pacer account' }]],
    ['Shared account which should not be linked', [{ kind: 'shared', words: 'shared account' }]],
    ['A shared account and should not be linked', [{ kind: 'shared', words: 'shared account' }]],
    ['Not an individual but a firm account', [{ kind: 'shared', words: 'firm account' }]],
    ['You should not link it: it is a shared account.', [{ kind: 'shared', words: 'shared account' }]],
    ['must be upgraded', [{ kind: 'legacy', words: 'must be upgraded' }]],
    [
      'Legacy account, shared account',
      [
        { kind: 'shared', words: 'shared account' },
        { kind: 'legacy', words: 'legacy account' },
      ],
    ],
  ])('%j raises %j', (text, doubts) => {
    expect(accountTypeDoubts(text)).toEqual(doubts);
  });

  it.each([
    'Upgraded PACER Account',
    'Individual account',
    'This is not a shared account.',
    'not an administrative account, and no firm account',
    'A non-shared account',
    'The individual PACER account must be listed, not a shared firm account.',
    'The individual PACER account should be listed, not a shared firm account.',
    'You should not link a shared firm account.',
    'You should never use an administrative account.',
    'A shared account should not be linked.',
    'A PACER administrative account should never be linked.',
    'The account should not be a shared or administrative account.',
    'The account should be an individual one rather than a shared account.',
    'No shared or firm account should be linked.',
    'Filers with a legacy account should upgrade it first.',
    'If this is a shared firm account, go back.',
    'Should this be a shared account, go back.',
    'Unless you own this firm account, go back.',
    'Ensure that this is no firm account.',
    'Check whether this is a shared account.',
    'Make sure that you did not use a PACER administrative account.',
    'A shared firm account cannot be linked.',
    'Shared accounts and administrative accounts cannot file.',
    'Do not link a group account: it may not be used for filing.',
    'If you still have a legacy account, upgrade it first.',
    'Firm: Doe & Roe PLLC',
    'Firm Name\nDoe Law Firm',
    '100 Administrative Building, Grand Rapids',
    'Legacy Tower, 2 Main Street',
    'Office: 616-555-0100',
    'Office of the Clerk',
    'Account number 12345',
    'Jane Group\nUsername: jgroup',
    'Group, Jane',
    '',
  ])('%j raises nothing', (text) => {
    expect(accountTypeDoubts(text)).toEqual([]);
  });

  it.each([
    ['Firm', [{ kind: 'shared', words: 'firm' }]],
    ['Law Firm', [{ kind: 'shared', words: 'law firm' }]],
    ['Administrative', [{ kind: 'administrative', words: 'administrative' }]],
    ['Billing', [{ kind: 'administrative', words: 'billing' }]],
    ['Legacy', [{ kind: 'legacy', words: 'legacy' }]],
    ['Shared firm account (should not be used for filing)', [{ kind: 'shared', words: 'shared' }]],
    ['Firm account - ensure every user has one', [{ kind: 'shared', words: 'firm' }]],
    ['If shared, see the help desk', [{ kind: 'shared', words: 'shared' }]],
    ['A shared account should not be linked', [{ kind: 'shared', words: 'shared' }]],
    ['Non-shared', []],
    ['Individual', []],
    ['Attorney', []],
    ['Upgraded', []],
  ])('as the value of a type field %j raises %j', (type, doubts) => {
    expect(accountTypeDoubts('', type)).toEqual(doubts);
  });

  it('answers fast for long texts', () => {
    const began = cpuMs();
    for (const unit of [
      'shared ',
      'type ',
      'admin ',
      'not ',
      'legacy pacer ',
      'law firm ',
      'no shared account, ',
      'if ',
    ]) {
      accountTypeDoubts(unit.repeat(50_000));
    }
    expect(cpuMs() - began).toBeLessThan(2000);
  });
});
