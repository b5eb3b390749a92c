import { runnable } from './run.ts';

export default runnable({
  name: 'krb5kdc',
  package: 'krb5-kdc',
  protocol: 'kerberos',
  speaksFirst: 'client',
  program: '/usr/sbin/krb5kdc',
  files: ({ folder, address, port }) => ({
    'krb5.conf': '[libdefaults]\n default_realm = EXAMPLE.TEST\n dns_lookup_kdc = false\n',
    'kdc.conf': `${[
      '[kdcdefaults]',
      ` kdc_listen = ${address}:${port}`,
      ` kdc_tcp_listen = ${address}:${port}`,
      '[realms]',
      ` EXAMPLE.TEST = {\n  database_name = ${folder}/principal\n  key_stash_file = ${folder}/stash\n }`,
      '[logging]',
      ' kdc = STDERR',
    ].join('\n')}\n`,
  }),
  environment: ({ folder }) => ({ KRB5_CONFIG: `${folder}/krb5.conf`, KRB5_KDC_PROFILE: `${folder}/kdc.conf` }),
  before: () => [['/usr/sbin/kdb5_util', 'create', '-s', '-r', 'EXAMPLE.TEST', '-P', 'not-a-secret']],
  command: () => ['/usr/sbin/krb5kdc', '-n', '-r', 'EXAMPLE.TEST'],
});
