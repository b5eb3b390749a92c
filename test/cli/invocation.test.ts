import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/args.ts';
import { FLAG_NAMES, FLAGS } from '../../src/cli/flags.ts';
import { quickInvocation } from '../../src/cli/invocation.ts';

describe('the everyday command line', () => {
  it.each<[readonly string[], readonly string[], object]>([
    [['db:25'], ['db:25'], {}],
    [['probe', 'db:25', 'mysql://db'], ['db:25', 'mysql://db'], {}],
    [['--patience', '2s', 'db:25', '--quiet'], ['db:25'], { patience: '2s', quiet: true }],
    [['db:25', '--format=json'], ['db:25'], { format: 'json' }],
    [['--from', '-'], [], { from: '-' }],
    [['[::1]:25'], ['[::1]:25'], {}],
  ])('%j', (words, targets, values) => {
    expect(quickInvocation(words)).toEqual({ command: 'probe', targets, values });
  });

  it.each([
    [[]],
    [['demo']],
    [['db']],
    [['--help']],
    [['-h']],
    [['db:25', '--patiense', '2s']],
    [['db:25', '--patience']],
    [['db:25', '--patience', '']],
    [['db:25', '--patience=']],
    [['db:25', '--patience', '-1']],
    [['db:25', '--patience', '1s', '--patience', '2s']],
    [['db:25', '--quiet=false']],
    [['explain', 'a:b']],
    [['db:25', '--']],
    [['db:25', '--toString', 'x']],
    [['db:25', '--check', 'x:1']],
  ])('leaves %j to the whole grammar', (words) => {
    expect(quickInvocation(words)).toBeNull();
  });

  it('is read as the whole grammar reads it', async () => {
    const flag = fc.constantFrom(...FLAG_NAMES).chain((name): fc.Arbitrary<readonly string[]> => {
      if (FLAGS[name].value === null) return fc.constant([`--${name}`]);
      return fc.constantFrom('1', '6s', 'x:y', '-').map((value) => [`--${name}`, value]);
    });
    const target = fc
      .constantFrom('db:25', 'mysql://db', '[::1]:25', '0x10:1', '1e3:2')
      .map((word): readonly string[] => [word]);
    const line = fc.array(fc.oneof(flag, target), { minLength: 1, maxLength: 6 }).map((words) => words.flat());
    await fc.assert(
      fc.asyncProperty(line, async (words) => {
        const quick = quickInvocation(words);
        if (quick !== null) expect(await parseArguments(words, 80)).toEqual(quick);
      }),
      { numRuns: 60 },
    );
  });
});
