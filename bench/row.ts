/** One line of the benchmark's table: what was measured, against what, and how much is allowed. */
export interface Row {
  readonly what: string;
  readonly floor: string;
  readonly value: string;
  /** Null where the limit is on the value itself. */
  readonly ratio: number | null;
  readonly limit: string;
  readonly passed: boolean;
}

/** How thorough to be: `--short` is for machines that have other things to do. */
export interface Effort {
  readonly startUpRounds: number;
  readonly scanRounds: number;
  readonly scanTargets: number;
  readonly stalledTargets: number;
  readonly greetings: number;
  /** By how much a limit may be missed: a machine with other things to do is slower than itself. */
  readonly allowance: number;
}

/** The middle value: one run that the machine interrupted does not move it. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
};

/** The table, as text. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map(({ what, floor, value, ratio, limit, passed }) => [
    ...[
      what,
      floor,
      value,
      ratio === null ? '' : ratio.toFixed(2),
      limit,
      limit === 'none' ? '' : passed ? 'pass' : 'FAIL',
    ],
  ]);
  const all = [['what', 'floor', 'value', 'ratio', 'limit', ''], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
