import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agendaIn, agendaTexts } from '../../functions/appointments/agenda-language.ts';
import { listReasons } from '../../functions/appointments/list-slots.ts';
import { articleIn, withoutStale } from '../../functions/knowledge/article-language.ts';
import { inLanguage, missingIn, textsOf } from '../../functions/procedures/in-language.ts';
import { settingTexts } from '../../functions/reports/setting.ts';
import { themesIn, themeTexts } from '../../functions/subscriptions/settings.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { pageFunctions } from '../../infra/routes.ts';
import { type Bundle, bundleAssets } from '../../web/build/bundle.ts';
import { inFrench, inPrefix, isTranslated } from '../../web/portal/translated.ts';

const root = join(import.meta.dirname, '../..');
const folders = ['web/ui/messages', 'functions/procedures/messages'];
const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(folder, file)));
const inOther = (file: string, language: string) => file.replace(/fr\.ts$/, `${language}.ts`);
const pairs = (language: string) =>
  files
    .filter((file) => /[-/.]fr\.ts$/.test(file) && files.includes(inOther(file, language)))
    .map((file) => [file, inOther(file, language)] as const);
const load = (file: string) => import(pathToFileURL(join(root, file)).href) as Promise<object>;

/** Paths of every word in a catalogue; what a list holds counts as one. */
function keysOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return [path];
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, `${path}.${key}`));
}
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

describe('whoever does not read French misses nothing', () => {
  it.each(pairs('en'))('%s has every word in English', async (french, english) => {
    const missing = keysOf(await load(french));
    const said = new Set(keysOf(await load(english)));
    expect(missing.filter((key) => !said.has(key))).toEqual([]);
  });

  it.each(pairs('facile'))('%s has every word in plain French', async (french, plain) => {
    const said = new Set(keysOf(await load(plain)));
    expect(keysOf(await load(french)).filter((key) => !said.has(key))).toEqual([]);
  });

  it('is given a plain version of whatever has an English one', () => {
    const plain = files
      .filter((file) => /[-/.]en\.ts$/.test(file))
      .map((file) => file.replace(/en\.ts$/, 'facile.ts'));
    // "Message du jour" is plain as it is, and so are the names of days and the writing of figures.
    const isPlain = (file: string) => /notices|calendar|figures/.test(file);
    expect(plain.filter((file) => !files.includes(file) && !isPlain(file))).toEqual([]);
  });

  describe('on a page in another language', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-languages-'));
    let bundle: Bundle;
    let plain: Bundle;
    beforeAll(async () => {
      const none = { metafile: { inputs: {}, outputs: {} }, assetsOf: () => ({}) } as unknown as Bundle;
      const made = (language: 'en' | 'facile') => bundleAssets(folder, language, Promise.resolve(none));
      [bundle, plain] = [await made('en'), await made('facile')];
    }, 60_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('a phone fetches no more than in French: 30 KB a page', () => {
      const pages = ['home', 'procedures', 'form', 'track', 'article', 'verify', 'appointments', 'payments'];
      const own = [
        'reports',
        'subscriptions',
        'household',
        'safe',
        'requests',
        'own-request',
        'shared',
        'mandates',
        'privacy',
      ];
      for (const made of [bundle, plain])
        for (const name of [...pages, ...own]) {
          const { scripts, preloads } = made.assetsOf([name, 'site']);
          expect(scripts.length, name).toBe(2);
          const weights = [...scripts, ...preloads].map(
            (url) => gzipSync(readFileSync(join(folder, url))).length,
          );
          expect(
            weights.reduce((sum, weight) => sum + weight, 0),
            name,
          ).toBeLessThanOrEqual(30 * 1024);
        }
    });

    it('no script of a page that is in English carries French words', () => {
      const french = Object.entries(bundle.metafile.outputs)
        .flatMap(([, { inputs }]) => Object.keys(inputs))
        .filter((input) => /messages\/.*[-/.]?fr\.ts$/.test(input));
      expect([...new Set(french)]).toEqual([]);
    });
  });
});

