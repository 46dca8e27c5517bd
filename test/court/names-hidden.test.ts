import { describe, expect, it } from 'vitest';
import { hiddenContradictions, hiddenLogins } from '../../src/court/names-hidden.ts';

const names = { cmecf: 'Jane Q. Doe', pacer: 'Jane Doe' };

describe('a hidden field that names somebody', () => {
  it.each([
    ['pacer_name', 'John Roe'],
    ['PACER_NAME', 'ROE, JOHN'],
    ['pacerFullName', 'John Roe'],
    ['cmecf_name', 'Mary Doe'],
    ['name', 'John Roe'],
    ['attorney', 'Roe, John Q.'],
    ['filer', 'John Roe'],
    ['pacer', 'John Roe'],
    ['account_holder', 'John Roe'],
    ['first_name', 'John'],
    ['last_name', 'Roe'],
    ['pacerLastName', 'Roe'],
    ['pacer_middle_name', 'Quincy'],
  ])('%s=%s contradicts the names shown', (name, value) => {
    expect(hiddenContradictions([{ name, value }], names)).toEqual([{ name, value }]);
  });

  it.each([
    ['pacer_name', 'Jane Doe'],
    ['pacer_name', 'DOE, JANE'],
    ['cmecf_name', 'Jane Doe'],
    ['name', 'Jane Q. Doe'],
    ['first_name', 'JANE'],
    ['last_name', 'doe'],
    ['middle_name', 'Q.'],
    ['username', 'johnroe'],
    ['login', 'John Roe'],
    ['firm_name', 'Roe Law'],
    ['court_name', 'Western Michigan'],
    ['button_name', 'Submit Form'],
    ['name', ''],
    ['name', '12345'],
    ['name', 'a1b2c3'],
    ['token_name', 'John Roe'],
    ['x1', 'John Roe'],
    ['state', 'review page'],
    ['pacer', 'linked'],
  ])('%s=%s does not', (name, value) => {
    expect(hiddenContradictions([{ name, value }], names)).toEqual([]);
  });

  it('is held against the account that its own name points at', () => {
    const two = { cmecf: 'Jane Doe', pacer: 'John Roe' };
    const hidden = [
      { name: 'cmecf_name', value: 'John Roe' },
      { name: 'pacer_name', value: 'John Roe' },
      { name: 'name', value: 'Jane Doe' },
    ];
    expect(hiddenContradictions(hidden, two)).toEqual([{ name: 'cmecf_name', value: 'John Roe' }]);
  });

  it('contradicts nothing where no name could be read', () => {
    expect(
      hiddenContradictions([{ name: 'pacer_name', value: 'John Roe' }], { cmecf: null, pacer: null }),
    ).toEqual([]);
  });
});

describe('a hidden field that carries a login', () => {
  const logins = { cmecf: 'jdoe', pacer: 'jane.doe' };

  it.each([
    ['pacer_login', 'zacharias'],
    ['PACER_USERNAME', 'zacharias'],
    ['pacerUserLogin', 'zach2'],
    ['cm_ecf_login', 'jane.doe'],
    ['efiler_login_name', 'jdoe2'],
  ])('%s=%s contradicts the one shown', (name, value) => {
    expect(hiddenLogins([{ name, value }], logins)).toEqual([{ name, value }]);
  });

  it.each([
    ['pacer_login', 'JANE.DOE '],
    ['cmecf_login', 'jdoe'],
    ['login', 'zacharias'],
    ['pacer_login', ''],
    ['pacer_login', 'Y'],
    ['pacer_login', 'true'],
    ['pacer_login', '4001122'],
    ['pacer_username', '0f3c9a7be1d24c55'],
    ['pacer_login_id', 'zacharias'],
    ['pacer_login_token', 'zacharias'],
    ['pacer_session', 'zacharias'],
    ['cmecf_login_url', 'zacharias'],
  ])('%s=%s does not', (name, value) => {
    expect(hiddenLogins([{ name, value }], logins)).toEqual([]);
  });

  it('contradicts nothing where no login could be read', () => {
    expect(hiddenLogins([{ name: 'pacer_login', value: 'zach' }], { cmecf: 'jdoe', pacer: null })).toEqual(
      [],
    );
  });
});
