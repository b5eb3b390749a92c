// A greeting server behind a proxy that sniffs: nothing comes back before the client has sent five bytes, as with Envoy's TLS inspector.
const BYTES_TO_DECIDE = 5;

require('./listen.cjs')((socket) => {
  let heard = 0;
  let greeted = false;
  socket.on('data', (bytes) => {
    heard += bytes.length;
    if (greeted) return socket.end('221 bye\r\n');
    if (heard < BYTES_TO_DECIDE) return undefined;
    greeted = true;
    return socket.write('220 mail.example.test ESMTP ready\r\n');
  });
});
