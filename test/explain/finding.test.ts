import { describe, expect, it } from 'vitest';
import { advisedAnew, findingFor } from '../../src/explain/finding.ts';
import { MEANING } from '../../src/explain/meaning.ts';
import { SEVERITY, type VerdictKind } from '../../src/model/verdict.ts';
import { FINDINGS, JUDGEMENTS, measurement } from '../report/samples.ts';

it.each(FINDINGS.map((finding) => [finding.verdict.kind, finding] as const))(
  '%s keeps the evidence and gains words',
  (kind, finding) => {
    expect(finding.verdict).toMatchObject({ severity: SEVERITY[kind], confidence: JUDGEMENTS[kind].confidence });
    expect(Object.keys(finding.verdict).slice(0, 4)).toEqual(['kind', 'severity', 'confidence', 'sentence']);
    expect(Object.keys(finding.verdict)).toEqual(expect.arrayContaining(Object.keys(JUDGEMENTS[kind])));
  },
);

it.each(Object.keys(SEVERITY) as VerdictKind[])('%s leaves nobody without a next step', (kind) => {
  const { fixes } = findingFor(measurement(JUDGEMENTS[kind]), 'auto');
  expect(fixes.length > 0).toBe(SEVERITY[kind] !== 'ok');
});

it('advises by the mesh where it is known, and by the verdict where it is not', () => {
  expect(findingFor(measurement(JUDGEMENTS.stalled), 'auto').fixes[0]?.manifest).toContain('apiVersion');
  expect(findingFor(measurement(JUDGEMENTS.refused), 'auto').fixes).toEqual([
    { id: 'look-into-refused', title: MEANING.refused.next, manifest: null, caution: null },
  ]);
});

it('rounds to the microsecond', () => {
  const judgement = { kind: 'server-first', confidence: 'certain', firstByteMs: 3.3294899999999927 } as const;
  const timing = { connectMs: 0.123456, firstByteSilentMs: null, firstByteNudgedMs: null, detectionTimeoutMs: null };
  const finding = findingFor(measurement(judgement, { timing }), 'auto');
  expect(finding.verdict).toMatchObject({ firstByteMs: 3.329 });
  expect(finding.timing.connectMs).toBe(0.123);
});

describe('a finding that was saved', () => {
  const endpoint = {
    input: '10.0.0.7:3306',
    host: '10.0.0.7',
    port: 3306,
    expectedProtocol: null,
    address: '10.0.0.7',
  };
  const saved = findingFor(measurement(JUDGEMENTS.stalled, { endpoint }), 'auto');
  const service = { namespace: 'prod', name: 'orders' };

  it('is advised as it would have been then', () => {
    for (const finding of FINDINGS) expect(advisedAnew(finding, 'auto', null)).toEqual(finding);
  });

  it('is advised anew for another place, and with the name of the Service', () => {
    const anew = advisedAnew(saved, 'both-in-mesh', service);
    expect(anew).toEqual(findingFor(measurement(JUDGEMENTS.stalled, { endpoint }), 'both-in-mesh', service));
    expect(anew.fixes.map(({ id }) => id)).not.toEqual(saved.fixes.map(({ id }) => id));
    expect(saved.fixes[0]?.manifest).toContain('name: my-service # change me');
    expect(anew.fixes[0]?.manifest).toContain('name: orders\n  namespace: prod\n');
  });
});
