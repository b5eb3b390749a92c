/** Runs inside a namespace: servers that greet at once, and one that stands for a sidecar of the server's, which waits for words first. */
import { createServer, type Socket } from 'node:net';

const [address = '', greeting = '', waiting = ''] = process.argv.slice(2);

const greet = (socket: Socket): void => {
  socket.write('220 mail.example.test ESMTP\r\n');
};

const talk = (socket: Socket): void => {
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    if (/^QUIT/im.test(bytes.toString('latin1'))) socket.end('221 2.0.0 Bye\r\n');
  });
};

const ports = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

for (const port of ports(greeting)) {
  createServer((socket) => {
    talk(socket);
    greet(socket);
  }).listen(port, address);
}
for (const port of ports(waiting)) {
  createServer((socket) => {
    talk(socket);
    socket.once('data', () => greet(socket));
  }).listen(port, address);
}
