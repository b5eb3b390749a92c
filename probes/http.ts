import type { Probe } from '../src/model/probe.ts';

// Web servers, proxies, and all that speaks HTTP 1: IPP, etcd, Docker, Elasticsearch, gateways. A line `HTTP/1.x status`, then headers.
export default {
  name: 'http',
  title: 'HTTP',
  ports: [
    80, 81, 591, 631, 2375, 2379, 3000, 3128, 4200, 5000, 5984, 8000, 8001, 8008, 8025, 8080, 8081, 8086, 8088, 8123,
    8200, 8500, 8888, 9000, 9090, 9093, 9100, 9200, 15672, 15000, 15020, 15021, 15090,
  ],
  overTls: { names: ['https'], ports: [443, 2376, 4443, 6443, 8443, 9443, 10250] },
  speaksFirst: 'client',
  source:
    'RFC 9112 sections 2 and 3; measured with nginx 1.22.1, Apache 2.4.71, lighttpd 1.4.69, Squid 5.7, HAProxy 2.6.12, CUPS 2.4.2, etcd 3.4.23, Node.js 20.20.2, Go 1.26, Python 3.11.7 and Envoy 1.40.0',
  opening: 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  answers: [
    // The product of the Server header, which need not be there; Istio's sidecar puts its own name in its place. Some servers end their silence with 408 by themselves.
    /^HTTP\/1\.[01] [1-5]\d\d(?: [^\r\n]{0,200})?\r?\n(?:[^\r\n]{1,4096}\r?\n){0,64}?server: {0,4}(?!istio-envoy\r)(?<version>[\x21-\x7e]{1,100})/i,
    /^HTTP\/1\.[01] [1-5]\d\d(?: |\r?\n)/,
    // HTTP 0.9 has neither: what a server writes to a line in which it finds no version.
    /^\s{0,8}<(?:!doctype html|html)[\s>]/i,
  ],
  harm: 'A line in the access log, and in that of a rate limiter.',
  yieldsTo: ['mongodb', 'clickhouse'],
  samples: {
    answers: [
      {
        bytes:
          'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-Type: text/plain\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n',
        version: 'nginx/1.22.1',
        source: 'nginx 1.22.1 of Debian 12',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-Type: text/html\r\nContent-Length: 157\r\nConnection: close\r\n\r\n<html>\r\n<head><title>400 Bad Request</title></head>\r\n',
        version: 'nginx/1.22.1',
        source: 'nginx 1.22.1 of Debian 12, to the quiet nudge',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-Type: text/html\r\nContent-Length: 255\r\nConnection: close\r\n\r\n<html>\r\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head>\r\n',
        version: 'nginx/1.22.1',
        source: 'nginx 1.22.1 of Debian 12, on a port with TLS',
      },
      {
        bytes:
          'HTTP/1.1 404 Not Found\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nServer: Apache/2.4.71 (Debian)\r\nContent-Length: 236\r\nConnection: close\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n',
        version: 'Apache/2.4.71',
        source: 'Apache 2.4.71 of Debian 12',
      },
      {
        bytes:
          'HTTP/1.0 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: 345\r\nConnection: close\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nServer: lighttpd/1.4.69\r\n\r\n',
        version: 'lighttpd/1.4.69',
        source: 'lighttpd 1.4.69 of Debian 12, to two blank lines',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\nServer: squid/5.7\r\nMime-Version: 1.0\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-Type: text/html;charset=utf-8\r\nContent-Length: 3218\r\nX-Squid-Error: ERR_INVALID_URL 0\r\n',
        version: 'squid/5.7',
        source: 'Squid 5.7 of Debian 12',
      },
      {
        bytes:
          'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Language: en\r\nContent-Length: 342\r\nContent-Type: text/html; charset=utf-8\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nAccept-Encoding: gzip, deflate, identity\r\nServer: CUPS/2.4.2 (Linux; x86_64) IPP/2.1\r\n',
        version: 'CUPS/2.4.2',
        source: 'CUPS 2.4.2 of Debian 12 (the kernel of its host left out): IPP is HTTP',
      },
      {
        bytes:
          'HTTP/1.1 404 Not Found\r\nAccess-Control-Allow-Headers: accept, content-type, authorization\r\nAccess-Control-Allow-Methods: POST, GET, OPTIONS, PUT, DELETE\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-Length: 19\r\nConnection: close\r\n\r\n404 page not found\n',
        source: 'etcd 3.4.23 of Debian 12',
      },
      {
        bytes:
          'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 107\r\ncache-control: no-cache\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
        source: 'HAProxy 2.6.12 of Debian 12 without a backend',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad request\r\nContent-length: 90\r\nCache-Control: no-cache\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<html><body><h1>400 Bad request</h1>\nYour browser sent an invalid request.\n</body></html>\n',
        source: 'HAProxy 2.6.12 of Debian 12, to the quiet nudge',
      },
      {
        bytes:
          "HTTP/1.1 408 Request Time-out\r\nContent-length: 110\r\nCache-Control: no-cache\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<html><body><h1>408 Request Time-out</h1>\nYour browser didn't send a complete request in time.\n</body></html>\n",
        source: 'HAProxy 2.6.12 of Debian 12 with timeout http-request, to silence',
      },
      {
        bytes: 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n',
        source: 'Node.js 20.20.2, to the quiet nudge',
      },
      {
        bytes: 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n',
        source: 'Node.js 20.20.2 with headersTimeout, to silence',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request',
        source: 'Go 1.26 net/http, to two blank lines',
      },
      {
        bytes: 'HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n',
        source: 'Go 1.26 net/http, on a port with TLS',
      },
      {
        bytes:
          'HTTP/1.0 200 OK\r\nServer: SimpleHTTP/0.6 Python/3.11.7\r\nDate: Sat, 21 Nov 2026 00:33:44 GMT\r\nContent-type: text/html; charset=utf-8\r\nContent-Length: 285\r\n\r\n',
        version: 'SimpleHTTP/0.6',
        source: 'Python 3.11.7 http.server',
      },
      {
        bytes:
          '<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta charset="utf-8">\n        <title>Error response</title>\n',
        source: 'Python 3.11.7 http.server, to a line without a version: HTTP 0.9 has no status line',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\ncontent-length: 11\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: envoy\r\nconnection: close\r\n\r\nBad Request',
        version: 'envoy',
        source: 'Envoy 1.40.0, to the quiet nudge',
      },
      {
        bytes:
          'HTTP/1.1 404 Not Found\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: envoy\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
        version: 'envoy',
        source: 'Envoy 1.40.0 without a route',
      },
      {
        bytes:
          'HTTP/1.1 426 Upgrade Required\r\ncontent-length: 16\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: envoy\r\nconnection: close\r\n\r\nUpgrade Required',
        version: 'envoy',
        source: 'Envoy 1.40.0, to HTTP 1.0',
      },
      {
        bytes:
          'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 98\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: envoy\r\nconnection: close\r\n\r\nupstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
        version: 'envoy',
        source: 'Envoy 1.40.0 before a dead application',
      },
      {
        bytes:
          'HTTP/1.1 408 Request Timeout\r\ncontent-length: 22\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: envoy\r\nconnection: close\r\n\r\nrequest header timeout',
        version: 'envoy',
        source: 'Envoy 1.40.0, to an unfinished request',
      },
      {
        bytes:
          'HTTP/1.1 400 Bad Request\r\ncontent-length: 11\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: istio-envoy\r\nconnection: close\r\n\r\nBad Request',
        source: 'Envoy 1.40.0 with the server name of Istio, to the quiet nudge',
      },
      {
        bytes:
          'HTTP/1.1 404 Not Found\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: istio-envoy\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
        source: 'Envoy 1.40.0 with the server name of Istio without a route',
      },
      {
        bytes:
          'HTTP/1.1 426 Upgrade Required\r\ncontent-length: 16\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: istio-envoy\r\nconnection: close\r\n\r\nUpgrade Required',
        source: 'Envoy 1.40.0 with the server name of Istio, to HTTP 1.0',
      },
      {
        bytes:
          'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 98\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: istio-envoy\r\nconnection: close\r\n\r\nupstream connect error or disconnect/reset before headers. reset reason: remote connection failure',
        source: 'Envoy 1.40.0 with the server name of Istio before a dead application',
      },
      {
        bytes:
          'HTTP/1.1 408 Request Timeout\r\ncontent-length: 22\r\ncontent-type: text/plain\r\ndate: Sat, 21 Nov 2026 00:33:44 GMT\r\nserver: istio-envoy\r\nconnection: close\r\n\r\nrequest header timeout',
        source: 'Envoy 1.40.0 with the server name of Istio, to an unfinished request',
      },
    ],
  },
} as const satisfies Probe;
