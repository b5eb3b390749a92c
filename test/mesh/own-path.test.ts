import { describe, expect, it } from 'vitest';
import { readOwnPaths } from '../../src/mesh/own-path.ts';

const tls = { name: 'envoy.filters.listener.tls_inspector' };
const http = { name: 'envoy.filters.listener.http_inspector' };
const ports = (start: number, end: number) => ({ destination_port_range: { start, end } });

const listener = (name: string, address: string, port: number, more: object = {}) => ({
  name,
  address: { socket_address: { address, port_value: port } },
  traffic_direction: 'OUTBOUND',
  listener_filters_timeout: '0s',
  continue_on_listener_filters_timeout: true,
  ...more,
});

const ENTRY = listener('virtualOutbound', '0.0.0.0', 15_001, { use_original_dst: true });
const INBOUND = listener('virtualInbound', '0.0.0.0', 25, { traffic_direction: 'INBOUND', listener_filters: [tls] });
const TCP = listener('10.0.0.7_3306', '10.0.0.7', 3_306);
const AUTO = listener('10.0.0.8_3307', '10.0.0.8', 3_307, { listener_filters: [http] });
const SHARED = listener('0.0.0.0_80', '0.0.0.0', 80, {
  listener_filters: [tls, http],
  listener_filters_timeout: '0.100s',
});
const BARE = {
  name: 'x',
  address: { socket_address: { address: '10.0.0.9', port_value: 25 } },
  listener_filters: [tls],
};

const dynamic = (...listeners: object[]): string =>
  JSON.stringify({ configs: listeners.map((one) => ({ name: 'x', active_state: { listener: one } })) });
const MESH = dynamic(ENTRY, INBOUND, TCP, AUTO, SHARED, BARE);

const readOwnPath = (dump: string, address: string, port: number) => readOwnPaths(dump)?.(address, port);

describe('readOwnPaths', () => {
  it.each([
    ['a declared port', '10.0.0.7', 3_306, '10.0.0.7_3306', [], 0, 'continue'],
    ['an undeclared port', '10.0.0.8', 3_307, '10.0.0.8_3307', ['http'], 0, 'continue'],
    ['a port that HTTP services share', '203.0.113.7', 80, '0.0.0.0_80', ['tls', 'http'], 100, 'continue'],
    ['a port that nobody has', '203.0.113.7', 25, null, [], 0, 'continue'],
    ["Envoy's defaults", '10.0.0.9', 25, 'x', ['tls'], 15_000, 'close'],
  ] as const)('%s', (_, address, port, name, inspectors, timeoutMs, onTimeout) => {
    expect(readOwnPath(MESH, address, port)).toEqual({ listener: name, inspectors, timeoutMs, onTimeout });
  });

  it('an inspector of the outbound listener itself holds every connection', () => {
    const entry = {
      ...ENTRY,
      listener_filters: [http],
      listener_filters_timeout: undefined,
      continue_on_listener_filters_timeout: false,
    };
    expect(readOwnPath(dynamic(entry, TCP), '10.0.0.7', 3_306)).toEqual({
      listener: '10.0.0.7_3306',
      inspectors: ['http'],
      timeoutMs: 15_000,
      onTimeout: 'close',
    });
  });

  it.each([
    [ports(3_306, 3_307), []],
    [ports(3_307, 3_400), ['http']],
    [{ or_match: { rules: [ports(25, 26), ports(3_306, 3_307)] } }, []],
    [{ and_match: { rules: [ports(25, 26), ports(3_306, 3_307)] } }, ['http']],
    [{ not_match: ports(25, 26) }, []],
    [{ any_match: true }, []],
  ])('knows where an inspector is disabled: %j', (filter_disabled, inspectors) => {
    const taker = listener('x', '10.0.0.7', 3_306, { listener_filters: [{ ...http, filter_disabled }] });
    expect(readOwnPath(dynamic(taker), '10.0.0.7', 3_306)?.inspectors).toEqual(inspectors);
  });

  it('knows a listener by all its addresses', () => {
    const second = { address: { socket_address: { address: 'FD00::7', port_value: 3_307 } } };
    const dump = dynamic({ ...AUTO, additional_addresses: [second] });
    expect(readOwnPath(dump, 'fd00::7', 3_307)?.inspectors).toEqual(['http']);
    expect(readOwnPath(dump, '10.0.0.8', 3_307)?.inspectors).toEqual(['http']);
  });

  it('reads a whole dump too', () => {
    const dump = JSON.stringify({
      configs: [{ static_listeners: [{ listener: TCP }], dynamic_listeners: [{ active_state: { listener: AUTO } }] }],
    });
    expect(readOwnPath(dump, '10.0.0.8', 3_307)?.inspectors).toEqual(['http']);
    expect(readOwnPath(dump, '10.0.0.7', 3_306)?.listener).toBe('10.0.0.7_3306');
  });

  it.each([
    '',
    'not found',
    '{}',
    'null',
    '{"configs": 1}',
    '{"configs": [null]}',
    '{"configs": [{"dynamic_listeners": 1}]}',
  ])('is null for what is no dump: %j', (dump) => {
    expect(readOwnPaths(dump)).toBeNull();
  });
});
