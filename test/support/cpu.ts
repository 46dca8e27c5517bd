/** Milliseconds of processor time this test process has used: a measure of work that other processes do not blur. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
