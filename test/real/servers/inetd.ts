/** The command that runs a program of the inetd kind, one process a connection, with the socket as its standard input and output. */
export const inetd = (address: string, port: number, program: readonly string[]): readonly string[] => [
  '/usr/bin/tcpserver',
  // No look-ups of the client's name or user, no greeting delay of its own, no more than 40 at once.
  ...['-HR', '-l', 'localhost', '-c', '40', address, `${port}`],
  ...program,
];

/** For programs that insist on a machine with a full name: one in a namespace of its own. Needs root. */
export const onMachine = (hostname: string, command: readonly string[]): readonly string[] => [
  ...['unshare', '--uts', 'sh', '-c', 'hostname "$0" && exec "$@"', hostname],
  ...command,
];
