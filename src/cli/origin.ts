import { hostname } from 'node:os';
import type { Report, Vantage } from '../model/report.ts';
import type { OwnProxy } from '../model/whereabouts.ts';
import { VERSION } from './version.ts';

/** Which program made a report. */
export const TOOL: Report['tool'] = { name: 'deadair', version: VERSION };

/** Where a report is made from. */
export function vantage(own: OwnProxy | null = null): Vantage {
  const machine = {
    hostname: hostname(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
  const { mesh = null, proxy = null } = own?.whereabouts ?? {};
  return mesh === null ? machine : { ...machine, proxy: { mesh, name: proxy } };
}
