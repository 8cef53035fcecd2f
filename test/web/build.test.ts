import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFunctions } from '../../infra/routes.ts';
import { routes as desks } from '../../web/backoffice/routes.ts';
import { htmlDocument } from '../../web/build/document.ts';
import { buildWeb } from '../../web/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-build-'));
let built: Awaited<ReturnType<typeof buildWeb>>;
beforeAll(async () => {
  built = await buildWeb({ collectivity: 'val-clair', outDir: folder });
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const html = () => files().filter((file) => file.endsWith('.html'));
const weight = (urls: Iterable<string>) =>
  [...urls].reduce((sum, url) => sum + gzipSync(readFileSync(join(folder, url))).length, 0);

describe('the built site', () => {
  it('has a file for every address it announces', () => {
    const present = new Set(files());
    expect(Object.values(built.routes).filter((file) => !present.has(file.slice(1)))).toEqual([]);
  });

  it('gives every address its page, and the others the page that says so', () => {
    const serve = new Function(`${pageFunctions(built.routes).request}; return handler;`)();
    const fileOf = (uri: string) => serve({ request: { uri } }).uri;
    expect(fileOf('/')).toBe('/index.html');
    expect(fileOf('/demarches/aide-velo')).toBe('/demarches/aide-velo/index.html');
    expect(fileOf('/demarches/aide-velo/pieces')).toBe('/demarches/_/index.html');
    expect(fileOf('/demarches/nouvelle')).toBe('/demarches/_/index.html');
    expect(fileOf('/agents/demandes/VC-2026-000123-W')).toBe('/agents/demandes/_/index.html');
    expect(fileOf('/nulle-part')).toBe('/404.html');
  });

  it('carries no script or style that a strict policy would refuse', () => {
    for (const file of html()) {
      const text = read(file);
      expect(text, file).not.toMatch(/<[^>]+\sstyle=/);
      expect(text, file).not.toMatch(/<style/);
      expect(text, file).not.toMatch(/\son[a-z]+="/);
      const scripts = [...text.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
      expect(
        scripts.filter((each) => !/src="\/|type="application\/json"/.test(each)),
        file,
      ).toEqual([]);
    }
  });

  it('can be read before any script: the words are in the page', () => {
    expect(read('index.html')).toContain('<h1');
    expect(read('demarches/aide-velo/index.html')).toContain('Jusqu');
    expect(read('aide/se-marier/index.html')).toContain('<h1');
  });

  it('says what else can be done wherever a page is nothing without its script', () => {
    const silent = (file: string) => !read(file).includes('<noscript>');
    const helpless = ['rendez-vous', 'payer', 'signaler', 'abonnements', 'suivi', 'connexion', 'mon-espace'];
    expect(helpless.map((page) => `${page}/index.html`).filter(silent)).toEqual([]);
    expect(read('demarches/aide-velo/index.html')).toContain('<noscript>');
    expect(read('en/payer/index.html')).toContain('This page needs JavaScript');
    expect(silent('contact/index.html')).toBe(true);
  });

  it('asks nothing of another site', () => {
    for (const file of files().filter((each) => /\.(html|css)$/.test(each)))
      expect(read(file), file).not.toMatch(
        /<(?:script|link|img)[^>]+(?:src|href)="https?:|url\(["']?https?:/,
      );
  });

  it('stays light: at most 30 KB of script a page and 8 KB of style', () => {
    for (const name of ['home', 'procedures', 'form', 'track', 'article']) {
      const { scripts, preloads, latePreloads } = built.bundle.assetsOf([name, 'site']);
      expect(weight([...scripts, ...preloads, ...latePreloads]), name).toBeLessThanOrEqual(30 * 1024);
    }
    expect(weight(built.bundle.assetsOf(['portal']).styles)).toBeLessThanOrEqual(8 * 1024);
  });

  it('keeps zod out of the citizens’ scripts', () => {
    const portal = Object.values(built.bundle.metafile.outputs).filter(({ entryPoint }) =>
      entryPoint?.startsWith('web/portal/'),
    );
    expect(portal.length).toBeGreaterThan(4);
    const inputs = portal.flatMap((output) => Object.keys(output.inputs));
    expect(inputs.filter((input) => /node_modules\/(zod|react)\//.test(input))).toEqual([]);
  });

  it('never lets data end the element that carries it', () => {
    const page = htmlDocument(
      { title: 'a "b" <c>', html: '', data: '</script><script>alert(1)</script>' },
      { scripts: [], preloads: [], latePreloads: [], styles: [], fonts: [] },
    );
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).toContain('<title>a &quot;b&quot; &lt;c&gt;</title>');
  });

  it('tells the public nothing that is not for it', () => {
    const site = read('site.json');
    for (const hidden of ['alarmEmail', 'clientId', 'routingThreshold', 'indesirable'])
      expect(site).not.toContain(hidden);
  });
});

describe('an agent on a slow line', () => {
  it('loads any page with at most 80 KB of scripts, 16 KB of styles and 18 requests', () => {
    for (const { path, lazy } of desks) {
      const assets = built.bundle.assetsOf(['agents', 'backoffice', ...(lazy ? [lazy] : [])]);
      const scripts = new Set([...assets.scripts, ...assets.preloads]);
      expect([path, weight(scripts) <= 80 * 1024]).toEqual([path, true]);
      expect(weight(assets.styles)).toBeLessThanOrEqual(16 * 1024);
      expect(scripts.size + assets.styles.length + assets.fonts.length + 2).toBeLessThanOrEqual(18);
    }
  });

  it('finds a document for every address', () => {
    for (const { path } of desks)
      expect(read(`${path.slice(1).replaceAll(/:\w+/g, '_')}/index.html`)).toContain('<title>');
  });
});
