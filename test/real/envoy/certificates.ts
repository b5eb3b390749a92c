import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../requirements.ts';

/** What a workload in a mesh has: PEM texts. */
export interface WorkloadCertificate {
  readonly root: string;
  readonly certificate: string;
  readonly key: string;
}

/** Who the sidecars of the tests say they are. */
export const IDENTITY = 'spiffe://cluster.local/ns/db/sa/mysql';

/** Made like Istio's CA makes them: no subject, the identity as a critical URI name. */
export const makeCertificate = (identity: string = IDENTITY): WorkloadCertificate => {
  const folder = mkdtempSync(join(tmpdir(), 'deadair-certificates-'));
  const at = (name: string) => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    writeFileSync(
      at('extensions'),
      `subjectAltName=critical,URI:${identity}\nextendedKeyUsage=serverAuth,clientAuth\n`,
    );
    openssl(
      'req',
      '-x509',
      ...key,
      '-days',
      '2',
      '-subj',
      '/O=cluster.local',
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca'),
    );
    openssl('req', ...key, '-subj', '/', '-keyout', at('key'), '-out', at('request'));
    const signer = ['-CA', at('ca'), '-CAkey', at('ca.key'), '-set_serial', '4711', '-days', '1'];
    openssl('x509', '-req', '-in', at('request'), ...signer, '-extfile', at('extensions'), '-out', at('leaf'));
    const read = (name: string) => readFileSync(at(name), 'utf8');
    return { root: read('ca'), certificate: read('leaf'), key: read('key') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const openssl = (...args: readonly string[]): void => {
  const done = spawnSync(programOf('openssl'), args, { encoding: 'utf8', timeout: 20_000 });
  if (done.status !== 0) throw new Error(`openssl ${args[0]}: ${done.stderr}`);
};
