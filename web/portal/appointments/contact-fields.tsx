import { useEffect, useState } from 'preact/hooks';
import { mobileOf } from '../../../functions/delivery/phone.ts';
import { Checkbox } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { seemsSignedIn } from '../account/signed-in.ts';
import { readMe } from '../account/use-me.ts';
import type { Contact } from './appointments-api.ts';

export type Typed = {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  wantsTexts: boolean;
};
export const nothingTyped: Typed = { givenName: '', familyName: '', email: '', phone: '', wantsTexts: false };
type Problem = { field: string; message: string };
const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export const contactOf = ({ givenName, familyName, email, phone, wantsTexts }: Typed): Contact => ({
  givenName: givenName.trim(),
  familyName: familyName.trim(),
  email: email.trim() || null,
  phone: phone.trim() || null,
  wantsTexts,
});
export const typedOf = (contact: Contact | undefined): Typed =>
  contact
    ? { ...nothingTyped, ...contact, email: contact.email ?? '', phone: contact.phone ?? '' }
    : nothingTyped;

/** What is missing or cannot be right, in the order of the questions. */
export function contactProblems(prefix: string, typed: Typed): Problem[] {
  const { givenName, familyName, email, phone, wantsTexts } = contactOf(typed);
  const on = (field: string, message: string): Problem => ({ field: `${prefix}-${field}`, message });
  const isMobile = mobileOf(phone ?? null) !== null;
  return [
    ...(givenName ? [] : [on('prenom', t.missing.givenName)]),
    ...(familyName ? [] : [on('nom', t.missing.familyName)]),
    ...(email && !looksLikeMail(email) ? [on('courriel', t.missing.email)] : []),
    ...(!email && !(isMobile && wantsTexts) ? [on('courriel', t.missing.reach)] : []),
    ...((wantsTexts || (phone && !email)) && !isMobile ? [on('mobile', t.missing.phone)] : []),
  ];
}

/** Fills in what the account knows, where nothing was typed yet. */
export function useTyped(start: Typed): [Typed, (more: Partial<Typed>) => void] {
  const [typed, setTyped] = useState(start);
  useEffect(() => {
    if (!seemsSignedIn()) return;
    readMe().then(
      ({ givenName, usedName, familyName, email }) =>
        setTyped((before) => ({
          ...before,
          givenName: before.givenName || givenName,
          familyName: before.familyName || (usedName ?? familyName),
          email: before.email || (email ?? ''),
        })),
      () => undefined,
    );
  }, []);
  return [typed, (more) => setTyped((before) => ({ ...before, ...more }))];
}

/** How somebody is reached: a name, and an address or a mobile. */
export function ContactFields(props: {
  prefix: string;
  typed: Typed;
  onChange: (more: Partial<Typed>) => void;
  problems: readonly Problem[];
}) {
  const { prefix, typed, onChange, problems } = props;
  const errorOf = (field: string) => problems.find((one) => one.field === `${prefix}-${field}`)?.message;
  return (
    <>
      <TextField
        id={`${prefix}-prenom`}
        label={t.givenName}
        autocomplete="given-name"
        width="medium"
        error={errorOf('prenom')}
        value={typed.givenName}
        onChange={(givenName) => onChange({ givenName })}
      />
      <TextField
        id={`${prefix}-nom`}
        label={t.familyName}
        autocomplete="family-name"
        width="medium"
        error={errorOf('nom')}
        value={typed.familyName}
        onChange={(familyName) => onChange({ familyName })}
      />
      <TextField
        id={`${prefix}-courriel`}
        label={t.email}
        hint={t.emailHint}
        type="email"
        autocomplete="email"
        error={errorOf('courriel')}
        value={typed.email}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        id={`${prefix}-mobile`}
        label={t.phone}
        hint={t.phoneHint}
        optional
        type="tel"
        autocomplete="tel"
        width="medium"
        error={errorOf('mobile')}
        value={typed.phone}
        onChange={(phone) => onChange({ phone })}
      />
      {typed.phone.trim() && (
        <Checkbox
          id={`${prefix}-sms`}
          label={t.wantsTexts}
          checked={typed.wantsTexts}
          onChange={(wantsTexts) => onChange({ wantsTexts })}
        />
      )}
    </>
  );
}
