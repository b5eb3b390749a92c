import { describe, expect, it } from 'vitest';
import { pairFindings } from '../../src/compare/pair.ts';
import type { Finding } from '../../src/model/finding.ts';
import { at } from './reports.ts';

const shown = (finding: Finding | null) =>
  finding && `${finding.target.expectedProtocol ?? ''}${finding.target.address} ${finding.verdict.kind}`;
const pairs = (before: Finding[], after: Finding[]) =>
  pairFindings(before, after).map((pair) => [shown(pair.before), shown(pair.after)]);

describe('findings are paired', () => {
  it('by their address, in the order of the second report', () => {
    expect(
      pairs(
        [at('db', '10.0.0.1', 'stalled'), at('db', '10.0.0.2', 'healthy')],
        [at('db', '10.0.0.2', 'healthy'), at('db', '10.0.0.1', 'healthy')],
      ),
    ).toEqual([
      ['10.0.0.2 healthy', '10.0.0.2 healthy'],
      ['10.0.0.1 stalled', '10.0.0.1 healthy'],
    ]);
  });

  it('by what was found, where pods got other addresses: what is as it was comes first', () => {
    expect(
      pairs(
        [at('db', '10.0.0.1', 'server-first'), at('db', '10.0.0.2', 'stalled')],
        [at('db', '10.0.0.8', 'stalled'), at('db', '10.0.0.9', 'server-first'), at('db', '10.0.0.10', 'healthy')],
      ),
    ).toEqual([
      ['10.0.0.2 stalled', '10.0.0.8 stalled'],
      ['10.0.0.1 server-first', '10.0.0.9 server-first'],
      [null, '10.0.0.10 healthy'],
    ]);
  });

  it('with the same address before any other', () => {
    expect(
      pairs(
        [at('db', '10.0.0.1', 'stalled'), at('db', '10.0.0.2', 'stalled')],
        [at('db', '10.0.0.9', 'stalled'), at('db', '10.0.0.1', 'server-first')],
      ),
    ).toEqual([
      ['10.0.0.2 stalled', '10.0.0.9 stalled'],
      ['10.0.0.1 stalled', '10.0.0.1 server-first'],
    ]);
  });

  it('when a name came to resolve', () => {
    expect(pairs([at('db', null, 'unresolved')], [at('db', '10.0.0.1', 'stalled')])).toEqual([
      ['null unresolved', '10.0.0.1 stalled'],
    ]);
  });

  it('by the protocol that was named, if there are several', () => {
    const before = [at('db', '10.0.0.1', 'misdeclared', 'smtp'), at('db', '10.0.0.1', 'healthy')];
    const after = [at('db', '10.0.0.1', 'healthy'), at('db', '10.0.0.1', 'misdeclared', 'smtp')];
    expect(pairs(before, after)).toEqual([
      ['10.0.0.1 healthy', '10.0.0.1 healthy'],
      ['smtp10.0.0.1 misdeclared', 'smtp10.0.0.1 misdeclared'],
    ]);
  });

  it('however the name is written', () => {
    expect(pairs([at('DB.example.', '10.0.0.1', 'stalled')], [at('db.example', '10.0.0.1', 'healthy')])).toHaveLength(
      1,
    );
  });

  it('with nobody at another place', () => {
    expect(pairs([at('db', '10.0.0.1', 'stalled')], [at('mail', '10.0.0.1', 'stalled')])).toEqual([
      [null, '10.0.0.1 stalled'],
      ['10.0.0.1 stalled', null],
    ]);
  });
});
