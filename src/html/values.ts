const stripNewlines = (value: string) => value.replace(/[\n\r]/g, '');
const ASCII_EDGES = /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g;
const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The value of an `<input>` after its type's sanitisation (HTML standard 4.10.5.1). */
export function sanitised(type: string, value: string): string {
  switch (type) {
    case 'text':
    case 'search':
    case 'tel':
    case 'password':
      return stripNewlines(value);
    case 'url':
    case 'email':
      return stripNewlines(value).replace(ASCII_EDGES, '');
    case 'number':
      return NUMBER.test(value) ? value : '';
    case 'color':
      return /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000';
    default:
      return value;
  }
}
