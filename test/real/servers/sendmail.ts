import { inetd, onMachine } from './inetd.ts';
import type { RealServer, Recipe } from './real-server.ts';
import { runnable } from './run.ts';
import { unpacked } from './unpacked.ts';

const program = unpacked('sendmail-bin', 'usr/libexec/sendmail/sendmail');

/** Just enough of sendmail.cf to take an SMTP session, with a greet_pause that catches early talkers. */
export const sendmailThatPauses = (pauseMs: number): RealServer => runnable(recipe(pauseMs));

const recipe = (pauseMs: number): Recipe => ({
  name: 'sendmail',
  package: 'sendmail-bin',
  protocol: 'smtp',
  speaksFirst: 'server',
  version: /^Sendmail 8\.17/,
  user: 'root',
  program,
  // Syslog, where the rest goes, is not ours to read.
  logs: ['traffic'],
  files: ({ folder }) => ({
    traffic: '',
    'queue/.keep': '',
    'sendmail.cf': `${[
      'V10/Berkeley',
      'Djmail.example.org',
      'DnMAILER-DAEMON',
      'Cwlocalhost',
      'O SmtpGreetingMessage=$j Sendmail $v/$v; $b',
      `O QueueDirectory=${folder}/queue`,
      'O DontBlameSendmail=GroupWritableDirPathSafe',
      'O Timeout.ident=0s',
      'O DefaultUser=65534:65534',
      'O RunAsUser=65534:65534',
      'Troot',
      'S3',
      'S0',
      'R$*\t$#local $: $1',
      'S1',
      'S2',
      'S4',
      'S5',
      'Sgreet_pause',
      `R$*\t$#${pauseMs}`,
      'Scheck_relay',
      'Mlocal, P=/bin/true, F=lsDFM, A=true',
      'Mprog, P=/bin/sh, F=lsDFM, A=sh -c $u',
      'M*file*, P=[FILE], F=lsDFM, A=FILE $u',
      'M*include*, P=/dev/null, F=su, A=INCLUDE $u',
    ].join('\n')}\n`,
  }),
  command: ({ folder, address, port }) =>
    onMachine(
      'mail.example.org',
      inetd(address, port, [program, '-bs', '-C', `${folder}/sendmail.cf`, '-X', `${folder}/traffic`]),
    ),
});

export default sendmailThatPauses(1_000);
