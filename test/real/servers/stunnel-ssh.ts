import { stunnel } from './stunnel-recipe.ts';

/** TLS before a server that knows nothing of it: an sshd for each connection, as inetd would start it. */
export default stunnel({
  name: 'stunnel-ssh',
  inside: 'ssh',
  behind: (folder) => ['exec = /usr/sbin/sshd', `execArgs = sshd -i -e -f /dev/null -h ${folder}/host -o UsePAM=no`],
  before: (folder) => [['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', `${folder}/host`]],
});
