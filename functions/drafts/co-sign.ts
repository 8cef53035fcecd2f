import type { Caller } from '../agents/caller.ts';
import { subjectOf } from '../agents/caller.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import {
  type Cosignature,
  codeMinutes,
  datesOf,
  judgeCode,
  mostCodesSent,
  ownerSecretOf,
  type Pending,
  refuseUnlessWaiting,
  type Signature,
} from './cosign.ts';
import type {
  askCosignature,
  readCosignature,
  refuseCosignature,
  sendCosignCode,
  signCosignature,
  withdrawCosignature,
} from './cosign-api.ts';
import type { Occasion } from './cosign-mail.ts';

/** What may be lodged, judged as a sending is. */
export type Judged = {
  procedure: Procedure;
  second: string;
  first: { name: string | null; email: string | null };
};
export type Lodging = { key: string; account: string | null; signatures: Signature[] };
export type CosignDeps = {
  table: {
    add(cosignature: Cosignature): Promise<boolean>;
    read(id: string): Promise<Cosignature | null>;
    save(before: Cosignature, changes: Partial<Cosignature>): Promise<Cosignature>;
    countTry(id: string): Promise<Cosignature>;
  };
  /** Refuses what a sending refuses, and `invalid-answers` when nobody else has to sign. */
  judge(body: Pending): Promise<Judged>;
  procedure(id: string, revision: number): Promise<Procedure | null>;
  lodge(pending: Pending, lodging: Lodging): Promise<{ reference: string; trackingCode: string }>;
  keepFile(uploadId: string): Promise<boolean>;
  /** Tells the second person, or the first when they left an address. */
  tell(of: Cosignature, occasion: Occasion, secret: string): Promise<void>;
  hash(text: string): string;
  newSecret(): string;
  newDigits(): string;
  today(): Promise<string>;
  now(): string;
};
type Link = { params: { id: string }; headers: { 'x-cosign-secret': string } };

/** A form that two people sign: asked by the first, read and signed or refused by the second, lodged when both have. */
export const cosignatures = (deps: CosignDeps) => {
  const { table } = deps;
  const ownerSecret = ownerSecretOf(deps.hash);
  /** Refuses `not-found` alike for what is not there and for a wrong secret. */
  const open = async ({ params, headers }: Link, only?: 'first' | 'second') => {
    const of = await table.read(params.id);
    const hash = deps.hash(headers['x-cosign-secret']);
    const role = of?.ownerHash === hash ? 'first' : of?.secondHashes.includes(hash) ? 'second' : null;
    if (!of || !role || (only && role !== only)) throw new Refusal('not-found');
    return { of, role } as const;
  };
  /** Lodging is repeated under the key of the first: what failed half way is done once, by whoever looks next. */
  const lodged = async (of: Cosignature): Promise<Cosignature> => {
    if (of.state !== 'signed' || of.lodged || !of.signed) return of;
    const { key, first, signed, pending } = of;
    const signatures = [{ name: first.name, email: first.email, at: first.at }, signed];
    const done = await deps.lodge(pending, { key, account: first.account, signatures });
    const kept = await table.save(of, { lodged: done, pending: { ...pending, answers: {}, uploads: [] } });
    await deps.tell(kept, { kind: 'lodged', reference: done.reference }, ownerSecret(of));
    return kept;
  };
  return {
    async ask(
      { headers, body }: InputOf<typeof askCosignature>,
      caller: Caller,
    ): Promise<ReplyOf<typeof askCosignature>> {
      const account = caller.kind === 'citizen' ? subjectOf(caller.citizen).account : null;
      const key = headers['idempotency-key'];
      const id = deps.hash(JSON.stringify(['cosign', account, key])).slice(0, 32);
      const answer = (of: Cosignature) => ({
        id,
        secret: ownerSecret({ id, key }),
        second: of.second.email,
        until: of.until,
      });
      const before = await table.read(id);
      if (before) return answer(before);
      const { procedure, second, first } = await deps.judge(body);
      await Promise.all(
        body.uploads.map(async ({ uploadId }) => {
          if (!(await deps.keepFile(uploadId)))
            throw new Refusal('upload-missing', [{ field: uploadId, code: 'upload-missing' }]);
        }),
      );
      const secret = deps.newSecret();
      const cosignature: Cosignature = {
        id,
        title: procedure.title,
        state: 'waiting',
        version: 1,
        first: { name: first.name ?? '', email: first.email, at: deps.now(), account },
        second: { email: second },
        ...datesOf(await deps.today(), procedure.cosign?.days ?? 15),
        isReminded: false,
        key,
        pending: body,
        ownerHash: deps.hash(ownerSecret({ id, key })),
        secondHashes: [deps.hash(secret)],
      };
      if (!(await table.add(cosignature))) return answer((await table.read(id)) ?? cosignature);
      await deps.tell(cosignature, { kind: 'ask' }, secret);
      await deps.tell(cosignature, { kind: 'waiting' }, ownerSecret(cosignature));
      return answer(cosignature);
    },

    async read(link: InputOf<typeof readCosignature>): Promise<ReplyOf<typeof readCosignature>> {
      const { of: found, role } = await open(link);
      const of = await lodged(found);
      const { pending, lodged: done } = of;
      return {
        ...of,
        role,
        procedure: await deps.procedure(pending.procedure, pending.revision),
        answers: pending.answers,
        files: pending.uploads,
        // The code opens the request: it is the first person's.
        lodged: done && (role === 'first' ? done : { reference: done.reference }),
        now: deps.now(),
      };
    },

    async sendCode(link: InputOf<typeof sendCosignCode>): Promise<undefined> {
      const { of } = await open(link, 'second');
      refuseUnlessWaiting(of, await deps.today());
      const sent = (of.code?.sent ?? 0) + 1;
      if (sent > mostCodesSent) throw new Refusal('too-many-requests');
      const digits = deps.newDigits();
      const endsAt = new Date(Date.parse(deps.now()) + codeMinutes * 60_000).toISOString();
      const code = { hash: deps.hash(`${of.id} ${digits}`), endsAt, tries: 0, sent };
      await table.save(of, { code });
      await deps.tell(of, { kind: 'code', code: digits }, link.headers['x-cosign-secret']);
    },

    async sign(link: InputOf<typeof signCosignature>): Promise<ReplyOf<typeof signCosignature>> {
      const { of } = await open(link, 'second');
      if (of.state !== 'signed') {
        refuseUnlessWaiting(of, await deps.today());
        const counted = of.code ? await table.countTry(of.id) : of;
        const digits = link.body.code.replace(/\D/g, '');
        judgeCode(counted, counted.code?.hash === deps.hash(`${of.id} ${digits}`), deps.now());
        const signed = { name: link.body.name, email: of.second.email, at: deps.now() };
        const kept = await table.save(counted, { state: 'signed', signed });
        return { reference: (await lodged(kept)).lodged?.reference ?? '' };
      }
      return { reference: (await lodged(of)).lodged?.reference ?? '' };
    },

    async refuse(link: InputOf<typeof refuseCosignature>): Promise<undefined> {
      const { of } = await open(link, 'second');
      refuseUnlessWaiting(of, await deps.today());
      const refused = { reason: link.body.reason, at: deps.now() };
      const kept = await table.save(of, { state: 'refused', refused });
      await deps.tell(kept, { kind: 'refused' }, ownerSecret(of));
    },

    async withdraw(link: InputOf<typeof withdrawCosignature>): Promise<undefined> {
      const { of } = await open(link, 'first');
      refuseUnlessWaiting(of, await deps.today());
      await table.save(of, { state: 'withdrawn' });
    },
  };
};
