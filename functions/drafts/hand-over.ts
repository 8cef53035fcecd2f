import { normaliseCode } from '../requests/tracking-code.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Handover, type HandoverFile, isOver, lastsMinutes, mayTake, mostTries } from './handover.ts';
import type {
  addHandoverFile,
  endHandover,
  lookAtHandover,
  startHandover,
  takeHandover,
} from './handover-api.ts';

export type HandoverDeps = {
  handovers: {
    add(code: string, handover: Handover): Promise<void>;
    read(code: string): Promise<Handover | null>;
    take(code: string, device: string): Promise<boolean>;
    addFile(code: string, device: string, file: HandoverFile, most: number): Promise<boolean>;
    remove(code: string): Promise<void>;
    countTry(address: string, now: string): Promise<number>;
  };
  newCode(): string;
  draw(text: string): Promise<{ size: number; path: string }>;
  publicUrl: string;
  now(): string;
};
type By = { address: string };
const largestDraft = 250_000;

/** A form, or one of its photos, goes on with another device: by a code that is written nowhere and opens once. */
export const handovers = (deps: HandoverDeps) => {
  const refuseMany = async ({ address }: By) => {
    if ((await deps.handovers.countTry(address, deps.now())) > mostTries)
      throw new Refusal('too-many-requests');
  };
  /** Refuses `not-found` alike for a wrong code and for one that is over. */
  const find = async (headers: { 'x-handover-code': string }, by: By) => {
    const code = normaliseCode(headers['x-handover-code']);
    const handover = code ? await deps.handovers.read(code) : null;
    if (code && handover && !isOver(handover, deps.now())) return { code, handover };
    await refuseMany(by);
    throw new Refusal('not-found');
  };
  return {
    async start({ body }: InputOf<typeof startHandover>, by: By): Promise<ReplyOf<typeof startHandover>> {
      await refuseMany(by);
      const { kind, procedure, title, draft = null, field = null } = body;
      if (kind === 'form' ? !draft : !field) throw new Refusal('invalid-input');
      if (JSON.stringify(draft).length > largestDraft) throw new Refusal('too-large');
      const code = deps.newCode();
      const endsAt = new Date(Date.parse(deps.now()) + lastsMinutes * 60_000).toISOString();
      const handover: Handover = { kind, procedure, title, draft, field, endsAt, taker: null, files: [] };
      const plain = normaliseCode(code) ?? '';
      await deps.handovers.add(plain, handover);
      const url = `${deps.publicUrl}/telephone#${plain}`;
      return { code, url, endsAt, qr: await deps.draw(url) };
    },
    async look({ headers }: InputOf<typeof lookAtHandover>, by: By): Promise<ReplyOf<typeof lookAtHandover>> {
      const { taker, files, endsAt } = (await find(headers, by)).handover;
      return { taken: taker !== null, files, endsAt };
    },
    async take(
      { headers, body }: InputOf<typeof takeHandover>,
      by: By,
    ): Promise<ReplyOf<typeof takeHandover>> {
      const { code, handover } = await find(headers, by);
      const isTheirs = mayTake(handover, body.device) && (await deps.handovers.take(code, body.device));
      if (!isTheirs) throw new Refusal('not-found');
      return handover;
    },
    async addFile({ headers, body }: InputOf<typeof addHandoverFile>, by: By): Promise<undefined> {
      const { code, handover } = await find(headers, by);
      if (handover.files.some(({ uploadId }) => uploadId === body.file.uploadId)) return;
      const most = handover.field?.max ?? 0;
      if (!(await deps.handovers.addFile(code, body.device, body.file, most))) throw new Refusal('not-found');
    },
    async end({ headers }: InputOf<typeof endHandover>, by: By): Promise<undefined> {
      const { code } = await find(headers, by);
      await deps.handovers.remove(code);
    },
  };
};
