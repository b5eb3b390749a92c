import type { RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';

interface Service {
  readonly name: string;
  readonly package: string;
  readonly protocol: string;
  /** The name of Dovecot's protocol, of its login service and of the listener in it. */
  readonly dovecot: { readonly protocol: string; readonly service: string; readonly listener: string };
  readonly program: string;
}

/** Dovecot with one of its protocols, without privileges. */
export const dovecot = (service: Service): RealServer => runnable(recipe(service));

const recipe = ({ dovecot: { protocol, service, listener }, ...known }: Service): Recipe => ({
  ...known,
  speaksFirst: 'server',
  logs: ['log'],
  files: ({ folder, address, port }) => ({
    log: '',
    'dovecot.conf': `${[
      `protocols = ${protocol}`,
      `base_dir = ${folder}/run`,
      `log_path = ${folder}/log`,
      `listen = ${address}`,
      'ssl = no',
      'disable_plaintext_auth = no',
      'default_internal_user = nobody',
      'default_login_user = nobody',
      'default_internal_group = nogroup',
      `mail_location = maildir:${folder}/mail`,
      'service anvil {\n  chroot =\n}',
      ...(service === 'lmtp'
        ? []
        : [`service ${service} {\n  chroot =\n  inet_listener ${listener} {\n    port = ${port}\n  }\n}`]),
      ...(service === 'lmtp'
        ? [`service lmtp {\n  inet_listener lmtp {\n    address = ${address}\n    port = ${port}\n  }\n}`]
        : []),
      // Listeners that come with a protocol by default.
      ...(protocol === 'imap' ? ['service imap-login {\n  inet_listener imaps {\n    port = 0\n  }\n}'] : []),
      ...(protocol === 'pop3' ? ['service pop3-login {\n  inet_listener pop3s {\n    port = 0\n  }\n}'] : []),
      'passdb {\n  driver = static\n  args = password=none\n}',
      'userdb {\n  driver = static\n  args = uid=65534 gid=65534 home=/nonexistent\n}',
    ].join('\n')}\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/dovecot', '-F', '-c', `${folder}/dovecot.conf`],
});
