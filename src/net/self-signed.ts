import { generateKeyPairSync, sign } from 'node:crypto';

/** What a TLS server of the lab shows; made anew on each run, so that no key lies in the repository. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A self-signed certificate in DER by hand (RFC 5280): Node can read them but not write them. */
export function selfSigned({ commonName, uris }: { commonName: string | null; uris: readonly string[] }): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name =
    commonName === null ? sequence() : sequence(tagged(0x31, sequence(OID.commonName, tagged(0x0c, text(commonName)))));
  const names = sequence(...uris.map((uri) => tagged(0x86, text(uri))));
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    sequence(OID.ecdsaWithSha256),
    name,
    sequence(tagged(0x17, text('200101000000Z')), tagged(0x17, text('400101000000Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(OID.subjectAltName, tagged(0x04, names)))),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, sequence(OID.ecdsaWithSha256), tagged(0x03, Buffer.of(0), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

const OID = {
  commonName: Buffer.of(0x06, 3, 0x55, 0x04, 0x03),
  subjectAltName: Buffer.of(0x06, 3, 0x55, 0x1d, 0x11),
  ecdsaWithSha256: Buffer.of(0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02),
};

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? Buffer.of(body.length) : Buffer.of(0x82, body.length >> 8, body.length & 255);
  return Buffer.concat([Buffer.of(tag), length, body]);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(value));
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8');
}
