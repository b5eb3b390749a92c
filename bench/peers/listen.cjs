// Listens on COUNT addresses 127.PREFIX.x.y, all with one port, and prints that port when all are ready. Ends with its parent.
const { createServer } = require('node:net');

const [prefix = '20', count = '1'] = process.argv.slice(2);
const address = (index) => `127.${prefix}.${(index >> 8) & 255}.${index & 255}`;
const quietly = (onConnection) => (socket) => {
  socket.on('error', () => socket.destroy());
  onConnection(socket);
};

const bind = (onConnection, index, port) =>
  new Promise((resolve, reject) => {
    const server = createServer({ noDelay: true }, quietly(onConnection));
    server.on('error', reject);
    server.listen({ host: address(index), port, backlog: 511 }, () => resolve(server.address().port));
  });

module.exports = async (onConnection) => {
  const port = await bind(onConnection, 1, 0);
  for (let index = 2; index <= Number(count); index += 1) await bind(onConnection, index, port);
  process.stdout.write(`${port}\n`);
  process.stdin.resume().on('end', () => process.exit());
};
