import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { SealRecord } from './letter.ts';
import type { LetterTable } from './letter-table.adapter.ts';
import type { verifyCode, verifyFile } from './public-api.ts';
import { readVerificationCode } from './verification-code.ts';

export type VerifyDeps = {
  letters: Pick<LetterTable, 'sealByCode' | 'sealByHash'>;
  authority(): Promise<Pick<Authority, 'name'>>;
};

const shown = async (
  { authority }: VerifyDeps,
  seal: SealRecord | null,
): Promise<ReplyOf<typeof verifyCode>> => {
  if (!seal) throw new Refusal('not-found');
  return { ...seal, authority: (await authority()).name };
};

/** A code that is not one of ours looks like one that nobody printed. */
export const byCode =
  (deps: VerifyDeps) =>
  async ({ params }: InputOf<typeof verifyCode>): Promise<ReplyOf<typeof verifyCode>> => {
    const code = readVerificationCode(params.code);
    return shown(deps, code ? await deps.letters.sealByCode(code) : null);
  };

export const byFile =
  (deps: VerifyDeps) =>
  async ({ params }: InputOf<typeof verifyFile>): Promise<ReplyOf<typeof verifyFile>> =>
    shown(deps, await deps.letters.sealByHash(params.sha256));
