import { selfSigned } from './self-signed.ts';
import { slapd } from './slapd-recipe.ts';

export default slapd({
  name: 'slapd-ldaps',
  protocol: 'tls',
  inside: 'ldap',
  before: ({ folder }) => [selfSigned(folder)],
  scheme: 'ldaps',
  settings: (folder) => [`TLSCertificateFile ${folder}/cert.pem`, `TLSCertificateKeyFile ${folder}/key.pem`],
});
