import { expect, test } from 'vitest';
import { LocalExhaustion } from '../../src/experiment/local-exhaustion.ts';

test('says that the want is ours, and by which code', () => {
  const error = new LocalExhaustion('EMFILE');
  expect(error).toMatchObject({ name: 'LocalExhaustion', code: 'EMFILE' });
  expect(error.message).toMatch(/^this machine .*EMFILE/);
});
