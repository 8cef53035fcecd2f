import type { Account } from '../accounts/account.ts';
import type { Field } from '../procedures/field.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { SafeDocument } from '../safe/safe-document.ts';
import type { ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { isOfAge } from './age.ts';
import { fullName, type Household } from './household.ts';
import { prefill } from './prefill.ts';
import type { readPrefill as operation } from './prefill-api.ts';

export type PrefillDeps = {
  procedure(id: string): Promise<Procedure | null>;
  account(id: string): Promise<Account | null>;
  household(account: string): Promise<Household>;
  /** What was read from the documents of the safe, for procedures that ask for it. */
  safe(account: string): Promise<Pick<SafeDocument, 'read' | 'validUntil' | 'storedAt'>[]>;
};
type Asked = Field & { known?: string };
const knownIn = (procedure: Procedure): string[] =>
  procedure.steps.flatMap(({ fields }) =>
    (fields as Asked[]).flatMap(({ known, type }) =>
      known ? [known] : type === 'household-child' ? ['child.id'] : [],
    ),
  );

/**
 * What is known of a form's answers. Refuses `not-found` for a procedure that is not offered, and for a member who is not
 * of the household. The only child there can be is chosen without asking.
 */
export const readPrefill =
  (deps: PrefillDeps) =>
  async (
    subject: string,
    asked: { procedure: string; member?: string | undefined },
    today: string,
  ): Promise<ReplyOf<typeof operation>> => {
    const [procedure, account, household] = await Promise.all([
      deps.procedure(asked.procedure),
      deps.account(subject),
      deps.household(subject),
    ]);
    if (!procedure || !account) throw new Refusal('not-found');
    const known = knownIn(procedure);
    const asksChild = known.some((one) => one.startsWith('child.'));
    const asksMember = asksChild || known.some((one) => one.startsWith('member.'));
    const members = household.members.filter(
      ({ relation, birth }) => !asksChild || (relation === 'child' && !isOfAge(birth, today)),
    );
    if (asked.member && !household.members.some(({ id }) => id === asked.member))
      throw new Refusal('not-found');
    const only = asksChild && members.length === 1 ? members[0]?.id : undefined;
    const member = asked.member ?? only;
    const safe = known.some((one) => one.startsWith('safe.')) ? await deps.safe(subject) : [];
    const answers = prefill(procedure, { account, household, safe }, member, today);
    return {
      members: members.map((one) => ({ ...one, name: fullName(one) })),
      asksMember,
      member: member ?? null,
      answers,
    };
  };
