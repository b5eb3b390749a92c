// The floor of a scan: connect, first byte, gone; as many at once as the prober. Targets come on stdin, one a line.
// With `polite` it says goodbye and waits for the server to close, as the prober does to servers that count who hangs up.
const { readFileSync } = require('node:fs');
const { connect } = require('node:net');

const AT_ONCE = 256;
const leave = process.argv[2] === 'polite' ? (socket) => socket.end('QUIT\r\n') : (socket) => socket.destroy();
const targets = readFileSync(0, 'utf8').trim().split('\n');
const startedAt = performance.now();
let left = targets.length;

const next = () => {
  const target = targets.pop();
  if (target === undefined) return;
  const [host, port] = target.split(':');
  const socket = connect({ host, port: Number(port), autoSelectFamily: false });
  socket.once('data', () => leave(socket));
  socket.resume();
  socket.on('error', () => {});
  socket.on('close', () => {
    left -= 1;
    if (left === 0) process.stdout.write(`${performance.now() - startedAt}\n`);
    next();
  });
};

for (let started = 0; started < AT_ONCE; started += 1) next();
