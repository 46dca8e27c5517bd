import type { EndingId } from '../../src/outcome.ts';
import type { Thing } from './things.ts';

/** Where something stands that the program is to stumble over; `in` where its folder is that. */
export type Spot =
  | 'trace'
  | 'in trace'
  | 'receipt'
  | 'in receipt'
  | 'ca-file'
  | 'config'
  | 'state'
  | 'left behind'
  | 'stdin'
  | 'stdout'
  | 'stderr'
  | 'HOME';

/** An attack by the machine: where what stands (a path that is there already, or a thing to be made), and how runs end. */
export type Trick = {
  attack: string;
  at: readonly Spot[];
  things: readonly (Thing | `/${string}` | '' | 'relative')[];
  ends: EndingId;
  /** Sent once, a second after the start. */
  signal?: 'SIGTERM';
  /** What the result or standard error says. */
  says?: RegExp;
  /** Where it does not end in a refusal: what makes it safe. */
  safe?: string;
};

export const tricks: readonly Trick[] = [
  {
    attack:
      'A trace or a receipt that would go to a link, a dangling link, a pipe, a folder, a device or a file that is there',
    at: ['trace', 'receipt'],
    things: [
      'a link',
      'a dangling link',
      'a pipe',
      'a folder',
      'a gigabyte',
      '/dev/full',
      '/dev/zero',
      '/dev/stdin',
    ],
    ends: 'usage',
    says: /(The trace cannot|The receipt of the link could not) be written to .*: (it is a link|it is a folder|it is not an ordinary file|there is a file already, and it is never overwritten)\./,
  },
  {
    attack:
      'A trace or a receipt in a folder that is a link, a file, another user’s, or open for everybody to write',
    at: ['in trace', 'in receipt'],
    things: ['a link to a folder', 'a file', 'another’s folder', 'everybody’s folder', 'a dangling link'],
    ends: 'usage',
    says: /: (its folder is a link|what should be its folder is a file|its folder belongs to another user|everybody may write in its folder)\./,
  },
  {
    attack:
      'A file of certificates that is a device, a pipe that nobody writes to, a gigabyte, a folder, or not there',
    at: ['ca-file'],
    things: ['/dev/zero', '/dev/full', 'a pipe', 'a gigabyte', 'a folder', 'a dangling link'],
    ends: 'usage',
    says: /--ca-file: the file cannot be read: (it is a device|nothing came through the pipe in ten seconds|it is larger than a megabyte|it is a folder|there is no such file)\./,
  },
  {
    attack: 'A file of certificates that is a link to something else',
    at: ['ca-file'],
    things: ['a link'],
    ends: 'usage',
    says: /--ca-file: there is no PEM certificate in the file\./,
  },
  {
    attack:
      'A configuration that is a device, a pipe that nobody writes to, a gigabyte, a folder, another user’s, or open for everybody to write',
    at: ['config'],
    things: [
      'a link to /dev/zero',
      'a pipe',
      'a gigabyte',
      'a folder',
      'another’s file',
      'everybody’s file',
      'a link',
    ],
    ends: 'usage',
    says: /The configuration file .* cannot be used: (it is a device|nothing came through the pipe in ten seconds|it is larger than a megabyte|it is a folder|it belongs to another user|everybody may write in it|it is not JSON)\./,
  },
  {
    attack: 'A configuration that is a link to nothing',
    at: ['config'],
    things: ['a dangling link'],
    ends: 'linked',
    safe: 'as if there were none; a link to a file of one’s own is followed',
  },
  {
    attack: 'A state folder that is a link, a file, a pipe, another user’s, or open for everybody to write',
    at: ['state'],
    things: [
      'a link to a folder',
      'a dangling link',
      'a file',
      'a pipe',
      'another’s folder',
      'everybody’s folder',
    ],
    ends: 'usage',
    says: /The receipt of the link could not be written to .*: (its folder is a link|what should be its folder is a file|its folder belongs to another user|everybody may write in its folder)\./,
  },
  {
    attack:
      'What earlier runs left behind (refusals, a note) that is a link, a device, a pipe, a gigabyte, a folder or another user’s',
    at: ['left behind'],
    things: ['a link', 'a link to /dev/zero', 'a pipe', 'a gigabyte', 'a folder', 'another’s file'],
    ends: 'linked',
    safe: 'not read, as if there were none',
  },
  {
    attack: 'Secrets on a standard input that is a device without an end, a gigabyte, a folder, or empty',
    at: ['stdin'],
    things: ['/dev/zero', '/dev/null', 'a gigabyte', 'a folder'],
    ends: 'usage',
    says: /--secrets-stdin: standard input is (not JSON|empty|longer than 64 kilobytes|in UTF-16, where UTF-8 is needed)\./,
  },
  {
    attack: 'Secrets on a standard input that never ends, and a signal meanwhile',
    at: ['stdin'],
    things: ['a pipe'],
    signal: 'SIGTERM',
    ends: 'terminated',
  },
  {
    attack: 'A receipt on a full disk',
    at: ['in receipt'],
    things: ['a full disk'],
    ends: 'usage',
    says: /The receipt of the link could not be written to .*: the disk is full\./,
  },
  {
    attack: 'A trace on a full disk',
    at: ['in trace'],
    things: ['a full disk'],
    ends: 'linked',
    says: /The trace in .* is not whole: the disk is full\./,
    safe: 'it is said that the trace is not whole',
  },
  {
    attack: 'A standard output on a full disk',
    at: ['stdout'],
    things: ['/dev/full'],
    ends: 'linked',
    says: /The result could not be written to standard output: the disk is full\. The exit code tells it all the same/,
    safe: 'the run goes on, and its exit code tells how it ended',
  },
  {
    attack: 'A standard error on a full disk',
    at: ['stderr'],
    things: ['/dev/full'],
    ends: 'linked',
    safe: 'the run goes on, and its result tells how it ended',
  },
  {
    attack: 'A HOME that is a device, or where no folder can be made',
    at: ['HOME'],
    things: ['/dev/null', '/proc/none'],
    ends: 'usage',
    says: /The receipt of the link could not be written to /,
  },
];