describe('plain French is plain', () => {
  it('says one thing at a time: no sentence of more than twenty words', async () => {
    const catalogues = await Promise.all(
      pairs('facile').map(async ([, plain]) => [plain, await load(plain)] as const),
    );
    const long = catalogues
      .flatMap(([file, words]) => textsIn(words).map((text) => [file, text] as const))
      .flatMap(([file, text]) => text.split(/(?<=[.?!:])\s+|\n+/).map((sentence) => `${file}: ${sentence}`))
      .filter((sentence) => sentence.split(/\s+/).length > 22);
    expect(long).toEqual([]);
  });

  it('and so do procedures and what is offered: a rule is told in several sentences', () => {
    const { appointments, reports, subscriptions, procedures } = loadCollectivity('val-clair');
    const said = [...procedures, appointments, reports, subscriptions].flatMap((one) =>
      Object.values(one?.translations?.facile ?? {}),
    );
    const sentences = said.flatMap((text) => text.split(/(?<=[.?!:])\s+|\n+/));
    expect(sentences.length).toBeGreaterThan(1_000);
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 22)).toEqual([]);
  });
});

describe('an address has its page in each language', () => {
  it.each([
    ['/', '/en', '/'],
    ['/suivi', '/en/suivi', '/suivi'],
    ['/en/demarches/aide-velo/pieces', '/facile/demarches/aide-velo/pieces', '/demarches/aide-velo/pieces'],
    ['/mon-espace/mandats', '/en/mon-espace/mandats', '/mon-espace/mandats'],
    ['/agents/demandes', '/agents/demandes', '/agents/demandes'],
    ['/en/mon-espace', '/facile/mon-espace', '/mon-espace'],
    ['/enfance', '/enfance', '/enfance'],
  ])('%s', (path, other, french) => {
    expect(inPrefix(path, other.startsWith('/facile') ? '/facile' : '/en')).toBe(other);
    expect(inFrench(path)).toBe(french);
    expect(inPrefix(path, '')).toBe(french);
  });

  it('and the edge says each address once, whatever the languages', () => {
    const pages = ['', '/demarches', ...Array.from({ length: 120 }, (_, at) => `/demarches/numero-${at}`)];
    const routes = Object.fromEntries(
      ['', '/en', '/facile'].flatMap((prefix) => [
        ...pages.map((path) => [prefix + path || '/', `${prefix}${path}/index.html`]),
        [`${prefix}/demarches/:id/*`, `${prefix}/demarches/_/index.html`],
      ]),
    );
    const { request } = pageFunctions({ ...routes, '/agents': '/agents/index.html' });
    const fileOf = (uri: string) => new Function(`${request}; return handler`)()({ request: { uri } }).uri;
    expect(request.length).toBeLessThan(5_000);
    expect(fileOf('/en')).toBe('/en/index.html');
    expect(fileOf('/facile/demarches/numero-7')).toBe('/facile/demarches/numero-7/index.html');
    expect(fileOf('/en/demarches/numero-7/pieces')).toBe('/en/demarches/_/index.html');
    expect(fileOf('/agents')).toBe('/agents/index.html');
    expect(fileOf('/en/agents')).toBe('/404.html');
    expect(isTranslated('/agents')).toBe(false);
  });
});

