import { runnable } from './run.ts';

const bin = '/usr/lib/postgresql/15/bin';

export default runnable({
  name: 'postgresql',
  package: 'postgresql-15',
  protocol: 'postgresql',
  speaksFirst: 'client',
  program: `${bin}/postgres`,
  before: ({ folder }) => [
    [`${bin}/initdb`, '-D', `${folder}/data`, '-U', 'postgres', '-A', 'trust', '--no-sync', '--no-locale'],
  ],
  command: ({ folder, address, port }) => [
    `${bin}/postgres`,
    ...['-D', `${folder}/data`, '-h', address, '-p', `${port}`, '-k', folder, '-c', 'fsync=off'],
  ],
});
