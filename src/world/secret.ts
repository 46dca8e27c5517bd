const values = new WeakMap<object, string>();

const HIDDEN = '[secret]';
const hidden = (): string => HIDDEN;

declare const brand: unique symbol;

/**
 * A value that prints as `[secret]` wherever it is written: JSON, templates, String(), console.log.
 * Two secrets look alike to a deep comparison; compare what `reveal` gives.
 */
export type Secret = { readonly [brand]: 'secret'; toString(): string; toJSON(): string };

const manners = Object.freeze({
  toString: hidden,
  toJSON: hidden,
  [Symbol.toPrimitive]: hidden,
  [Symbol.for('nodejs.util.inspect.custom')]: hidden,
});

/** Takes the plain text of a password, code or seed and gives a Secret that can be handed about. */
export function secret(value: string): Secret {
  const made: Secret = Object.freeze(Object.create(manners));
  values.set(made, value);
  return made;
}

/** Gives the plain text back; throws TypeError for anything `secret` did not make. */
export function reveal(s: Secret): string {
  const value = values.get(s);
  if (value === undefined) throw new TypeError('This is not a secret.');
  return value;
}
