import type { Summary } from '../model/report.ts';

/** What the shell is told, as the documentation promises it. */
export const EXIT = {
  pass: 0,
  fail: 1,
  misuse: 2,
  deadlock: 3,
  broken: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** The exit code of a run that came to its end. */
export function exitCode(
  { warn, fail, byVerdict }: Pick<Summary, 'warn' | 'fail' | 'byVerdict'>,
  failOn: 'fail' | 'warn' | 'never',
): number {
  const failures = { fail, warn: fail + warn, never: 0 }[failOn];
  if (failures === 0) return EXIT.pass;
  return (byVerdict.stalled ?? 0) + (byVerdict.delayed ?? 0) > 0 ? EXIT.deadlock : EXIT.fail;
}
