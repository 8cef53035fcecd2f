import { describe, expect, it } from 'vitest';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const body = 'Bonjour, voici ce que vous avez demandé.';
const visa = { kind: 'visa', by: { role: 'head' } };
const signature = { kind: 'signature', by: { role: 'signatory' } };
const decidesNothing = 'Cet envoi remet une copie.';
const codeOf = (template: object): string | undefined => {
  const read = LetterTemplate().safeParse({ id: 'lettre', title: 'Lettre', body, ...template });
  const [issue] = read.error?.issues ?? [];
  return issue?.code === 'custom' ? `${issue.path.join('.')} ${issue.params?.code}` : issue?.code;
};
const decision = { kind: 'decision', outcome: 'granted' };
const information = { kind: 'information', outcome: 'answered' };

describe('a letter template says who signs, or why nobody needs to', () => {
  it.each<[what: string, template: object, code: string | undefined]>([
    ['a decision without circuit of its own', decision, undefined],
    ['a decision that is signed', { ...decision, circuit: [visa, signature] }, undefined],
    ['a decision for the portal alone', { ...decision, mode: 'unsigned', circuit: [visa] }, undefined],
    ['a decision that nobody approves', { ...decision, circuit: [] }, 'circuit decision-without-signature'],
    ['a decision with a visa alone', { ...decision, circuit: [visa] }, 'circuit decision-without-signature'],
    ['a decision that claims not to be', { ...decision, decidesNothing }, 'decidesNothing decides-after-all'],
    ['information that is signed as usual', information, undefined],
    ['information that says why nobody signs', { ...information, circuit: [], decidesNothing }, undefined],
    ['information that does not', { ...information, circuit: [] }, 'decidesNothing reason-missing'],
    [
      'information without seal that does not',
      { ...information, mode: 'unsigned' },
      'decidesNothing reason-missing',
    ],
    [
      'information that grants',
      { ...information, outcome: 'granted', decidesNothing },
      'decidesNothing decides-after-all',
    ],
    ['a block, which is no letter', { kind: 'block' }, undefined],
  ])('%s', (_what, template, code) => {
    expect(codeOf(template)).toBe(code);
  });

  it('and no end of a procedure of Val-Clair that decides names a letter that decides nothing', () => {
    const { procedures, letters } = loadCollectivity('val-clair');
    const idle = new Set(letters.filter((one) => one.decidesNothing).map(({ id }) => id));
    expect(idle.size).toBeGreaterThan(0);
    for (const { id, letters: ends } of procedures)
      for (const end of [ends.granted, ends.refused]) expect(idle.has(end ?? ''), `${id} ${end}`).toBe(false);
  });

  it('and each workflow of Val-Clair whose letter is approved has it signed', () => {
    for (const { id, workflow } of loadCollectivity('val-clair').procedures) {
      const kinds = workflow.map(({ kind }) => kind);
      if (kinds.includes('visa')) expect(kinds, id).toContain('signature');
    }
  });
});
