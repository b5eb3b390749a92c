import { ngircd } from './ngircd-recipe.ts';
import { selfSigned } from './self-signed.ts';

export default ngircd({
  name: 'ngircd-tls',
  protocol: 'tls',
  inside: 'irc',
  before: ({ folder }) => [selfSigned(folder)],
  // It wants a port without TLS, too.
  plainPort: ({ port }) => port - 1,
  more: ({ folder, port }) => [
    ...['[SSL]', `Ports = ${port}`, `CertFile = ${folder}/cert.pem`, `KeyFile = ${folder}/key.pem`],
  ],
});
