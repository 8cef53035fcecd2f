import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(join(root, file)));
const code = tracked.filter((file) => /\.(ts|tsx|js)$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');

type Import = { from: string; to: string; typeOnly: boolean };
const imports: Import[] = code.flatMap((from) =>
  [
    ...withoutComments(read(from)).matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((found) => {
    const to = found[2] ?? found[3] ?? found[4] ?? '';
    return {
      from,
      to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
      typeOnly: Boolean(found[1]),
    };
  }),
);

const isLambda = (file: string) => file.endsWith('.lambda.ts');
const isAdapter = (file: string) => file.endsWith('.adapter.ts');
const isFunction = (file: string) => file.startsWith('functions/');
const isPure = (file: string) =>
  isFunction(file) && file.endsWith('.ts') && !isLambda(file) && !isAdapter(file);
const subject = (file: string) => file.split('/')[1] ?? '';
const offenders = (wrong: (one: Import) => boolean) =>
  imports.filter(wrong).map(({ from, to }) => `${from} imports ${to}`);

describe('a newcomer can rely on who may import what', () => {
  it('keeps rules pure: no cloud, no machine, no wiring', () => {
    expect(
      offenders(
        ({ from, to, typeOnly }) =>
          isPure(from) &&
          !typeOnly &&
          (isAdapter(to) || isLambda(to) || /^(node:|@aws-sdk|@middy|sharp|pdfkit|openid-client)/.test(to)),
      ),
    ).toEqual([]);
  });

  it('hands time, identifiers, environment and network to rules as arguments', () => {
    const impure = /process\.env|\bnew Date\(\)|Date\.now\(|Math\.random\(|\bfetch\(|randomUUID/;
    expect(code.filter((file) => isPure(file) && impure.test(withoutComments(read(file))))).toEqual([]);
  });

  it('lets an adapter know its own subject and what is shared, nothing else', () => {
    expect(
      offenders(
        ({ from, to, typeOnly }) =>
          isAdapter(from) &&
          !typeOnly &&
          (isLambda(to) || (isAdapter(to) && subject(to) !== subject(from) && subject(to) !== 'shared')),
      ),
    ).toEqual([]);
  });

  it('never lets one deployed function import another', () => {
    expect(offenders(({ from, to }) => isFunction(from) && isLambda(to))).toEqual([]);
  });

  /** Commands are wiring, as a lambda is; the local Textract reads by the product's own engine rather than by a second one. */
  const isWiring = (from: string, to: string) =>
    /^infra\/((ocr|split)\.ts$|restore\/)/.test(from) ||
    (from === 'infra/local/aws/textract/reader.ts' && to.endsWith('/reading/engine.adapter.ts'));

  it('keeps infrastructure to types and pure files of functions, but for commands', () => {
    expect(
      offenders(
        ({ from, to, typeOnly }) =>
          from.startsWith('infra/') &&
          !typeOnly &&
          !isWiring(from, to) &&
          (isLambda(to) || isAdapter(to) || to.startsWith('web/portal')),
      ),
    ).toEqual([]);
  });

  it('keeps the web to pure files of functions, and zod out of the portal', () => {
    expect(
      offenders(
        ({ from, to, typeOnly }) =>
          from.startsWith('web/') && !typeOnly && (isAdapter(to) || isLambda(to) || /^@aws-sdk/.test(to)),
      ),
    ).toEqual([]);
    expect(
      offenders(({ from, to, typeOnly }) => /^web\/(portal|ui)\//.test(from) && !typeOnly && to === 'zod'),
    ).toEqual([]);
  });

  it('lets nobody import the tests', () => {
    expect(offenders(({ from, to }) => !from.startsWith('test/') && to.startsWith('test/'))).toEqual([]);
  });
});

describe('a reader can hold each file in mind', () => {
  const lines = (file: string) => read(file).split('\n').length - 1;
  it('keeps files of functions, infrastructure and web at 200 lines at most, tests at 300', () => {
    const long = code
      .map((file) => ({ file, lines: lines(file), limit: file.startsWith('test/') ? 300 : 200 }))
      .filter(({ lines, limit }) => lines > limit);
    expect(long).toEqual([]);
  });

  it('keeps the shared folder to what is really shared', () => {
    const shared = tracked.filter((file) => file.startsWith('functions/shared/'));
    expect(shared.length).toBeLessThanOrEqual(10);
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|common|manager|service)(\.|\/)/.test(file))).toEqual(
      [],
    );
  });

  it('names files in kebab-case', () => {
    const odd = code.filter((file) => !/^[a-z0-9][a-z0-9.-]*$/.test(file.split('/').at(-1) ?? ''));
    expect(odd).toEqual([]);
  });
});

describe('the public reads French only where a translator can find it', () => {
  const catalogue = /(^|\/)messages(\/|\.ts|-)|-fr\.ts$|corpus\//;
  it('keeps accented sentences out of the code of functions and web', () => {
    const french = code.filter(
      (file) =>
        /^(functions|web)\//.test(file) &&
        !catalogue.test(file) &&
        /['"`>][^'"`<\n]*[éèêàùçîôûÉÈÀ][^'"`<\n]*['"`<]/.test(
          // Patterns are no sentences, whole or in pieces.
          withoutComments(read(file))
            .replace(/String\.raw`[^`]*`/g, '')
            .replace(/\/(?:[^/\n\\]|\\.)+\/[a-z]*/g, ''),
        ),
    );
    expect(french).toEqual([]);
  });

  it('ships nothing of the design system that the State keeps to itself', () => {
    const named = tracked.filter((file) => file === 'package.json' || /^web\//.test(file));
    expect(named.filter((file) => /@gouvfr|\bdsfr\b|Marianne/i.test(read(file)))).toEqual([]);
  });
});

describe('every sample event serves', () => {
  it('is named by a test or a command', () => {
    const tests = code
      .filter((file) => file.startsWith('test/'))
      .map(read)
      .join('\n');
    const samples = tracked.filter((file) => file.startsWith('events/') && file.endsWith('.json'));
    expect(samples.filter((file) => !tests.includes(file.replace('events/', '')))).toEqual([]);
  });
});
