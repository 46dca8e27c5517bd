import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Memory } from './memory.ts';
import { expand } from './where.ts';

/** What is done to an answer: addresses in any text stand as where.ts expands them. */
export type Bend = {
  status?: number;
  /** Beside its own; one of the same name takes its place. */
  headers?: Readonly<Record<string, string>>;
  cookies?: readonly string[];
  /** Texts of its body, each at its first place, and what comes instead. */
  replace?: readonly (readonly [text: string, instead: string])[];
};

/** The answer as somebody in between would have it. Throws where a text to be replaced is not in it. */
export function bent(memory: Memory, asked: Asked, answer: Answer, bend: Bend): Answer {
  const put = (text: string): string => expand(memory, asked, text);
  let { body } = answer;
  for (const [text, instead] of bend.replace ?? []) {
    const at = body.indexOf(put(text));
    if (at < 0) throw new RangeError(`${text} is not in the answer`);
    body = body.slice(0, at) + put(instead) + body.slice(at + put(text).length);
  }
  const headers = Object.entries(bend.headers ?? {}).map(([name, value]) => [name, put(value)]);
  return {
    ...answer,
    status: bend.status ?? answer.status,
    headers: { ...answer.headers, ...(Object.fromEntries(headers) as Record<string, string>) },
    cookies: [...answer.cookies, ...(bend.cookies ?? []).map(put)],
    body,
  };
}
