import { hostname } from 'node:os';
import type { Report, Vantage } from '../model/report.ts';
import { VERSION } from './version.ts';

/** Which program made a report. */
export const TOOL: Report['tool'] = { name: 'deadair', version: VERSION };

/** Where a report is made from. */
export function vantage(): Vantage {
  return { hostname: hostname(), platform: `${process.platform} ${process.arch}`, node: process.versions.node };
}
