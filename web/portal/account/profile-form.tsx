import { useState } from 'preact/hooks';
import type { AccountView, writeAccount } from '../../../functions/accounts/account-api.ts';
import { readPhone } from '../../../functions/procedures/formats.ts';
import { AddressField } from '../../ui/address-field.tsx';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { profile as t } from '../../ui/messages/account-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { kit } from '../../ui/messages/fr.ts';
import { dayTyped, noAddress, type Typed, typedOf } from './typed.ts';

type Props = {
  account: AccountView;
  onSaved: (account: AccountView) => void;
  onErrors: (is: boolean) => void;
};
const boxes = {
  ...{ givenName: 'prenoms', familyName: 'nom', usedName: 'nom-usage', birth: 'naissance' },
  ...{ phone: 'telephone', address: 'adresse-postale', language: 'langue' },
} as const;
type Wrong = 'givenName' | 'familyName' | 'birth' | 'phone' | 'address';

const wrongIn = (typed: Typed, isCertified: boolean): Wrong[] =>
  [
    !isCertified && !typed.givenName.trim() && ('givenName' as const),
    !isCertified && !typed.familyName.trim() && ('familyName' as const),
    !isCertified && typed.birth && !dayTyped(typed.birth) && ('birth' as const),
    typed.phone.trim() && !readPhone(typed.phone) && ('phone' as const),
    !noAddress(typed.address) &&
      !(
        typed.address.lines.trim() &&
        /^\d{5}$/.test(typed.address.postalCode.trim()) &&
        typed.address.city.trim()
      ) &&
      ('address' as const),
  ].filter((one): one is Wrong => Boolean(one));

export function ProfileForm({ account, onSaved, onErrors }: Props) {
  const { isCertified } = account;
  const [typed, setTyped] = useState(() => typedOf(account));
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [failed, setFailed] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const errorOf = (one: Wrong) => (wrong.includes(one) ? t.missing[one] : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found = wrongIn(typed, isCertified);
    setWrong(found);
    setFailed(undefined);
    onErrors(found.length > 0);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    setBusy(true);
    const birth = isCertified ? account.birth : dayTyped(typed.birth);
    const { lines, postalCode, city } = typed.address;
    await call<typeof writeAccount>('PUT /api/citizen/account', {
      body: {
        version: account.version,
        givenName: isCertified ? account.givenName : typed.givenName,
        familyName: isCertified ? account.familyName : typed.familyName,
        usedName: typed.usedName.trim() || null,
        birth:
          typeof birth === 'string'
            ? { place: null, country: '99100', ...account.birth, date: birth }
            : birth,
        phone: typed.phone.trim() ? (readPhone(typed.phone) ?? null) : null,
        address: noAddress(typed.address)
          ? null
          : { lines: lines.split('\n').filter(Boolean).slice(0, 4), postalCode: postalCode.trim(), city },
        language: typed.language,
      },
    }).then(onSaved, (error) => setFailed(error instanceof ApiProblem ? error.code : 'unexpected'));
    setBusy(false);
  };
  const problems = [
    ...wrong.map((one) => ({ field: boxes[one], message: t.missing[one] })),
    ...(failed ? [{ field: boxes.phone, message: kit.problem(failed) }] : []),
  ];
  const text = (name: 'givenName' | 'familyName' | 'usedName' | 'phone') => ({
    id: boxes[name],
    value: typed[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <>
      <ErrorSummary problems={problems} attempt={attempt} />
      <form noValidate onSubmit={(event) => void submit(event)} class="profile-form">
        <section aria-labelledby="identite">
          <h2 id="identite">{t.identity}</h2>
          {isCertified ? (
            <Certified account={account} />
          ) : (
            <>
              <TextField
                {...text('givenName')}
                label={t.givenName}
                hint={t.givenNameHint}
                error={errorOf('givenName')}
                autocomplete="given-name"
              />
              <TextField
                {...text('familyName')}
                label={t.familyName}
                error={errorOf('familyName')}
                autocomplete="family-name"
              />
            </>
          )}
          <TextField
            {...text('usedName')}
            label={t.usedName}
            hint={t.usedNameHint}
            optional
            autocomplete="off"
          />
          {!isCertified && (
            <DateField
              id={boxes.birth}
              label={t.birth}
              hint={t.birthHint}
              error={errorOf('birth')}
              optional
              value={typed.birth}
              onChange={(birth) => change({ birth })}
              birth
            />
          )}
        </section>
        <section aria-labelledby="joindre">
          <h2 id="joindre">{t.contact}</h2>
          <TextField
            {...text('phone')}
            label={t.phone}
            hint={t.phoneHint}
            error={errorOf('phone')}
            optional
            type="tel"
            autocomplete="tel"
            width="medium"
          />
          <AddressField
            id={boxes.address}
            label={t.address}
            error={errorOf('address')}
            optional
            value={typed.address}
            onChange={(address) => change({ address })}
          />
          <RadioGroup
            id={boxes.language}
            label={t.language}
            options={(['fr', 'fr-x-falc', 'en'] as const).map((value) => ({
              value,
              label: t.languages[value],
            }))}
            value={typed.language}
            onChange={(language) => change({ language: language as Typed['language'] })}
          />
        </section>
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </>
  );
}

/** What FranceConnect certifies is read, not retyped. */
function Certified({ account: { givenName, familyName, birth } }: { account: AccountView }) {
  const facts = [
    [t.givenName, givenName],
    [t.familyName, familyName],
    ...(birth ? [[t.birth, birth.date.length === 10 ? day(birth.date) : birth.date]] : []),
  ];
  return (
    <div class="certified">
      <p class="hint">{t.certifiedText}</p>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
