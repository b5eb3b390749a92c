import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../dist/deadair.cjs', import.meta.url));

/** What a call of the built program left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  /** What stands on standard input; null leaves it open, as a pipe that says nothing. */
  readonly stdin?: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Looks at what was printed so far, and may do something to the program. */
  readonly onOutput?: (
    printed: { readonly stdout: string; readonly stderr: string },
    program: ReturnType<typeof spawn>,
  ) => void;
}

/** Calls the built program, as a shell would, in a plain environment. */
export function deadair(
  args: readonly string[],
  { stdin = '', env = {}, onOutput }: Circumstances = {},
): Promise<Outcome> {
  const program = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env.PATH, ...env } });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    program[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
      onOutput?.(printed, program);
    });
  }
  program.stdin.on('error', () => {});
  if (stdin !== null) program.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('close', (status) => resolve({ status, ...printed }));
  });
}
