import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../functions/letters/fill-template.ts';
import type { LetterValues } from '../../functions/letters/letter-fields.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { blocksIn, bodyProblems } from '../../functions/letters/template-body.ts';
import { readTemplateDocument } from '../../functions/letters/template-problems.ts';

const template = (body: string, more: object = {}) =>
  LetterTemplate().parse({ id: 'lettre', title: 'Lettre', body: body.padEnd(20, '.'), ...more });
const values: LetterValues = {
  fields: { name: 'Jeanne Martin', receivedOn: '2 avril 2026' },
  facts: { outcome: 'refused', channel: 'form', algorithm: false },
  answers: { child: 'Léo', age: 7, days: ['lundi', 'jeudi'], consent: true },
  shown: { child: 'Léo Martin' },
};
const written = (body: string, more: object = {}, blocks: LetterTemplate[] = []) =>
  fillTemplate(template(body, more), values, new Map(blocks.map((block) => [block.id, block])));

describe('a template becomes the letter of one request', () => {
  it('fills in what is known and leaves the rest to the agent, in plain sight', () => {
    expect(written('Bonjour {{name}}, {{ answers.child }} : {{courtAddress}}')).toEqual({
      subject: null,
      text: 'Bonjour Jeanne Martin, Léo Martin : {{courtAddress}}',
      missing: ['{{courtAddress}}'],
    });
    const { text, missing } = written('En fait : {{write: ce qui manque}} ici.');
    expect(text).toBe('En fait : [À compléter : ce qui manque] ici.');
    expect(missing).toEqual(['[À compléter : ce qui manque]']);
  });

  it.each([
    ['{{#if name}}oui{{else}}non{{/if}}', 'oui'],
    ['{{#if court}}oui{{else}}non{{/if}}', 'non'],
    ['{{#if outcome is refused}}refus{{/if}}{{#if outcome is granted}}accord{{/if}}', 'refus'],
    ['{{#if not outcome is granted}}pas un accord{{/if}}', 'pas un accord'],
    ['{{#if answers.child is Léo}}Léo{{/if}}', 'Léo'],
    ['{{#if answers.days is jeudi}}jeudi{{/if}}', 'jeudi'],
    ['{{#if answers.consent}}oui{{/if}}', 'oui'],
    ['{{#if algorithm}}machine{{else}}personne{{/if}}', 'personne'],
    ['{{#if isSmall}}petit{{else}}grand{{/if}}', 'petit'],
    ['{{#if name}}a{{#if court}}b{{else}}c{{/if}}d{{/if}}', 'acd'],
  ])('decides %s', (body, expected) => {
    const conditions = {
      isSmall: {
        all: [
          { field: 'age', below: 8 },
          { field: 'outcome', is: 'refused' },
        ],
      },
    };
    expect(written(`${body}`.padEnd(20, ' '), { conditions }).text).toBe(expected);
  });

  it('takes in blocks with their own conditions, and stops at a circle', () => {
    const block = template('Salut {{#if mine}}{{name}}{{/if}} !', {
      ...{ id: 'bloc-salut', kind: 'block', conditions: { mine: { field: 'child', filled: true } } },
    });
    expect(written('{{> bloc-salut}}        ', {}, [block]).text).toBe('Salut Jeanne Martin !');
    const circle = template('{{> bloc-rond}} encore un tour', { id: 'bloc-rond', kind: 'block' });
    expect(written('{{> bloc-rond}}         ', {}, [circle]).missing).toEqual(['{{> bloc-rond}}']);
    expect(written('{{> inconnu}} et la suite', {}, []).missing).toEqual(['{{> inconnu}}']);
  });

  it('leaves no hole where a passage fell', () => {
    expect(written('Un\n\n{{#if court}}deux{{/if}}\n\ntrois et la suite').text).toBe(
      'Un\n\ntrois et la suite',
    );
  });

  it('fills the subject as well', () => {
    expect(written('Un texte assez long.', { subject: 'Réponse à {{name}}' }).subject).toBe(
      'Réponse à Jeanne Martin',
    );
  });

  it('keeps what people wrote as words, never as marks', () => {
    const evil = { ...values, fields: { name: '{{court}} {{#if x}}' } };
    expect(fillTemplate(template('Bonjour {{name}} et la suite'), evil).text).toContain(
      '{{court}} {{#if x}}',
    );
  });
});

describe('a wrong template says where and what to do', () => {
  it.each([
    ['{{nobody}}', 'unknown-field'],
    ['{{#if nobody}}a{{/if}}', 'unknown-condition'],
    ['{{#if name}}a', 'unclosed-if'],
    ['a{{/if}}', 'unopened-if'],
    ['a{{else}}', 'unopened-if'],
    ['{{#if name}}a{{else}}b{{else}}c{{/if}}', 'unopened-if'],
    ['{{2 x}}', 'unreadable-mark'],
    ['{{#each name}}', 'unreadable-mark'],
  ])('%s', (body, code) => {
    expect(bodyProblems({ body, conditions: {} }).map((one) => one.code)).toContain(code);
    const { template: none, problems } = readTemplateDocument(
      { id: 'lettre', title: 'Lettre', body: `${body} et encore vingt signes` },
      { blocks: new Map(), departments: [] },
    );
    expect(none).toBeNull();
    expect(problems[0]).toMatchObject({ path: 'body', code, message: expect.stringMatching(/\.$/) });
  });

  it('knows blocks and departments only by all the rest', () => {
    const { problems } = readTemplateDocument(
      { id: 'lettre', title: 'Lettre', body: '{{> bloc-absent}} et la suite', departments: ['lune'] },
      { blocks: new Map(), departments: [{ code: 'voirie' }] },
    );
    expect(problems.map(({ code }) => code)).toEqual(['unknown-block', 'unknown-department']);
    expect(blocksIn('{{#if name}}{{> un}}{{else}}{{> deux}}{{/if}}{{> un}}')).toEqual(['un', 'deux']);
  });

  it('reads letters written before there were kinds and conditions', () => {
    const old = {
      id: 'accord',
      title: 'Accord',
      departments: [],
      outcome: 'granted',
      body: 'Bonjour {{name}}, oui donc.',
    };
    expect(LetterTemplate().parse(old)).toMatchObject({ kind: 'decision', mode: 'seal', conditions: {} });
  });
});
