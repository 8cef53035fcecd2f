import { describe, expect, it } from 'vitest';
import { checkLetter } from '../../functions/letters/check-letter.ts';
import type { LetterFacts, LetterGiven } from '../../functions/letters/letter.ts';
import { legalMentions } from '../../functions/letters/mentions.ts';
import { readability, sentencesOf, styleAdvice } from '../../functions/letters/plain-language.ts';
import { socialSecurityNumbers } from '../../functions/letters/social-security.ts';
import { authority, education } from '../support/drawn-letters.ts';

const signatory = { givenName: 'Marc', familyName: 'Aubry', title: 'Directeur' };
const mentionsOf = (algorithm: boolean) =>
  legalMentions({ ...{ kind: 'decision', outcome: 'refused', algorithm, procedureTitle: null }, authority });
const refusal: LetterGiven = {
  ...{ authority, reference: 'VC-2026-000123-W', subject: 'Dérogation', day: '2026-11-22', enclosures: [] },
  recipient: ['Jeanne Martin', '3 RUE HAUTE', '99100 VAL CLAIR'],
  text: 'Bonjour,\n\nNous ne pouvons pas accepter.\n\nEn droit : article L. 212-8 du code de l’éducation.\n\nEn fait : l’école est pleine (112 élèves pour 110 places).',
  department: education ?? null,
  author: signatory,
  signature: { mode: 'seal', signatory, capacity: null },
  mentions: mentionsOf(false),
};
const facts: LetterFacts = {
  ...{ kind: 'decision', outcome: 'refused', algorithm: false, court: authority.court },
  ...{ citizenName: 'Jeanne Martin', mayBeUnsigned: false },
};
const blocking = (letter: Partial<LetterGiven>, about: Partial<LetterFacts> = {}) =>
  checkLetter({ ...refusal, ...letter }, { ...facts, ...about }).blocking.map(({ code }) => code);
const text = (words: string) => ({ text: `Bonjour,\n\n${words}` });

describe('nothing leaves with a missing legal mention', () => {
  it('lets a refusal that says everything leave', () => {
    expect(blocking({})).toEqual([]);
  });

  it.each<[string, Partial<LetterGiven>, Partial<LetterFacts>?]>([
    ['author-missing', { author: null }],
    ['author-missing', { author: { ...signatory, givenName: ' ' } }],
    ['author-title-missing', { author: { ...signatory, title: '' } }],
    ['department-phone-missing', { department: education ? { ...education, phone: '' } : null }],
    ['department-address-missing', { department: null }],
    ['signature-missing', { signature: null }],
    [
      'signature-missing',
      { signature: { mode: 'seal', capacity: null, signatory: { ...signatory, title: '' } } },
    ],
    ['unsigned-not-allowed', { signature: { mode: 'unsigned', signatory, capacity: null } }],
    ['law-missing', text('En droit : \n\nEn fait : l’école est pleine depuis septembre.')],
    ['facts-missing', text('En droit : article L. 212-8 du code de l’éducation.\n\nEn fait :')],
    ['facts-missing', text('Selon l’article L. 212-8 du code de l’éducation, nous refusons.')],
    ['law-missing', text('Nous refusons parce que l’école est pleine.')],
    [
      'law-missing',
      text('En droit : [À compléter : texte]\n\nEn fait : l’école est pleine depuis septembre.'),
    ],
    [
      'field-left',
      text('En droit : article L. 1 du code. En fait : {{answers.child}} est trop jeune pour entrer.'),
    ],
    ['field-left', { subject: 'Pour {{name}}' }],
    ['remedies-missing', { mentions: [] }],
    [
      'remedies-missing',
      { mentions: [{ code: 'remedies', title: '', text: 'Recours dans un délai de deux mois.' }] },
    ],
    ['court-address-missing', {}, { court: { ...authority.court, address: ' ' } }],
    ['court-address-missing', {}, { court: { ...authority.court, address: '9 rue d’ailleurs' } }],
    ['algorithm-notice-missing', {}, { algorithm: true }],
    [
      'social-security-number',
      text('En droit : article L. 1 du code. En fait : le numéro 2 84 05 78 006 084 42 est connu.'),
    ],
    ['name-differs', { recipient: ['Paul Durand', '3 RUE HAUTE', '99100 VAL CLAIR'] }],
    ['empty-text', { text: ' ' }],
  ])('%s', (code, letter, about) => {
    expect(blocking(letter, about)).toContain(code);
  });

  it('says what to do, and by which article', () => {
    const { blocking: problems } = checkLetter({ ...refusal, mentions: [] }, facts);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'remedies-missing',
        article: 'CJA R421-5',
        message: expect.stringMatching(/Reprenez/),
      }),
    ]);
  });

  it('takes reasons in other words than its own labels', () => {
    const words =
      'Vu l’article L. 212-8 du code de l’éducation ; considérant que l’école a 112 élèves pour 110 places.';
    expect(blocking(text(words))).toEqual([]);
  });

  it('asks neither reasons nor remedies of a letter that grants or answers', () => {
    const granted = { ...text('Votre demande est acceptée.'), mentions: [] };
    expect(blocking(granted, { outcome: 'granted' })).toEqual([]);
    const information = { ...granted, signature: null };
    expect(blocking(information, { kind: 'information', outcome: null })).toEqual([]);
  });

  it('takes the remedies that a text sets, when they are whole', () => {
    const given = {
      ...({ kind: 'decision', outcome: 'refused', algorithm: false, procedureTitle: null } as const),
      authority,
    };
    const { name, address } = authority.court;
    const own = `Un recours préalable est obligatoire dans un délai de deux mois, puis le ${name} (${address}) sur www.telerecours.fr.`;
    const mentions = legalMentions({ ...given, remedies: own });
    expect(mentions.map(({ text: words }) => words)).toEqual([own]);
    expect(blocking({ mentions })).toEqual([]);
    expect(
      blocking({ mentions: legalMentions({ ...given, remedies: 'Un recours préalable est obligatoire.' }) }),
    ).toEqual(['remedies-missing']);
  });

  it('accepts the notice of an algorithm once it is there', () => {
    expect(blocking({ mentions: mentionsOf(true) }, { algorithm: true })).toEqual([]);
  });

  it('lets an unsigned decision leave only where the law does', () => {
    const unsigned = { signature: { mode: 'unsigned' as const, signatory, capacity: null } };
    expect(blocking(unsigned, { mayBeUnsigned: true })).toEqual([]);
  });

  it.each<[string, Partial<LetterGiven>]>([
    ['documents-missing', text('Envoyez-les au plus tard le 22 décembre 2026.')],
    ['documents-delay-missing', text('- un justificatif\n- un certificat')],
  ])('a request for documents is held back by %s', (code, letter) => {
    expect(blocking(letter, { kind: 'documents-request', outcome: null })).toContain(code);
  });
});

