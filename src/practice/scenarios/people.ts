import type { Scenario } from '../scenarios.ts';
import { plainTraits } from '../traits.ts';
import type { Traits } from '../traits.ts';

export type Person = Omit<Scenario, 'id' | 'summary' | 'traits'>;

export const alma: Person = {
  pacerUser: 'alma.example',
  pacerPassword: 'Practice-Only-Alma-1',
  totpSeed: 'ORSXG5BAONSWKZBANZXXI2LO',
  cmecfLogin: 'aqexample',
  cmecfPassword: 'Old-Court-1999',
  cmecfName: 'Alma Q. Example',
  pacerName: 'Alma Q. Example',
};

/** Every character here means something to a form encoder, a shell, a template or an HTML parser. */
export const bertil: Person = {
  pacerUser: 'bertil+pacer@practice.example',
  pacerPassword: `Pr & 100%25 +"Nöt"='Real'; <b>€</b>`,
  totpSeed: 'MJSXE5DJNQQHA4TBMN2GSY3F',
  cmecfLogin: 'b&sample@x$',
  cmecfPassword: '{{old}} a=b&c=d%20+é\\',
  cmecfName: 'Bertil Ö. Sample-Practice',
  pacerName: 'Bertil Ö. Sample-Practice',
};

/** A scenario with that person, the plain traits and the differences given. */
export function scenario(
  id: string,
  summary: string,
  traits: Partial<Traits> = {},
  person: Partial<Person> = {},
): Scenario {
  return { id, summary, ...alma, ...person, traits: { ...plainTraits, ...traits } };
}
