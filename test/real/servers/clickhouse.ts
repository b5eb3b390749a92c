import { runnable } from './run.ts';

export default runnable({
  name: 'clickhouse',
  package: 'clickhouse-server',
  protocol: 'clickhouse',
  speaksFirst: 'client',
  program: '/usr/sbin/clickhouse-server',
  files: ({ folder, address, port }) => ({
    'config.xml': `<yandex><logger><console>1</console></logger><listen_host>${address}</listen_host><tcp_port>${port}</tcp_port>
      <path>${folder}/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>users.xml</users_config>
      <mark_cache_size>1048576</mark_cache_size><default_profile>default</default_profile>
      <default_database>default</default_database></yandex>\n`,
    'users.xml': `<yandex><profiles><default></default></profiles><quotas><default></default></quotas><users><default>
      <password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
      </default></users></yandex>\n`,
  }),
  command: ({ folder }) => ['/usr/sbin/clickhouse-server', `--config-file=${folder}/config.xml`],
});
