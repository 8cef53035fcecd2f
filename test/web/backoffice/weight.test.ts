import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../web/backoffice/routes.ts';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';

let site: AgentsSite;
beforeAll(async () => {
  site = await openAgents();
}, 60_000);
afterAll(() => site?.close());

const weight = (urls: Iterable<string>) =>
  [...urls].reduce((sum, url) => sum + gzipSync(readFileSync(join(site.folder, url))).length, 0);

describe('an agent on a slow line', () => {
  it('loads any page with at most 80 KB of scripts, 16 KB of styles and 18 requests', () => {
    for (const { path, lazy } of routes) {
      const assets = site.bundle.assetsOf(['agents', 'backoffice', ...(lazy ? [lazy] : [])]);
      const scripts = new Set([...assets.scripts, ...assets.preloads]);
      expect([path, weight(scripts) <= 80 * 1024]).toEqual([path, true]);
      expect(weight(assets.styles)).toBeLessThanOrEqual(16 * 1024);
      expect(scripts.size + assets.styles.length + assets.fonts.length + 2).toBeLessThanOrEqual(18);
    }
  });
  it('finds a document for every address', () => {
    for (const { path } of routes)
      expect(
        readFileSync(join(site.folder, `${path.slice(1).replaceAll(/:\w+/g, '_')}/index.html`), 'utf8'),
      ).toContain('<title>');
  });
});
