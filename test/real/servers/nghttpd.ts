import { runnable } from './run.ts';

export default runnable({
  name: 'nghttpd',
  package: 'nghttp2-server',
  protocol: 'http2',
  speaksFirst: 'client',
  program: '/usr/sbin/nghttpd',
  command: ({ folder, address, port }) => ['/usr/sbin/nghttpd', '--no-tls', '-a', address, '-d', folder, `${port}`],
});
