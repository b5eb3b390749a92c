import { readFileSync } from 'node:fs';
import type { Report } from '../model/report.ts';
import { readReport } from '../report/read.ts';
import { UsageError } from '../targets/usage-error.ts';
import { openSource } from './input.ts';
import { unreadable } from './unreadable.ts';

/** Reads a report that an earlier run printed, from a file or from standard input (-). */
export async function savedReport(file: string): Promise<Report> {
  const name = file === '-' ? 'standard input' : file;
  const reading = readReport(file === '-' ? await standardInput() : textOf(file));
  if (reading.kind === 'report') return reading.report;
  throw new UsageError(`${name}: ${reading.why}`, 'give what "deadair --format json" has printed');
}

async function standardInput(): Promise<string> {
  let text = '';
  for await (const piece of openSource('-').chunks) text += piece;
  return text;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}
