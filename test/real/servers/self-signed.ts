/** The command that makes a key and a certificate nobody trusts: `key.pem` and `cert.pem` in the folder. */
export const selfSigned = (folder: string): readonly string[] => [
  'openssl',
  ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
  ...['-subj', '/CN=localhost', '-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`],
];
