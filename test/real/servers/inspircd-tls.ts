import { inspircdRecipe } from './inspircd.ts';
import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

export default runnable({
  ...inspircdRecipe('inspircd-tls', (folder) => ({
    bind: ' ssl="test"',
    more: [
      '<module name="ssl_gnutls">',
      `<sslprofile name="test" provider="gnutls" certfile="${folder}/cert.pem" keyfile="${folder}/key.pem">`,
    ],
  })),
  protocol: 'tls',
  speaksFirst: 'client',
  inside: 'irc',
  before: ({ folder }) => [selfSigned(folder)],
});
