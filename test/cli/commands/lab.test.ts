import { expect, it } from 'vitest';
import { SHOWCASE } from '../../../src/lab/showcase.ts';
import { deadair } from '../deadair.ts';

it('prints a list that can be probed, and keeps it running until it is told to end', async () => {
  let answer: ReturnType<typeof deadair> | null = null;
  const { status, stdout, stderr } = await deadair(['lab'], {
    stdin: null,
    onOutput(printed, program) {
      if (answer !== null || !printed.stderr.includes('Ctrl-C')) return;
      const [first = ''] = printed.stdout.split('\n');
      answer = deadair(['--from', '-', '--quiet'], { stdin: first });
      answer.finally(() => program.kill('SIGINT'));
    },
  });
  expect(await answer).toMatchObject({ status: 0, stderr: '' });
  expect({ status, stderr }).toEqual({
    status: 130,
    stderr: 'note: probe any of these from another terminal; Ctrl-C ends the lab\n',
  });
  expect(stdout.match(/^(?:\w+:\/\/)?127\.0\.0\.1:\d+ +# [\w-]+: .+ \([\w -]+\)$/gm)).toHaveLength(SHOWCASE.length);
});
