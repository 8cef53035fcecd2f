import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payfip } from '../../functions/payments/payfip.adapter.ts';
import { addressBase } from '../../functions/qualification/extraction/address-base.adapter.ts';
import { timestamp } from '../../functions/signatures/timestamp.adapter.ts';

const root = join(import.meta.dirname, '../..');
const calls = execFileSync('git', ['grep', '-lE', '\\bfetch\\(', '--', 'functions'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
/** Answers CloudFormation at the address that it gave, signed; the function that does it serves nothing else. */
const toCloudFormation = 'functions/settings/custom-resource.adapter.ts';

let inside: Server;
let lure: Server;
let reached: string[];
const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
let lureUrl: string;
beforeAll(async () => {
  inside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end('{"AccessKeyId":"secret"}');
  });
  const insideUrl = await listen(inside);
  lure = createServer((_, response) =>
    response.writeHead(302, { location: `${insideUrl}/latest/meta-data/` }).end(),
  );
  lureUrl = await listen(lure);
});
afterAll(() => {
  inside.close();
  lure.close();
});

describe('a service that we call leads us nowhere else', () => {
  it('each call has an end in time and follows no redirection', () => {
    expect(calls.length).toBeGreaterThan(4);
    const wrong = calls.filter((file) => {
      if (file === toCloudFormation) return false;
      const text = readFileSync(join(root, file), 'utf8');
      const all = text.match(/\bfetch\(/g)?.length ?? 0;
      const apart = text.match(/redirect: 'error'/g)?.length ?? 0;
      const ended = text.match(/AbortSignal\.timeout/g)?.length ?? 0;
      return apart < all || ended < all;
    });
    expect(wrong).toEqual([]);
  });

  it('addresses, payments and time stamps refuse to be sent inside, and say so as any failure', async () => {
    reached = [];
    expect(await addressBase(lureUrl)('12 rue des Lilas')).toBeNull();
    const answer = await payfip(lureUrl).detail('x');
    expect(JSON.stringify(answer)).not.toContain('secret');
    await expect(timestamp(lureUrl)(new Uint8Array([1]))).rejects.toThrow();
    expect(reached).toEqual([]);
  });

  it('only the configuration says whom to call: no address comes from what somebody sent', () => {
    for (const file of calls.filter((one) => one !== toCloudFormation)) {
      const text = readFileSync(join(root, file), 'utf8');
      for (const [, to = ''] of text.matchAll(/\bfetch\(\s*([^,)]+)/g))
        expect(to.trim(), file).toMatch(
          /^(`\$\{(given\.url|url|base|account\.url|base\.origin)\b|url\b|account\.tokenUrl\b)/,
        );
    }
  });
});
