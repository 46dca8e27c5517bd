const words: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'there is no permission to read it',
};

/** Why a file could not be read, in words, from what `Surroundings.readFile` rejects with. */
export function unreadable(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return 'it cannot be read';
  return error.code === 'UNFIT' ? error.message : (words[String(error.code)] ?? 'it cannot be read');
}
