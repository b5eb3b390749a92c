// The floor of a scan that takes its leave: connect, first byte, QUIT, gone when the server is; as many at once as the prober.
const { readFileSync } = require('node:fs');
const { connect } = require('node:net');

const AT_ONCE = 256;
const targets = readFileSync(0, 'utf8').trim().split('\n');
const startedAt = performance.now();
let left = targets.length;

const next = () => {
  const target = targets.pop();
  if (target === undefined) return;
  const [host, port] = target.split(':');
  const socket = connect({ host, port: Number(port), autoSelectFamily: false });
  socket.once('data', () => socket.end('QUIT\r\n'));
  socket.on('error', () => {});
  socket.on('close', () => {
    left -= 1;
    if (left === 0) process.stdout.write(`${performance.now() - startedAt}\n`);
    next();
  });
  socket.resume();
};

for (let started = 0; started < AT_ONCE; started += 1) next();
