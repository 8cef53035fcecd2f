import { type Account, type Birth, writeTo } from '../accounts/account.ts';
import type { Answer, Field, Row } from '../procedures/field.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { SafeDocument } from '../safe/safe-document.ts';
import { isOfAge } from './age.ts';
import { fullName, type HomeAddress, type Household, type Member } from './household.ts';

/** Where an answer that need not be typed comes from: shown beside it, and always correctable. */
export type Origin = 'account' | 'franceconnect' | 'household' | 'safe';
/** `at`: the day it was last said to be exact (household), certified (FranceConnect) or read (safe), YYYY-MM-DD. */
export type Prefilled = { value: Answer; from: Origin; at?: string };
export type Prefill = Record<string, Prefilled>;
export type KnownOfHome = {
  account: Account;
  household: Pick<Household, 'members' | 'facts'>;
  safe: readonly Pick<SafeDocument, 'read' | 'validUntil' | 'storedAt'>[];
};
type Form = Pick<Procedure, 'steps' | 'identity'>;
type Found = { value: string | HomeAddress; from: Origin; at?: string };
type Asked = Field & { known?: string };

/**
 * What a form asks and what is known already, by the name of the question. A question says which thing it asks by its
 * `known`: `self.givenName`, `child.birth`, `partner.familyName`, `member.address`, `fact.<code>`, `safe.<code>`; those
 * that the procedure names under `identity` are the account's own without saying so.
 * @param chosen id of the member the form is about
 * @param today calendar day of the authority; a document no longer valid prefills nothing
 */
export function prefill(form: Form, home: KnownOfHome, chosen: string | undefined, today: string): Prefill {
  const member = home.household.members.find(({ id }) => id === chosen);
  const find = (known: string, of: Member | undefined) => thing(known, home, of, today);
  const own = Object.entries(form.identity).map(([part, name]) => [name, `self.${part}`] as const);
  const knownOf = (field: Asked): string | undefined =>
    field.known ?? own.find(([name]) => name === field.name)?.[1];
  const answers = form.steps
    .flatMap(({ fields }) => fields as Asked[])
    .flatMap((field) => {
      const filled =
        field.type === 'repeat' ? rowsOf(field, home, find) : answerOf(field, knownOf(field), member, find);
      return filled ? [[field.name, filled] as const] : [];
    });
  return Object.fromEntries(answers);
}

type Find = (known: string, of: Member | undefined) => Found | undefined;
/** A child as the form engine keeps one; chosen in the household, it may still be corrected. */
const childOf = ({ id, givenName, familyName, birth }: Member) => ({
  ...{ givenName, familyName },
  birthDate: birth ?? '',
  member: id,
});

function answerOf(field: Asked, known: string | undefined, of: Member | undefined, find: Find) {
  if (field.type === 'household-child')
    return of?.relation === 'child' ? { value: childOf(of), ...fromHousehold(of) } : undefined;
  const found = known === undefined ? undefined : find(known, of);
  const value = found && inKind(field, found.value);
  return found && value !== undefined ? { ...found, value } : undefined;
}

/** A block that asks about each child of a home is filled with those who are under age. */
function rowsOf(field: Asked & { type: 'repeat' }, home: KnownOfHome, find: Find): Prefilled | undefined {
  const questions = field.fields as (Asked & { known?: string })[];
  const asksChildren = questions.some(({ known }) => known?.startsWith('child.'));
  const children = home.household.members.filter(({ relation }) => relation === 'child');
  if (!asksChildren || children.length === 0) return undefined;
  const rows = children.slice(0, field.max).map((child) => {
    const filled = questions.flatMap((question) => {
      const answer = answerOf(question, question.known, child, find);
      return answer ? [[question.name, answer.value] as const] : [];
    });
    return Object.fromEntries(filled) as Row;
  });
  return { value: rows, from: 'household' };
}

function thing(known: string, home: KnownOfHome, chosen: Member | undefined, today: string) {
  const [whose = '', ...rest] = known.split('.');
  const what = rest.join('.');
  if (whose === 'self') return ofAccount(home.account, what);
  if (whose === 'safe') return ofSafe(home.safe, what, today);
  if (whose === 'fact') return ofFacts(home, chosen, what);
  const one = memberFor(whose, home.household.members, chosen, today);
  return one && ofMember(one, home.account, what);
}

