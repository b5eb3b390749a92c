import type { Place, RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';
import { selfSigned } from './self-signed.ts';

interface Service {
  readonly name: string;
  readonly package: string;
  readonly protocol: string;
  /** The name of Dovecot's protocol, of its login service and of the listener in it. */
  readonly dovecot: { readonly protocol: string; readonly service: string; readonly listener: string };
  readonly program: string;
  /** The protocol begins after a TLS handshake. */
  readonly inside?: string;
}

/** Dovecot with one of its protocols, without privileges. */
export const dovecot = (service: Service): RealServer => runnable(recipe(service));

const recipe = ({ dovecot: { protocol, service, listener }, ...known }: Service): Recipe => ({
  ...known,
  speaksFirst: known.inside ? 'client' : 'server',
  logs: ['log'],
  files: ({ folder, address, port }) => ({
    log: '',
    'dovecot.conf': `${[
      `protocols = ${protocol}`,
      `base_dir = ${folder}/run`,
      `log_path = ${folder}/log`,
      `listen = ${address}`,
      ...(known.inside
        ? ['ssl = yes', `ssl_cert = <${folder}/cert.pem`, `ssl_key = <${folder}/key.pem`]
        : ['ssl = no']),
      'disable_plaintext_auth = no',
      'default_internal_user = nobody',
      'default_login_user = nobody',
      'default_internal_group = nogroup',
      `mail_location = maildir:${folder}/mail`,
      'service anvil {\n  chroot =\n}',
      ...listeners(service, listener, address, port),
      'passdb {\n  driver = static\n  args = password=none\n}',
      'userdb {\n  driver = static\n  args = uid=65534 gid=65534 home=/nonexistent\n}',
    ].join('\n')}\n`,
  }),
  ...(known.inside ? { before: ({ folder }: Place) => [selfSigned(folder)] } : {}),
  command: ({ folder }) => ['/usr/sbin/dovecot', '-F', '-c', `${folder}/dovecot.conf`],
});

/** Those that a login service opens unless they are told not to. */
const BY_DEFAULT: Readonly<Record<string, readonly string[]>> = {
  'imap-login': ['imap', 'imaps'],
  'pop3-login': ['pop3', 'pop3s'],
};

const listeners = (service: string, listener: string, address: string, port: number): readonly string[] => [
  `service ${service} {`,
  ...(service === 'lmtp' ? [] : ['  chroot =']),
  `  inet_listener ${listener} {\n    address = ${address}\n    port = ${port}\n  }`,
  ...(BY_DEFAULT[service] ?? [])
    .filter((other) => other !== listener)
    .map((other) => `  inet_listener ${other} {\n    port = 0\n  }`),
  '}',
];
