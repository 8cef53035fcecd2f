import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectivitiesFolder, loadCollectivities, loadCollectivity } from '../../infra/collectivity/load.ts';
import { ConfigurationError, type Problem } from '../../infra/collectivity/problem.ts';
import { newCollectivity } from '../../infra/new-collectivity.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parvis-folders-'));
  cpSync(join(collectivitiesFolder, 'val-clair'), join(root, 'val-clair'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

// biome-ignore lint/suspicious/noExplicitAny: mistakes are made in any place of any file
type Change = (content: any) => unknown;
const file = (name: string) => join(root, 'val-clair', name);
const change = (name: string, mistake: Change): void => {
  const content = JSON.parse(readFileSync(file(name), 'utf8'));
  mistake(content);
  writeFileSync(file(name), JSON.stringify(content));
};
const problems = (work: () => unknown): readonly Problem[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};
const form = 'procedures/acte-naissance.json';

describe('a wrong configuration says which file, which field, and what to do', () => {
  it('finds nothing to say about the demonstration', () => {
    expect(problems(() => loadCollectivity('val-clair', root))).toEqual([]);
  });

  it.each<[mistake: string, file: string, Change, field: string, remedy: RegExp]>([
    [
      'a prefix in small letters',
      'authority.json',
      (a) => (a.prefix = 'vc'),
      'prefix',
      /two to four capital/,
    ],
    ['a missing name', 'authority.json', (a) => void delete a.name, 'name', /write a string/],
    [
      'an address with its scheme',
      'authority.json',
      (a) => (a.domain = 'https://x.fr'),
      'domain',
      /host name alone/,
    ],
    ['a misspelt field', 'authority.json', (a) => (a.telephone = '01'), '', /remove "telephone"/],
    ['a broken mail address', 'authority.json', (a) => (a.mail.from = 'mairie'), 'mail.from', /mail address/],
    [
      'an impossible threshold',
      'authority.json',
      (a) => (a.routingThreshold = 80),
      'routingThreshold',
      /at most 0.999/,
    ],
    [
      'unknown public holidays',
      'authority.json',
      (a) => (a.holidays = 'corse'),
      'holidays',
      /"alsace-moselle"/,
    ],
    [
      'a wrong INSEE code',
      'authority.json',
      (a) => (a.communes[2].code = '9'),
      'communes.2.code',
      /five characters/,
    ],
    [
      'an issuer that is no address',
      'authority.json',
      (a) => (a.signIn.agents.issuer = 'proconnect'),
      'signIn.agents.issuer',
      /whole address/,
    ],
    ['no department', 'authority.json', (a) => (a.departments = []), 'departments', /at least 1/],
    [
      'a department twice',
      'authority.json',
      (a) => a.departments.push(a.departments[0]),
      'departments.19.code',
      /a code of its own/,
    ],
    [
      'a key of the telephone that leads nowhere',
      'authority.json',
      (a) => (a.telephony.menu[1].topic = 'ailleurs'),
      'telephony.menu.1.topic',
      /code of one of the departments/,
    ],
    [
      'a key of the telephone twice',
      'authority.json',
      (a) => (a.telephony.menu[1].key = '1'),
      'telephony.menu.1.key',
      /a key of its own/,
    ],
    [
      'a telephone outside of Europe',
      'authority.json',
      (a) => (a.telephony.region = 'us-east-1'),
      'telephony.region',
      /eu-central-1/,
    ],
    [
      'the slug of another folder',
      'authority.json',
      (a) => (a.slug = 'ailleurs'),
      'slug',
      /write "val-clair"/,
    ],
    [
      'a short account number',
      'authority.json',
      (a) => (a.aws.account = '12'),
      'aws.account',
      /twelve digits/,
    ],
    [
      'a procedure of no department',
      form,
      (p) => (p.department = 'mairie'),
      'department',
      /parmi : etat-civil/,
    ],
    ['a theme nobody knows', form, (p) => (p.theme = 'divers'), 'theme', /"papiers"/],
    ['an id that is not the file', form, (p) => (p.id = 'acte'), 'id', /name the file acte.json/],
    [
      'a condition on no question',
      form,
      (p) => (p.steps[0].fields[1].when.field = 'forWho'),
      'steps.0.fields.1.when',
      /forWhom|parmi :/,
    ],
    [
      'a question asked twice',
      form,
      (p) => p.steps[0].fields.push(p.steps[0].fields[0]),
      `steps.0.fields.3.name`,
      /nom qui lui est propre/,
    ],
    [
      'a kind of question nobody knows',
      form,
      (p) => (p.steps[0].fields[0].type = 'radio'),
      'steps.0.fields.0.type',
      /kinds the problem names/,
    ],
    [
      'an identity from no question',
      form,
      (p) => (p.identity.email = 'courriel'),
      'identity.email',
      /forWhom|parmi :/,
    ],
    [
      'a letter that does not exist',
      form,
      (p) => (p.letters = { refused: 'non' }),
      'letters.refused',
      /parmi : accord/,
    ],
    ['an endless period', form, (p) => (p.silence.period = 'P2Y'), 'silence.period', /"P2M"/],
    [
      'an article of no department',
      'articles/se-marier.json',
      (a) => (a.department = 'mariages'),
      'department',
      /write one of/,
    ],
    [
      'an article of no procedure',
      'articles/se-marier.json',
      (a) => (a.procedure = 'mariage'),
      'procedure',
      /id of a file/,
    ],
    [
      'a day that is none',
      'articles/se-marier.json',
      (a) => (a.updatedOn = '02/11/2026'),
      'updatedOn',
      /year, month, day/,
    ],
    [
      'an unreadable brand colour',
      'theme/theme.json',
      (t) => (t.brand = '#ffe066'),
      'brand',
      /darker colour/,
    ],
    ['a colour by its name', 'theme/theme.json', (t) => (t.accent = 'orange'), 'accent', /six hexadecimal/],
    [
      'a role nobody has',
      'people.json',
      (p) => (p.agents[0].roles = ['boss']),
      'agents.0.roles.0',
      /"scanning"/,
    ],
    [
      'an agent of no department',
      'people.json',
      (p) => (p.agents[0].departments[0] = 'mairie'),
      'agents.0.departments.0',
      /write one of/,
    ],
    [
      'the same login twice',
      'people.json',
      (p) => (p.agents[1].login = p.agents[0].login),
      'agents.1.login',
      /login of their own/,
    ],
  ])('%s', (_mistake, name, mistake, field, remedy) => {
    change(name, mistake);
    const found = problems(() => loadCollectivity('val-clair', root));
    expect(found).toContainEqual(
      expect.objectContaining({ file: `val-clair/${name}`, field, remedy: expect.stringMatching(remedy) }),
    );
  });

  it('names the place where a file is no JSON any more', () => {
    writeFileSync(file('people.json'), '{"agents": [,]}');
    expect(problems(() => loadCollectivity('val-clair', root))).toMatchObject([
      { file: 'val-clair/people.json', remedy: expect.stringContaining('comma') },
    ]);
  });

  it('asks for the general form, the administrator and the missing file', () => {
    rmSync(file('procedures/demande-generale.json'));
    change('people.json', ({ agents }) => {
      for (const agent of agents) agent.roles = ['instructor'];
    });
    const fields = problems(() => loadCollectivity('val-clair', root)).map(({ problem }) => problem);
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.stringContaining('general form'),
        expect.stringContaining('"administrator"'),
        expect.stringContaining('"qualification"'),
      ]),
    );
    rmSync(file('theme/theme.json'));
    expect(problems(() => loadCollectivity('val-clair', root))).toMatchObject([
      { file: 'val-clair/theme/theme.json', problem: 'the file is missing' },
    ]);
  });

  it('says everything at once, in one message a person can act on', () => {
    change('authority.json', (a) => (a.prefix = 'vc'));
    change('theme/theme.json', (t) => (t.accent = 'orange'));
    expect(() => loadCollectivity('val-clair', root)).toThrow(
      /2 things are wrong.*\n- val-clair\/authority\.json, prefix: .*\n {2}Remedy: .*\n- val-clair\/theme\/theme\.json, accent: /,
    );
  });

  it('names the folders there are when asked for another', () => {
    expect(problems(() => loadCollectivity('nowhere', root))).toMatchObject([
      { file: 'nowhere/', remedy: expect.stringContaining('val-clair') },
    ]);
  });
});

describe('another authority is another folder', () => {
  it('writes one that is valid beside the others, with a prefix that is free', () => {
    expect(newCollectivity('vallee-claire', root)).toContain('references will begin with VA-');
    expect(loadCollectivities(root).map(({ slug }) => slug)).toEqual(['val-clair', 'vallee-claire']);
  });

  it('overwrites nothing and takes no name that cannot be an address', () => {
    expect(() => newCollectivity('val-clair', root)).toThrow('already there');
    expect(() => newCollectivity('Val Clair', root)).toThrow('small letters');
  });

  it('refuses two authorities with the same references or the same address', () => {
    newCollectivity('pays-haut', root);
    const authority = join(root, 'pays-haut/authority.json');
    const { domain } = JSON.parse(readFileSync(file('authority.json'), 'utf8'));
    writeFileSync(
      authority,
      JSON.stringify({ ...JSON.parse(readFileSync(authority, 'utf8')), prefix: 'VC', domain }),
    );
    const found = problems(() => loadCollectivities(root));
    expect(found.map(({ file: where, field }) => [where, field])).toEqual([
      ['val-clair/authority.json', 'prefix'],
      ['val-clair/authority.json', 'domain'],
    ]);
  });
});
