import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../functions/requests/items.ts';
import type { Request } from '../../functions/requests/request.ts';
import { type SealDeps, sealLetter } from '../../functions/signatures/seal-letter.ts';
import { aRequest } from '../support/instruction-situation.ts';
import { letterOf } from '../support/letters-in-circuit.ts';

const form = { channel: 'form', portalConsent: true } as const;
/** Seals a letter whose request stands so; answers the commands that were asked of it. */
const sealedOver = async (request: Request): Promise<string[]> => {
  const asked: string[] = [];
  const letter = letterOf([], { state: 'ready', mode: 'unsigned' });
  const snapshot = { request, card: { subject: '', sender: '' } } as Snapshot;
  const deps: SealDeps = {
    append: async (_reference, _command, ask) => {
      asked.push(...(await ask(snapshot)).commands.map(({ command }) => command));
      return { request, repeated: false };
    },
    letters: { read: async () => letter, writes: () => [] },
    authority: async () => ({ name: 'Val-Clair', timeZone: 'Europe/Paris', shortName: 'Val-Clair' }) as never,
    read: async () => new Uint8Array(),
    keep: async () => 'v1',
    seal: async () => {
      throw new Error('nothing to seal');
    },
    hashOf: () => letter.pdf.sha256,
    hash: () => 'h'.repeat(64),
    now: () => '2026-11-23T09:00:00.000Z',
    dayIn: () => '2026-11-23',
    timeIn: () => '10:00',
  };
  await sealLetter(deps)({ reference: letter.reference, letterId: letter.id });
  return asked;
};

describe('a letter that has all its approvals', () => {
  it('decides the request', async () => {
    expect(await sealedOver(aRequest(form))).toEqual(['letter-sealed', 'answer-decided']);
  });
  it('goes back to its writer instead of leaving unsigned, the portal given up at the last moment', async () => {
    expect(await sealedOver(aRequest({ ...form, portalConsent: false }))).toEqual(['letter-returned']);
    expect(await sealedOver(aRequest({ channel: 'scan' }))).toEqual(['letter-returned']);
  });
  it('leaves nothing behind, and nobody alarmed, when the request ended meanwhile', async () => {
    expect(await sealedOver(aRequest({ ...form, state: 'withdrawn' }))).toEqual([]);
    const answer = { messageId: 'm', outcome: 'granted' as const, decidedAt: '', sentAt: null };
    expect(
      await sealedOver(aRequest({ ...form, state: 'decided', answer: { ...answer, isImplicit: false } })),
    ).toEqual([]);
    expect(
      await sealedOver(aRequest({ ...form, state: 'decided', answer: { ...answer, isImplicit: true } })),
    ).toHaveLength(2);
  });
});
