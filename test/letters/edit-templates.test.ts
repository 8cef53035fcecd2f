import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Role } from '../../functions/agents/agent.ts';
import { list, read, save } from '../../functions/letters/edit-templates.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { templateTable } from '../../functions/letters/template-table.adapter.ts';
import { preview, tryOut } from '../../functions/letters/try-template.ts';
import { settingsTable } from '../../functions/settings/settings-table.adapter.ts';
import { authority, logo } from '../support/drawn-letters.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { templateDeps } from '../support/fake-templates.ts';
import { pdfUaFindings } from '../support/pdf-ua.ts';

let database: TestDatabase;
let table: string;
beforeAll(async () => {
  database = await testDatabase();
  table = await database.table();
});
afterAll(() => database.stop());

const caller = (roles: Role[], departments: string[] = []) => ({
  ...{ kind: 'agent' as const, requestId: 'r', address: '192.0.2.1', cookies: [] },
  agent: {
    login: 'anais',
    givenName: 'Anaïs',
    familyName: 'Denis',
    title: 'Cheffe',
    roles,
    departments,
  } as Agent,
});
const admin = caller(['administrator']);
const nothing = { params: undefined, query: undefined, headers: undefined, body: undefined };
const deps = () => ({
  templates: templateTable(database.db, table),
  authority: async () => authority,
  now: () => '2026-11-22T09:00:00.000Z',
});
const write = (id: string, template: object, revision: number, who = admin) =>
  save(deps())({ ...nothing, params: { id }, body: { template: { ...template }, revision } }, who);
const open = (id: string, revision?: number) =>
  read(deps())({ ...nothing, params: { id }, query: { revision } }, admin);
const letter = LetterTemplate().parse({
  id: 'accord-salle',
  title: 'Accord de salle',
  body: 'Bonjour {{name}}, la salle est à vous.',
});

describe('a letter is edited and nothing of it is lost', () => {
  it('keeps each revision, who wrote it and when', async () => {
    expect(await write('accord-salle', letter, 0)).toEqual({ revision: 1 });
    expect(await write('accord-salle', { ...letter, title: 'Accord, salle' }, 1)).toEqual({ revision: 2 });
    const now = await open('accord-salle');
    expect(now).toMatchObject({ revision: 2, by: 'anais', mine: true, template: { title: 'Accord, salle' } });
    expect(now.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect((await open('accord-salle', 1)).template).toMatchObject({ title: 'Accord de salle' });
    await expect(open('accord-salle', 9)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses to write over what somebody else wrote meanwhile', async () => {
    await expect(write('accord-salle', letter, 1)).rejects.toMatchObject({ code: 'conflict' });
    await expect(write('accord-salle', letter, 0)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('says what is wrong by field, with the remedy', async () => {
    await expect(
      write('accord-salle', { ...letter, body: 'Bonjour {{nobody}}, la salle est à vous.' }, 2),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        { field: 'body', code: 'unknown-field', params: { message: expect.stringContaining('{{nobody}}') } },
      ],
    });
  });

  it('knows which letters take a block in', async () => {
    const block = { ...letter, id: 'bloc-fin', title: 'Bloc de fin', kind: 'block' };
    await write('bloc-fin', block, 0);
    await write('accord-salle', { ...letter, body: 'Bonjour {{name}}, oui.\n\n{{> bloc-fin}}' }, 2);
    expect((await open('bloc-fin')).usedBy).toEqual([{ id: 'accord-salle', title: 'Accord de salle' }]);
    await expect(write('bloc-fin', { ...block, kind: 'decision' }, 1)).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('lets a head write for their own departments only', async () => {
    const head = caller(['head'], ['voirie']);
    const own = { ...letter, id: 'lettre-voirie', departments: ['voirie'] };
    expect(await write('lettre-voirie', own, 0, head)).toEqual({ revision: 1 });
    for (const departments of [[], ['voirie', 'education']])
      await expect(write('lettre-voirie', { ...own, departments }, 1, head)).rejects.toMatchObject({
        code: 'forbidden',
      });
    const { templates } = await list(deps())(nothing, head);
    expect(templates.map(({ id, mine }) => [id, mine])).toContainEqual(['accord-salle', false]);
    expect(templates.map(({ id, mine }) => [id, mine])).toContainEqual(['lettre-voirie', true]);
  });

  it('is left alone by the next deployment once edited, and follows it before', async () => {
    const settings = settingsTable(database.db, table);
    await settings.saveLetter(letter);
    expect((await open('accord-salle')).template).toMatchObject({
      body: expect.stringContaining('bloc-fin'),
    });
    const fresh = { ...letter, id: 'neuve' };
    await settings.saveLetter(fresh);
    await settings.saveLetter(fresh);
    await settings.saveLetter({ ...fresh, title: 'Neuve, mieux' });
    expect(await open('neuve')).toMatchObject({
      revision: 2,
      by: 'deployment',
      template: { title: 'Neuve, mieux' },
    });
    expect((await settings.letters()).map(({ id }) => id)).toContain('neuve');
    await settings.saveLogo(logo);
    expect(await settings.logo()).toBe(logo);
  });
});

describe('every letter of the demonstration gives a letter that may leave', async () => {
  const { templates } = await list({ ...templateDeps })(nothing, admin);
  it.each(templates.filter(({ kind }) => kind !== 'block').map(({ id }) => [id]))('%s', async (id) => {
    const { template } = await read(templateDeps)(
      { ...nothing, params: { id }, query: { revision: undefined } },
      admin,
    );
    const tried = await tryOut(templateDeps)({ ...nothing, body: { template } }, admin);
    expect({ problems: tried.problems, blocking: tried.blocking }).toEqual({ problems: [], blocking: [] });
    expect(tried.missing.filter((mark) => mark.startsWith('{{'))).toEqual([]);
    expect(tried.readability).toBeGreaterThan(35);
  });

  it('shows it as the very paper', async () => {
    const { template } = await read(templateDeps)(
      { ...nothing, params: { id: 'refus-motive' }, query: { revision: undefined } },
      admin,
    );
    const { bytes, name } = await preview(templateDeps)({ ...nothing, body: { template } }, admin);
    expect(name).toBe('refus-motive.pdf');
    expect(await pdfUaFindings(bytes)).toEqual([]);
  });
});
