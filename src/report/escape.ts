import type { Bytes } from '../model/bytes.ts';

/** Text that came from outside, safe on any terminal: only printable ASCII stays, the rest is shown by its number. */
export function terminal(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
  });
}

/** What a server said, as far as `lengthMax` characters show it: `J\x00…8.0.36\x00…`. Long runs of unprintable bytes are cut short. */
export function excerpt(bytes: Bytes, lengthMax: number, ellipsis: string): string {
  let shown = '';
  for (const [run] of bytes.slice(0, 4 * lengthMax).matchAll(/[\x20-\x7e]|[^\x20-\x7e]+/g)) {
    const next = run.length < RUN_MIN ? visible(run) : `${visible(run.charAt(0))}${ellipsis}`;
    if (shown.length + next.length > lengthMax) return `${shown.replace(/[.\u2026]+$/, '')}${ellipsis}`;
    shown += next;
  }
  return shown;
}

/** JSON in which every character beyond printable ASCII is escaped: no C1 control reaches a terminal, no reader needs to guess the encoding. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, (character) => `\\u${hex(character.charCodeAt(0), 4)}`);
}

/** Bytes as a double-quoted string that TypeScript and YAML read alike. */
export function quoted(bytes: Bytes): string {
  const inside = bytes.replaceAll(/[^\x20-\x7e]|["\\]/g, (byte) =>
    byte === '"' ? '\\"' : (NAMED[byte] ?? `\\x${hex(byte.charCodeAt(0), 2)}`),
  );
  return `"${inside}"`;
}

/** From this length on, unprintable bytes are better left out than shown. */
const RUN_MIN = 3;

const NAMED: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t', '`': '\\x60', '\\': '\\\\' };

function visible(bytes: Bytes): string {
  return bytes.replaceAll(/[^\x20-\x7e]|[`\\]/g, (byte) => NAMED[byte] ?? `\\x${hex(byte.charCodeAt(0), 2)}`);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
