import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { rewriting } from '../../infra/routes.ts';

const code = rewriting([
  ['/demarches', '/demarches/index.html'],
  ['/demarches/:id', '/demarches/_/index.html'],
  ['/demarches/:id/*', '/demarches/_/index.html'],
  ['/suivi/*', '/suivi/index.html'],
  ['/agents/*', '/agents/index.html'],
]);
const fileOf = (uri: string): string =>
  runInNewContext(`${code}; handler(event).uri`, { event: { request: { uri } } });

describe('an address somebody typed or kept leads to its page', () => {
  it.each([
    ['/', '/index.html'],
    ['/demarches', '/demarches/index.html'],
    ['/demarches/', '/demarches/index.html'],
    ['/demarches/acte-naissance', '/demarches/_/index.html'],
    ['/demarches/acte-naissance/formulaire/2', '/demarches/_/index.html'],
    ['/suivi', '/suivi/index.html'],
    ['/suivi/VC-2026-000123-W', '/suivi/index.html'],
    ['/agents', '/agents/index.html'],
    ['/agents/demandes/VC-2026-000123-W', '/agents/index.html'],
    ['/agentsecret', '/agentsecret/index.html'],
    ['/aide', '/aide/index.html'],
    ['/aide///', '/aide/index.html'],
    ['/assets/app-1a2b.js', '/assets/app-1a2b.js'],
    ['/agents/logo.svg', '/agents/logo.svg'],
  ])('%s', (uri, file) => {
    expect(fileOf(uri)).toBe(file);
  });
});
