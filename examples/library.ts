/**
 * Probes from a program of your own: `npx tsx examples/library.ts db.example:3306`.
 * In your project, import from 'deadair' instead.
 */
import { createServer } from 'node:net';
import { probe } from '../src/index.ts';

const targets = process.argv.slice(2);

// Without arguments: a server that greets at once, to have something to look at.
const server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n'));
if (targets.length === 0) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') targets.push(`127.0.0.1:${address.port}`);
}

const report = await probe(targets, {
  patienceMs: 3_000,
  onFinding: ({ target, verdict }) => console.log(`${target.host}:${target.port} ${verdict.kind}: ${verdict.sentence}`),
});

server.close();
console.log(`${report.summary.ok} of ${report.summary.total} endpoints are fine`);
if (report.summary.fail > 0) process.exitCode = 1;
