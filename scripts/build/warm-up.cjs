// Usage: warm-up.cjs FOLDER. Runs the program in FOLDER once, over a greeting server of its own, and writes down beside it what V8
// has compiled by the end: what most runs use. Functions that were not called are compiled when they are.
const { readFileSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { join, resolve } = require('node:path');
const { Script } = require('node:vm');

const folder = resolve(process.argv[2]);
const file = join(folder, 'program.cjs');
const script = new Script(readFileSync(file, 'latin1'), { filename: file });

const server = createServer((socket) => {
  socket.on('error', () => {});
  socket.write('220 mail.example.test ESMTP\r\n');
  socket.on('data', () => socket.end('221 bye\r\n'));
});

server.listen(0, '127.0.0.1', () => {
  server.unref();
  process.argv = [process.execPath, join(folder, 'deadair.cjs'), `127.0.0.1:${server.address().port}`, '--no-progress'];
  process.on('exit', () => writeFileSync(join(folder, 'program.cache'), script.createCachedData()));
  script.runInThisContext()(exports, require, module, file, folder, (specifier) => import(specifier));
});
