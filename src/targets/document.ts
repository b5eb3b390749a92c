import { UsageError } from './usage-error.ts';

/** The target words in a parsed JSON or YAML list: strings, or `{host, port, protocol}`. */
export function wordsOfDocument(document: unknown): readonly string[] {
  const list = isRecord(document) && 'targets' in document ? document.targets : document;
  if (!Array.isArray(list)) throw new UsageError('this is not a list of targets', EXAMPLE);
  return list.map((entry: unknown, index) => {
    if (typeof entry === 'string') return entry;
    if (isRecord(entry)) return wordOfRecord(entry, index + 1);
    throw new UsageError(`entry ${index + 1} is neither text nor {host, port}`, EXAMPLE);
  });
}

const EXAMPLE = 'write ["db:3306", {"host": "mail", "port": 25, "protocol": "smtp"}]';
const KEYS: readonly string[] = ['host', 'port', 'protocol'];

function wordOfRecord(entry: Readonly<Record<string, unknown>>, position: number): string {
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new UsageError(`entry ${position} has the unknown key "${unknown}"`, EXAMPLE);
  const { host, port, protocol } = entry;
  if (typeof host !== 'string' || host === '') throw new UsageError(`entry ${position} has no host`, EXAMPLE);
  if (!['undefined', 'string', 'number'].includes(typeof port))
    throw new UsageError(`entry ${position} has a port that is no number`, EXAMPLE);
  if (protocol !== undefined && typeof protocol !== 'string')
    throw new UsageError(`entry ${position} has a protocol that is no text`, EXAMPLE);
  const place = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `${protocol ? `${protocol}://` : ''}${place}${port === undefined ? '' : `:${port}`}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
