import { describe, expect, it } from 'vitest';
import { parseTargets } from '../../src/targets/parse.ts';
import { UsageError } from '../../src/targets/usage-error.ts';
import { CATALOGUE } from './catalogue.ts';

const shown = (input: string) =>
  [...parseTargets(input, CATALOGUE)].map(({ host, port, expectedProtocol }) =>
    [host, port, ...(expectedProtocol ? [expectedProtocol] : [])].join(' '),
  );

function refusal(input: string): UsageError {
  try {
    const all = [...parseTargets(input, CATALOGUE)];
    throw new Error(`was taken for ${all.length} targets`);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

describe('a target is read', () => {
  it.each<[string, string[]]>([
    ['db:3306', ['db 3306']],
    ['db.example.:3306', ['db.example. 3306']],
    ['bücher.example:25', ['bücher.example 25']],
    ['_smtp._tcp.example:25', ['_smtp._tcp.example 25']],
    ['10.0.0.7:25,110,3300-3302', ['10.0.0.7 25', '10.0.0.7 110', '10.0.0.7 3300', '10.0.0.7 3301', '10.0.0.7 3302']],
    ['db:65535', ['db 65535']],
    ['db:7-7', ['db 7']],
    ['[::1]:25', ['::1 25']],
    ['[fe80::1%eth0]:22', ['fe80::1%eth0 22']],
    ['mysql://db', ['db 3306 mysql']],
    ['MYSQL://db:13306/', ['db 13306 mysql']],
    ['smtp://[::1]', ['::1 25 smtp']],
    ['postgres://db', ['db 5432 postgresql']],
    ['mariadb://db', ['db 3306 mysql']],
    ['smtps://db', ['db 465 smtps']],
    ['tcp://db:99', ['db 99']],
    ['10.0.0.0/30:3306', ['10.0.0.0 3306', '10.0.0.1 3306', '10.0.0.2 3306', '10.0.0.3 3306']],
    ['10.0.0.5/31:25', ['10.0.0.4 25', '10.0.0.5 25']],
    ['10.0.0.5/32:25', ['10.0.0.5 25']],
    ['[2001:db8::fffe/127]:25', ['2001:db8::fffe 25', '2001:db8::ffff 25']],
    ['[2001:db8::]/127:25', ['2001:db8:: 25', '2001:db8::1 25']],
    ['mysql://10.0.0.0/31', ['10.0.0.0 3306 mysql', '10.0.0.1 3306 mysql']],
  ])('%s', (input, expected) => {
    expect(shown(input)).toEqual(expected);
  });

  it('keeps the words that were typed', () => {
    expect([...parseTargets('Mysql://DB', CATALOGUE)][0]).toEqual({
      input: 'Mysql://DB',
      host: 'DB',
      port: 3306,
      expectedProtocol: 'mysql',
    });
  });

  it('counts a whole /16 without holding it', () => {
    let count = 0;
    for (const _ of parseTargets('10.1.0.0/16:25', CATALOGUE)) count++;
    expect(count).toBe(65_536);
  });
});

describe('a mistake is named, with what to write', () => {
  it.each<[string, string | RegExp, RegExp]>([
    ['', 'a target is empty', /db.example:3306/],
    ['db', '"db" has no port', /db:3306.*mysql:\/\/db/],
    ['tcp://db', '"db" has no port', /db:3306/],
    ['db:', '"" is not a port number', /write 25/],
    ['db:0', 'port 0 is not between 1 and 65535', /write 25/],
    ['db:70000', 'port 70000 is not between 1 and 65535', /write 25/],
    ['db:1e3', '"1e3" is not a port number', /write 25/],
    ['db:-25', '"" is not a port number', /write 25/],
    ['db:25,,26', '"" is not a port number', /write 25/],
    ['db:3310-3300', 'the range 3310-3300 runs backwards', /^write 3300-3310$/],
    ['db:1-2-3', '"1-2-3" is not a range of ports', /write 25/],
    ['::1:25', '"::1:25" has too many colons', /\[::1:25\]:25/],
    ['smtp://::1', '"::1" has too many colons', /\[::1\]$/],
    ['2001:db8::7:8:9:a:b:25', /too many colons/, /\[2001:db8::7:8:9:a:b\]:25/],
    ['a:b:25', '"a:b:25" has too many colons', /host:port/],
    ['[::1:25', /bracket out of place/, /\[::1\]:25/],
    ['[db]:25x', '"25x" is not a port number', /write 25/],
    ['[1:2]:25', '"1:2" is not an IPv6 address', /^$/],
    ['10.0.0.256:25', '"10.0.0.256" is not an IPv4 address', /four decimal/],
    ['127.1:25', '"127.1" is not an IPv4 address', /four decimal/],
    ['0177.0.0.1:25', '"0177.0.0.1" is not an IPv4 address', /four decimal/],
    ['0x7f.1:25', '"0x7f.1" is not an IPv4 address', /four decimal/],
    ['my host:25', '"my host" is not a host name or an address', /db.example/],
    ['-host:25', /not a host name/, /db.example/],
    ['a..b:25', /not a host name/, /db.example/],
    ['\u001b[31mred:25', /not a host name/, /db.example/],
    [`${'a'.repeat(254)}:25`, /not a host name/, /db.example/],
    ['mysq://db', '"mysq" is not a protocol of the catalogue', /^did you mean mysql:\/\/\?$/],
    ['gopherish://db', /not a protocol/, /deadair protocols/],
    ['mysql://root:secret@db', 'a target takes no user name and no password', /never logs in/],
    ['mysql://db/app', /cannot follow it/, /10.0.0.0\/28/],
    ['db/28:25', '"db" is not an address, so /28 cannot follow it', /10.0.0.0\/28/],
    ['10.0.0.0/33:25', '/33 is not between /0 and /32', /10.0.0.0\/28/],
    ['10.0.0.0/8:25', /16777216 addresses/, /\/16/],
    ['[2001:db8::]/64:25', /18446744073709551616 addresses/, /\/112/],
    ['10.0.0.0/24:1-1000', /256000 targets/, /smaller block/],
  ])('%s', (input, message, hint) => {
    const { message: said, hint: advised } = refusal(input);
    expect(said).toMatch(message);
    expect(advised ?? '').toMatch(hint);
  });

  it('does not repeat a password', () => {
    expect(refusal('mysql://root:secret@db').message).not.toContain('secret');
  });
});