describe('style only advises', () => {
  it('never holds a letter back for its words', () => {
    const heavy = `${refusal.text}\n\nNonobstant les dispositions susvisées, il sera procédé à l’instruction par nos services ${'et à la vérification '.repeat(12)}.`;
    const { blocking: none, advice, readability: score } = checkLetter({ ...refusal, text: heavy }, facts);
    expect(none).toEqual([]);
    expect(advice.map(({ code }) => code)).toEqual(expect.arrayContaining(['long-sentence', 'jargon']));
    expect(score).toBeLessThan(checkLetter(refusal, facts).readability);
  });

  it('says the plainer word', () => {
    expect(styleAdvice('Nonobstant votre âge, vous pouvez venir.')).toEqual([
      { code: 'jargon', place: 'nonobstant', instead: 'malgré' },
    ]);
  });

  it('reads the articles of the law as part of their sentence', () => {
    expect(sentencesOf('L’article L. 212-8 du code le dit. Venez.')).toEqual([
      'L’article L 212-8 du code le dit.',
      'Venez.',
    ]);
  });

  it('finds short words in short sentences easy', () => {
    expect(readability('Venez lundi. Nous serons là. Le bus passe tout près.')).toBeGreaterThan(70);
    expect(
      readability(
        'L’administration territoriale compétente procédera ultérieurement à l’instruction approfondie.',
      ),
    ).toBeLessThan(30);
  });

  it('warns when the address does not fit the window', () => {
    const { advice } = checkLetter(
      { ...refusal, recipient: ['Jeanne Martin', 'X'.repeat(39), '99100 VAL CLAIR'] },
      facts,
    );
    expect(advice.map(({ code }) => code)).toContain('address-does-not-fit');
    expect(checkLetter({ ...refusal, recipient: [] }, facts).advice.map(({ code }) => code)).toContain(
      'recipient-missing',
    );
  });
});

describe('a social security number never leaves', () => {
  it.each(['2 84 05 78 006 084 42', '284057800608490', `185052A006084${keyOf('1850519006084')}`])(
    '%s',
    (number) => {
      expect(socialSecurityNumbers(`Numéro ${number} connu`)).toHaveLength(1);
    },
  );
  it('leaves telephones, references and accounts alone', () => {
    for (const other of [
      '01 99 00 20 00',
      'VC-2026-000123-W',
      '284057800608491',
      'FR76 3000 6000 0112 3456 7890 189',
      '12345678901234',
    ])
      expect(socialSecurityNumbers(other)).toEqual([]);
  });
});
function keyOf(number: string): string {
  return String(97 - (Number(number) % 97)).padStart(2, '0');
}
