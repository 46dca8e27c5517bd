import { wrapped } from '../report/prose.ts';
import type { Person } from '../world/person.ts';
import { proseColumns } from './prose-columns.ts';
import type { Surroundings } from './surroundings.ts';

// In front of a question stands its mark; behind it, where a yes or no is asked, "(y/N) Yes".
const mark = '  ';
const behind = 10; // columns

/** The same person, whose questions are broken between words at the terminal's width: inquirer breaks inside them. */
export function inColumns(person: Person, around: Surroundings): Person {
  const fitted = (words: string): string => {
    const columns = proseColumns(around);
    return columns === null ? words : wrapped(mark + words, columns - behind).slice(mark.length);
  };
  return {
    ...person,
    text({ validate, ...q }) {
      const judged = (typed: string): true | string => {
        const verdict = validate?.(typed) ?? true;
        return verdict === true ? true : fitted(verdict);
      };
      return person.text({ ...q, message: fitted(q.message), validate: judged });
    },
    secret: (q) => person.secret({ ...q, message: fitted(q.message) }),
    confirm: (q) => person.confirm({ ...q, message: fitted(q.message) }),
  };
}
