import { runnable } from './run.ts';

export default runnable({
  name: 'sphinx',
  package: 'sphinxsearch',
  protocol: 'sphinx',
  speaksFirst: 'server',
  program: '/usr/bin/searchd',
  files: ({ folder, address, port }) => ({
    'data/.keep': '',
    'sphinx.conf': `${[
      `index test\n{\n  type = rt\n  path = ${folder}/data/test\n  rt_field = title\n  rt_attr_uint = gid\n}`,
      `searchd\n{\n  listen = ${address}:${port}\n  pid_file = ${folder}/pid\n  log = ${folder}/log\n  binlog_path = ${folder}/data\n}`,
    ].join('\n')}\n`,
  }),
  logs: ['log'],
  command: ({ folder }) => ['/usr/bin/searchd', '--nodetach', '--config', `${folder}/sphinx.conf`],
});
