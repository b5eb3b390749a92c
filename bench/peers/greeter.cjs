// A server that greets at once, and takes its leave when asked to.
require('./listen.cjs')((socket) => {
  socket.write('220 mail.example.test ESMTP ready\r\n');
  socket.on('data', () => socket.end('221 bye\r\n'));
});
