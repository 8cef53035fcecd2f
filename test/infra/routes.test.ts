import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pageFunctions, type Routes } from '../../infra/routes.ts';

const table: Routes = {
  '/': '/index.html',
  '/demarches': '/demarches/index.html',
  '/demarches/acte-naissance': '/demarches/acte-naissance/index.html',
  '/demarches/:id': '/demarches/_/index.html',
  '/demarches/:id/*': '/demarches/_/index.html',
  '/aide': '/aide/index.html',
  '/404': '/404.html',
  '/agents/*': '/agents/index.html',
};
const fileOf = (routes: Routes, uri: string): string =>
  runInNewContext(`${pageFunctions(routes).request}; handler(event).uri`, { event: { request: { uri } } });
const statusOf = (uri: string): number =>
  runInNewContext(`${pageFunctions(table).response}; handler(event).statusCode`, {
    event: { request: { uri }, response: { statusCode: 200 } },
  });

describe('an address somebody typed or kept leads to its page', () => {
  it.each([
    ['/', '/index.html'],
    ['/demarches', '/demarches/index.html'],
    ['/demarches/', '/demarches/index.html'],
    ['/demarches/acte-naissance', '/demarches/acte-naissance/index.html'],
    ['/demarches/publiee-depuis', '/demarches/_/index.html'],
    ['/demarches/acte-naissance/formulaire/2', '/demarches/_/index.html'],
    ['/agents', '/agents/index.html'],
    ['/agents/demandes/VC-2026-000123-W', '/agents/index.html'],
    ['/aide///', '/aide/index.html'],
    ['/assets/app-1a2b.js', '/assets/app-1a2b.js'],
    ['/agents/logo.svg', '/agents/logo.svg'],
    ['/agentsecret', '/404.html'],
    ['/aide/nulle-part', '/404.html'],
  ])('%s', (uri, file) => {
    expect(fileOf(table, uri)).toBe(file);
  });

  it('makes every address its own folder when the build says nothing', () => {
    expect(fileOf({}, '/')).toBe('/index.html');
    expect(fileOf({}, '/aide/')).toBe('/aide/index.html');
  });
});

describe('software learns that a page does not exist', () => {
  it.each([
    ['/demarches', 200],
    ['/demarches/acte-naissance/etape', 200],
    ['/nulle-part', 404],
    ['/404.html', 404],
  ])('%s: %i', (uri, status) => {
    expect(statusOf(uri)).toBe(status);
  });
});

describe('an authority writes as many articles as it likes', () => {
  it('keeps the function under what CloudFront takes, at the price of the general page', () => {
    const articles = Array.from({ length: 500 }, (_, at) => `/aide/article-numero-${at}`);
    const routes: Routes = {
      ...table,
      ...Object.fromEntries(articles.map((path) => [path, `${path}/index.html`])),
      '/aide/:id': '/aide/_/index.html',
    };
    expect(pageFunctions(routes).response.length).toBeLessThan(10_240);
    expect(fileOf(routes, '/aide/article-numero-499')).toBe('/aide/_/index.html');
  });
});
