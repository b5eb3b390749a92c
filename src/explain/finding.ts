import type { Finding, Fix, Measurement } from '../model/finding.ts';
import type { Scenario } from '../model/options.ts';
import { SEVERITY } from '../model/verdict.ts';
import type { NamedService } from './fix/facts.ts';
import { fixesFor } from './fix.ts';
import { MEANING } from './meaning.ts';
import { sentenceFor } from './sentence.ts';

/** Puts a measurement into words: its severity, its sentence, and what to do about it. */
export function findingFor(measurement: Measurement, scenario: Scenario, service: NamedService | null = null): Finding {
  const { endpoint, judgement, protocol, tls, timing, cause, transcripts } = measurement;
  const { kind, confidence } = judgement;
  const words = { kind, severity: SEVERITY[kind], confidence, sentence: sentenceFor(measurement) };
  return {
    target: endpoint,
    verdict: Object.assign(words, rounded(judgement)),
    protocol,
    tls,
    timing: rounded(timing),
    cause,
    fixes: adviceFor(measurement, scenario, service),
    transcripts,
  };
}

/** Gives the advice anew to a finding that was saved, for other circumstances than those it was made under. */
export function advisedAnew(finding: Finding, scenario: Scenario, service: NamedService | null): Finding {
  const { target: endpoint, verdict: judgement, fixes: _, ...facts } = finding;
  return { ...finding, fixes: adviceFor({ ...facts, endpoint, judgement }, scenario, service) };
}

/** To the microsecond: further digits say nothing about a network, and fill the report. */
function rounded<T extends object>(facts: T): T {
  const copy = { ...facts } as Record<string, unknown>;
  for (const [key, value] of Object.entries(copy)) {
    if (typeof value === 'number') copy[key] = Math.round(value * 1_000) / 1_000;
  }
  return copy as T;
}

/** The manifests of the mesh where it is known; else where to look next, so that no problem is left without a step. */
function adviceFor(measurement: Measurement, scenario: Scenario, service: NamedService | null): readonly Fix[] {
  const fixes = fixesFor(measurement, { scenario, ...(service && { service }) });
  const { kind } = measurement.judgement;
  const { next } = MEANING[kind];
  return fixes.length > 0 || next === null
    ? fixes
    : [{ id: `look-into-${kind}`, title: next, manifest: null, caution: null }];
}
