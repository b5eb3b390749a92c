import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';
import { vsftpdRecipe } from './vsftpd.ts';

/** TLS from the first byte, as on port 990. */
export default runnable({
  ...vsftpdRecipe('vsftpd-ftps', (folder) => [
    'ssl_enable=YES',
    'implicit_ssl=YES',
    `rsa_cert_file=${folder}/cert.pem`,
    `rsa_private_key_file=${folder}/key.pem`,
  ]),
  protocol: 'tls',
  speaksFirst: 'client',
  inside: 'ftp',
  before: ({ folder }) => [selfSigned(folder)],
});
