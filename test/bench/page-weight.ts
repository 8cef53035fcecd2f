import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { madeWeb } from '../../infra/making/places.ts';

const site = madeWeb('val-clair');
const pages = { home: 'index.html', form: 'demarches/signalement/index.html' };

/** Bytes of script, compressed, that a page of the portal loads before it is whole: its own and all they import at once. */
export const pageWeights = (): { page: string; bytes: number }[] =>
  Object.entries(pages).map(([page, file]) => {
    const whole = join(site, file);
    if (!existsSync(whole)) throw new Error(`${whole} is missing: run "npm run build" first`);
    const scripts = new Set<string>();
    for (const [, url = ''] of readFileSync(whole, 'utf8').matchAll(/<script [^>]*src="([^"]+)"/g))
      follow(join(site, url), scripts);
    const bytes = [...scripts].reduce((sum, script) => sum + gzipSync(readFileSync(script)).length, 0);
    return { page, bytes };
  });

function follow(script: string, seen: Set<string>): void {
  if (seen.has(script)) return;
  seen.add(script);
  const imported = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"()]*from\s*)?["'](\.{0,2}\/[^"']+)["']/g;
  for (const [, url = ''] of readFileSync(script, 'utf8').matchAll(imported))
    follow(url.startsWith('/') ? join(site, url) : join(dirname(script), url), seen);
}
