import type { MemberView } from '../../../functions/households/household-api.ts';
import { readDate } from '../../../functions/procedures/formats.ts';
import type { Address } from '../../../functions/procedures/procedure.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import { household } from '../../ui/messages/household-fr.ts';

type Typed = Omit<
  MemberView,
  'id' | 'version' | 'age' | 'cameOfAge' | 'facts' | 'confirmedAt' | 'toConfirm' | 'shared'
>;
/** A member as it is being typed. `birth` is `year-month-day` with parts that may be empty. */
export type Draft = {
  relation: '' | MemberView['relation'];
  givenName: string;
  familyName: string;
  birth: string;
  gender: '' | 'female' | 'male';
  lives: 'here' | 'elsewhere' | 'both';
  address: Address;
  apart: '' | 'yes' | 'no';
  parentName: string;
  parentEmail: string;
};
export type Problem = { field: string; message: string };

const noAddress: Address = { lines: '', postalCode: '', city: '' };
const shownAddress = (kept: MemberView['address']): Address =>
  kept ? { ...kept, lines: kept.lines.join(', ') } : noAddress;

export const emptyDraft = (relation: Draft['relation'], familyName: string): Draft => ({
  ...{ relation, givenName: '', familyName, birth: '', gender: '', lives: 'here', address: noAddress },
  ...{ apart: '', parentName: '', parentEmail: '' },
});

export const draftOf = (member: MemberView): Draft => ({
  ...{ relation: member.relation, givenName: member.givenName, familyName: member.familyName },
  ...{ birth: member.birth ?? '', gender: member.gender ?? '' },
  lives: member.otherAddress ? 'both' : member.address ? 'elsewhere' : 'here',
  address: shownAddress(member.otherAddress ?? member.address),
  apart: member.otherParent ? 'yes' : member.relation === 'child' ? 'no' : '',
  parentName: member.otherParent?.name ?? '',
  parentEmail: member.otherParent?.email ?? '',
});

const mail = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const hasBirth = ({ birth }: Draft) => birth.replace(/-/g, '').trim() !== '';
/** What lacks before it can be sent, by field, in the order of the page; sentences included. @param today calendar day */
export function problemsOf(draft: Draft, today: string): Problem[] {
  const say = (field: string, code = field) => ({ field, message: household.problems[code] ?? '' });
  const birth = hasBirth(draft) ? readDate(draft.birth) : undefined;
  const isChild = draft.relation === 'child';
  const lacks = (part: keyof Address) => draft.lives !== 'here' && draft.address[part].trim() === '';
  return [
    ...(draft.relation === '' ? [say('relation')] : []),
    ...(draft.givenName.trim() === '' ? [say('givenName')] : []),
    ...(draft.familyName.trim() === '' ? [say('familyName')] : []),
    ...(isChild && !hasBirth(draft) ? [say('birth', 'birth.missing')] : []),
    ...(hasBirth(draft) && !birth ? [say('birth', 'birth.not-valid')] : []),
    ...(birth && birth > today ? [say('birth', 'birth.in-the-future')] : []),
    ...(['lines', 'postalCode', 'city'] as const).filter(lacks).map((part) => say(`address.${part}`)),
    ...(isChild && draft.apart === 'yes' && draft.parentName.trim() === '' ? [say('parentName')] : []),
    ...(isChild && draft.apart === 'yes' && draft.parentEmail !== '' && !mail.test(draft.parentEmail.trim())
      ? [say('parentEmail')]
      : []),
  ];
}

/** As the API takes it; only what suits the relation is kept. */
export function typedOf(draft: Draft, before?: MemberView): Typed {
  const isChild = draft.relation === 'child';
  const address =
    draft.lives === 'here'
      ? null
      : {
          lines: [draft.address.lines.trim()],
          postalCode: draft.address.postalCode.trim(),
          city: draft.address.city.trim(),
        };
  return {
    relation: draft.relation || 'other',
    givenName: draft.givenName.trim(),
    familyName: draft.familyName.trim(),
    birth: hasBirth(draft) ? (readDate(draft.birth) ?? null) : null,
    gender: draft.gender || null,
    address: draft.lives === 'elsewhere' ? address : null,
    otherAddress: isChild && draft.lives === 'both' ? address : null,
    otherParent:
      isChild && draft.apart === 'yes'
        ? {
            name: draft.parentName.trim(),
            address: before?.otherParent?.address ?? null,
            email: draft.parentEmail.trim() || null,
          }
        : null,
  };
}

/** Sentences for what the API refused, by the field of the page they belong to. */
export const refusedBy = (fields: readonly FieldProblem[]): Problem[] =>
  fields.map(({ field, code }) => {
    const name = field.startsWith('otherParent.email') ? 'parentEmail' : (field.split('.')[0] ?? field);
    return {
      field: name,
      message:
        household.problems[`${name}.${code}`] ?? household.problems[name] ?? household.problems.other ?? '',
    };
  });