describe('what agents write is read in other languages', () => {
  const { procedures, articles } = loadCollectivity('val-clair');
  const procedure = (id: string) => {
    const found = procedures.find((each) => each.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  it.each(procedures.map(({ id }) => id))('%s is whole in English', (id) => {
    expect(missingIn(procedure(id), 'en')).toEqual([]);
    expect(inLanguage(procedure(id), 'en').language).toBe('en');
    expect(inLanguage(procedure(id), 'facile').language).toBe('facile');
  });

  it('no procedure keeps the translation of a sentence that it no longer says', () => {
    const stale = procedures.flatMap(({ translations = {}, ...french }) => {
      const said = new Set(textsOf(french));
      return Object.values(translations).flatMap((words) =>
        Object.keys(words).filter((text) => !said.has(text)),
      );
    });
    expect(stale).toEqual([]);
  });

  it('every answer of the knowledge base has both', () => {
    expect(articles.filter(({ translations: { en, facile } = {} }) => !en || !facile)).toEqual([]);
  });

  it('keeps names, values and rules as they are, so that agents read the answers in French', () => {
    const french = procedure('acte-naissance');
    const english = inLanguage(french, 'en');
    const rules = (of: Pick<typeof french, 'steps'>) =>
      of.steps.map(({ id, when, fields }) => [
        id,
        when,
        fields.map((field) => [
          field.name,
          field.type,
          'options' in field && field.options.map(({ value }) => value),
        ]),
      ]);
    expect(rules(english)).toEqual(rules(french));
    expect(english.steps[0]?.title).toBe('Who is the certificate for?');
    expect('translations' in english).toBe(false);
  });

  it('shows a whole page in French rather than half of one in each, once a sentence has changed', () => {
    const changed = {
      ...procedure('acte-naissance'),
      summary: 'Une phrase que personne n’a encore traduite.',
    };
    expect(missingIn(changed, 'en')).toEqual([changed.summary]);
    expect(inLanguage(changed, 'en').title).toBe('Demander un acte de naissance');
    expect(inLanguage(changed, 'en').language).toBeUndefined();
    expect(inLanguage(changed, 'facile').title).toBe('Demander un papier de naissance');
    expect(textsOf(changed)).toContain(changed.summary);
  });

  it('takes the translations of an answer away when its French changes without them', () => {
    const [former] = articles;
    if (!former) throw new Error('no article');
    const body = 'Un autre texte, plus long que vingt signes.';
    expect(withoutStale({ ...former, body }, former).translations).toBeUndefined();
    expect(withoutStale({ ...former, keywords: [] }, former).translations).toEqual(former.translations);
    expect(articleIn(former, 'en').language).toBe('en');
    expect(articleIn({ ...former, translations: undefined }, 'en').body).toBe(former.body);
  });
});

describe('what an authority offers is read in other languages', () => {
  const { appointments: agenda, reports, subscriptions } = loadCollectivity('val-clair');
  if (!agenda || !reports || !subscriptions) throw new Error('Val-Clair has all three');
  const offered = [
    ['appointments', agendaTexts(agenda), agenda.translations],
    ['reports', settingTexts(reports), reports.translations],
    ['subscriptions', themeTexts(subscriptions), subscriptions.translations],
  ] as const;

  it.each(offered)('%s: every sentence in both, and none that is no longer said', (_, texts, said) => {
    for (const language of ['en', 'facile'] as const)
      expect(Object.keys(said?.[language] ?? {}).sort()).toEqual([...texts].sort());
  });

  it('whoever books in English reads what it is for, what to bring and where, and the page knows it is English', async () => {
    const read = listReasons({ agenda: async () => agenda, now: () => '2026-11-23T09:00:00.000Z' });
    const english = await read({
      query: { language: 'en' },
      params: undefined,
      headers: undefined,
      body: undefined,
    });
    expect(english.language).toBe('en');
    expect(english.reasons[0]).toMatchObject({ code: 'titre-identite', minutes: 20 });
    expect(english.reasons[0]?.documents).toContain('A proof of address less than a year old');
    expect(english.places[0]).toMatchObject({
      name: 'Val-Clair town hall',
      address: agenda.places[0]?.address,
    });
  });

  it('one new sentence without English shows them all in French; what only agents book waits for none', () => {
    const [reason] = agenda.reasons;
    if (!reason) throw new Error('no reason');
    const other = { ...reason, code: 'autre', name: 'Un motif que personne n’a traduit' };
    const added = { ...agenda, reasons: [...agenda.reasons, other] };
    expect(agendaIn(added, 'en').language).toBeUndefined();
    expect(agendaIn(added, 'en').reasons[0]).toEqual(reason);
    expect(agendaIn(added, 'facile').reasons[0]?.name).toBe('Carte d’identité ou passeport : demander');
    const internal = { ...agenda, reasons: [...agenda.reasons, { ...other, isInternal: true }] };
    expect(agendaIn(internal, 'en').language).toBe('en');
    expect(themesIn({ ...subscriptions, translations: undefined }, 'en').themes).toEqual(
      subscriptions.themes,
    );
  });
});
