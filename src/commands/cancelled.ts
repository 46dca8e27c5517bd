/** Whether a thrown value is a question that the person left by Ctrl-C or the end of input. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'Cancelled';
}
