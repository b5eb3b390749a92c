import { runnable } from './run.ts';

export default runnable({
  name: 'git-daemon',
  package: 'git',
  protocol: 'git',
  speaksFirst: 'client',
  program: '/usr/bin/git',
  command: ({ folder, address, port }) => [
    '/usr/bin/git',
    ...['daemon', `--listen=${address}`, `--port=${port}`, '--reuseaddr', `--base-path=${folder}`, folder],
  ],
});
