import { expect, test } from 'vitest';
import { agree } from '../../src/decide/agree.ts';
import { fingerprint } from '../../src/decide/fingerprint.ts';
import { measure } from '../../src/decide/measure.ts';
import { CATALOGUE, failed, GREETING, heard, listen, opened } from './write.ts';

const ENDPOINT = { input: 'it', host: 'it', port: 1, expectedProtocol: null, address: '10.0.0.7' };
const read = (bytes: string) => fingerprint(bytes, CATALOGUE, { port: 1, expectedProtocol: null });
const greeted = measure(ENDPOINT, [listen(opened(), heard(1, GREETING))], read, null);
const refused = measure(ENDPOINT, [listen(failed(1, 'ECONNREFUSED'))], read, null);

test('samples that agree are one measurement with all transcripts', () => {
  expect(agree([greeted, greeted])).toEqual({
    ...greeted,
    transcripts: [...greeted.transcripts, ...greeted.transcripts],
  });
});

test('samples that disagree are inconsistent, and what was recognised is kept', () => {
  expect(agree([refused, greeted])).toMatchObject({
    judgement: { kind: 'inconsistent', seen: ['refused', 'server-first'] },
    protocol: { name: 'smtp' },
  });
});
