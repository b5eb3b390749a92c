import { runnable } from './run.ts';

export default runnable({
  name: 'mpd',
  package: 'mpd',
  protocol: 'mpd',
  speaksFirst: 'server',
  version: /^0\.23\.\d+$/,
  program: '/usr/bin/mpd',
  files: ({ folder, address, port }) => ({
    'music/.keep': '',
    'mpd.conf': `music_directory "${folder}/music"\nbind_to_address "${address}"\nport "${port}"\naudio_output {\n  type "null"\n  name "null"\n}\n`,
  }),
  command: ({ folder }) => ['/usr/bin/mpd', '--no-daemon', '--stderr', `${folder}/mpd.conf`],
});
