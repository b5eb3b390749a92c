import { postfix } from './postfix-recipe.ts';
import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

const recipe = postfix('postfix-smtps', (port) => [`${port} inet n - n - - smtpd`], [
  'smtpd_tls_wrappermode = yes',
  'smtpd_tls_security_level = encrypt',
  'smtpd_tls_chain_files = $config_directory/../key.pem, $config_directory/../cert.pem',
]);

/** TLS from the first byte, as on port 465. */
export default runnable({
  ...recipe,
  protocol: 'tls',
  speaksFirst: 'client',
  inside: 'smtp',
  before: (place) => [selfSigned(place.folder), ...(recipe.before?.(place) ?? [])],
});
