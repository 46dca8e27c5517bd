/** A reader that reads each thing once and remembers what it found, for as long as the thing is there. */
export function once<From extends object, Found>(read: (from: From) => Found): (from: From) => Found {
  const known = new WeakMap<From, { found: Found }>();
  return (from) => {
    const before = known.get(from) ?? { found: read(from) };
    known.set(from, before);
    return before.found;
  };
}
