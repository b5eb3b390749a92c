import { nginxRecipe } from './nginx.ts';
import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

export default runnable({
  ...nginxRecipe('nginx-https', ' ssl', (folder) => [
    `  ssl_certificate ${folder}/cert.pem;`,
    `  ssl_certificate_key ${folder}/key.pem;`,
  ]),
  protocol: 'tls',
  inside: 'http',
  before: ({ folder }) => [selfSigned(folder)],
});
