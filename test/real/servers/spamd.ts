import { runnable } from './run.ts';

export default runnable({
  name: 'spamd',
  package: 'spamd',
  protocol: 'spamd',
  speaksFirst: 'client',
  program: '/usr/sbin/spamd',
  readyMs: 60_000,
  // One rule, so that it need not compile those of the whole world.
  files: () => ({
    'rules/one.cf': 'body ONE /one/\n',
    'site/init.pre': 'loadplugin Mail::SpamAssassin::Plugin::Check\n',
  }),
  command: ({ folder, address, port }) => [
    '/usr/sbin/spamd',
    ...['-i', address, '-p', `${port}`, '--min-children=3', '-s', 'stderr', '-r', `${folder}/pid`],
    ...['--local', '--nouser-config', `--configpath=${folder}/rules`, `--siteconfigpath=${folder}/site`],
  ],
});
