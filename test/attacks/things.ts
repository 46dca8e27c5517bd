import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';

const makers = {
  'a file': (path: string) => writeFile(path, 'kept'),
  'a link': async (path: string) => {
    await writeFile(`${path}-target`, 'kept');
    await symlink(`${path}-target`, path);
  },
  'a dangling link': (path: string) => symlink(`${path}-nowhere`, path),
  'a link to a folder': async (path: string) => {
    await mkdir(`${path}-target`);
    await symlink(`${path}-target`, path);
  },
  'a link to /dev/zero': (path: string) => symlink('/dev/zero', path),
  'a pipe': async (path: string) => void execFileSync('mkfifo', [path]),
  'a folder': (path: string) => mkdir(path),
  'a gigabyte': async (path: string) => {
    const file = await open(path, 'w');
    await file.truncate(2 ** 30);
    await file.close();
  },
  'another’s file': async (path: string) => {
    await writeFile(path, '{}');
    await chown(path, 12_345, 12_345);
  },
  'everybody’s file': async (path: string) => {
    await writeFile(path, '{}');
    await chmod(path, 0o666);
  },
  'another’s folder': async (path: string) => {
    await mkdir(path);
    await chown(path, 12_345, 12_345);
  },
  'everybody’s folder': async (path: string) => {
    await mkdir(path);
    await chmod(path, 0o777);
  },
  'a full disk': async (path: string) => {
    await mkdir(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', path]);
    await writeFile(join(path, 'filling'), ' '.repeat(16_384));
  },
} satisfies Record<string, (path: string) => Promise<void>>;

/** Something that can stand where a file or a folder is looked for. */
export type Thing = keyof typeof makers;

/** Whether that is something to be made, rather than a path that is there already. */
export const isThing = (word: string): word is Thing => Object.hasOwn(makers, word);

/** Whether it can be made here: only root can give a file away, and not everywhere mount a disk. */
export function canBeMade(word: string): boolean {
  if (word === 'a full disk') return mounts();
  return !word.startsWith('another’s') || process.getuid?.() === 0;
}

function mounts(): boolean {
  const tried = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  if (tried.status !== 0) process.stderr.write('\nSKIPPED: no disk can be mounted here, so none is full.\n');
  return tried.status === 0;
}

/** Takes away what would outlive its folder. */
export function unmake(thing: Thing, path: string): void {
  if (thing === 'a full disk') execFileSync('umount', [path]);
}

/** Whether what a link made at that path leads to is as it was: its text, a folder with nothing in it, or nothing at all. */
export function untouched(path: string): boolean {
  const target = `${path}-target`;
  if (existsSync(`${path}-nowhere`)) return false;
  if (!existsSync(target)) return true;
  return statSync(target).isDirectory()
    ? readdirSync(target).length === 0
    : readFileSync(target, 'utf8') === 'kept';
}

/** Makes it, and the folders above it where they are missing. */
export async function make(thing: Thing, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await makers[thing](path);
}