/** `partner` is the only one there is; `child` and `member` are who was chosen. A child of full age speaks for itself. */
function memberFor(whose: string, members: readonly Member[], chosen: Member | undefined, today: string) {
  if (whose === 'partner') return members.find(({ relation }) => relation === 'partner');
  if (whose === 'member') return chosen;
  if (whose !== 'child' || chosen?.relation !== 'child') return undefined;
  return isOfAge(chosen.birth, today) ? undefined : chosen;
}

function ofAccount(account: Account, what: string): Found | undefined {
  const certified = account.franceConnect;
  const isCertified = certified && ['givenName', 'familyName', 'birth', 'birthDate', 'gender'].includes(what);
  const values: Record<string, string | HomeAddress | null | undefined> = {
    ...{ givenName: account.givenName, familyName: account.familyName, usedName: account.usedName },
    ...{ gender: account.gender, birth: wholeDay(account.birth), birthDate: wholeDay(account.birth) },
    ...{ email: writeTo(account), phone: account.phone, address: account.address },
  };
  return found(
    values[what],
    isCertified ? { from: 'franceconnect', at: certified.certifiedAt.slice(0, 10) } : { from: 'account' },
  );
}
/** Presumed dates lack a day or a month: no question takes them, and none is invented. */
const wholeDay = (birth: Birth | null) => (birth?.date.length === 10 ? birth.date : null);

function ofMember(member: Member, account: Account, what: string): Found | undefined {
  const values: Record<string, string | HomeAddress | null | undefined> = {
    ...{ givenName: member.givenName, familyName: member.familyName, name: fullName(member) },
    ...{ gender: member.gender, birth: member.birth, birthDate: member.birth },
    ...{ address: member.address ?? account.address, otherAddress: member.otherAddress },
    'otherParent.name': member.otherParent?.name,
    'otherParent.email': member.otherParent?.email,
    'otherParent.address': member.otherParent?.address,
  };
  const fact = what.startsWith('fact.') ? member.facts[what.slice('fact.'.length)]?.value : undefined;
  return found(values[what] ?? fact, fromHousehold(member));
}

function ofFacts({ household }: KnownOfHome, chosen: Member | undefined, code: string): Found | undefined {
  const said = chosen?.facts[code]?.value;
  if (chosen && said) return found(said, fromHousehold(chosen));
  return found(household.facts[code]?.value, { from: 'household' });
}

function ofSafe(safe: KnownOfHome['safe'], code: string, today: string): Found | undefined {
  const newest = safe
    .filter(({ validUntil }) => validUntil === null || validUntil >= today)
    .toSorted((one, other) => other.storedAt.localeCompare(one.storedAt))
    .flatMap(({ read, storedAt }) =>
      read.filter((line) => line.code === code).map(({ value }) => ({ value, storedAt })),
    )[0];
  return found(newest?.value, { from: 'safe', at: newest?.storedAt.slice(0, 10) });
}

const fromHousehold = ({ confirmedAt }: Member) =>
  ({ from: 'household', at: confirmedAt.slice(0, 10) }) as const;
const found = (
  value: string | HomeAddress | null | undefined,
  whence: Omit<Found, 'value'>,
): Found | undefined => (value ? { value, ...whence } : undefined);

/** As the form engine keeps an answer of this kind; nothing when what is known does not suit the question. */
function inKind(field: Asked, value: string | HomeAddress): Answer | undefined {
  if (typeof value !== 'string')
    return field.type === 'address' ? { ...value, lines: value.lines.join(', ') } : undefined;
  switch (field.type) {
    case 'address':
    case 'files':
      return undefined;
    case 'yes-no':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'number':
    case 'amount':
      return Number.isFinite(Number(value)) ? Number(value) : undefined;
    case 'choice':
      return field.options.some((option) => option.value === value) ? value : undefined;
    case 'choices':
      return value.split(',').filter((one) => field.options.some((option) => option.value === one));
    default:
      return value;
  }
}
