import { useState } from 'preact/hooks';
import type { Field } from '../../../functions/procedures/field.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import type { SentFile } from '../../ui/file-upload.tsx';
import { day } from '../../ui/messages/dates.ts';
import { formSpace as t } from '../../ui/messages/form-space-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import type { Home, SafeOffer } from './home.ts';
import { moreStyles } from './more-styles.ts';

moreStyles();

export type MemberChoiceProps = { home: Home; fields: readonly Field[] };
const other = 'autre';

/** Asked once, above the first questions that are about somebody of the household. */
export function MemberChoice({ home, fields }: MemberChoiceProps) {
  const asks = fields.some(
    (field) =>
      field.type === 'household-child' || ('known' in field && /^(child|member)\./.test(field.known ?? '')),
  );
  const [chosen, setChosen] = useState(home.member);
  if (!asks || home.members.length === 0) return null;
  return (
    <div class="member-choice">
      <RadioGroup
        id="pour-qui"
        label={t.who}
        hint={t.whoHint}
        options={[
          ...home.members.map(({ id, name, birth }) => ({
            value: id,
            label: name,
            ...(birth && { hint: day(birth) }),
          })),
          { value: other, label: t.somebodyElse },
        ]}
        value={chosen ?? home.member ?? ''}
        onChange={(value) => {
          setChosen(value);
          home.choose(value === other ? undefined : value);
        }}
      />
    </div>
  );
}

export type SafeChoiceProps = {
  home: Home;
  document: string | undefined;
  /** Already joined, by name: offered once. */
  files: readonly SentFile[];
  max: number;
  onTake: (file: SentFile, kind: string) => void;
};

/** What the safe holds of the document asked: joined in one gesture, as if it had been sent. */
export function SafeChoice({ home, document, files, max, onTake }: SafeChoiceProps) {
  const [taking, setTaking] = useState<string>();
  const [said, say] = useState('');
  const [failed, setFailed] = useState(false);
  const offers = home.safeFor(document).filter(({ name }) => !files.some((file) => file.name === name));
  const take = async (offer: SafeOffer) => {
    setTaking(offer.id);
    setFailed(false);
    try {
      onTake(await home.take(offer.id), offer.type);
      say(t.taken(offer.name));
    } catch {
      setFailed(true);
    }
    setTaking(undefined);
  };
  return (
    <>
      <Status hidden>{said}</Status>
      {offers.length > 0 && files.length < max && (
        <div class="safe-choice">
          <p>
            <strong>{t.takeFromSafe}</strong>
          </p>
          <ul>
            {offers.slice(0, 3).map((offer) => (
              <li key={offer.id}>
                <Button look="secondary" busy={taking === offer.id} onClick={() => void take(offer)}>
                  {taking === offer.id ? t.taking : t.take(offer.name)}
                </Button>
                <span class="hint">
                  {offer.validUntil ? t.validUntil(day(offer.validUntil)) : t.kept(day(offer.storedAt))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failed && (
        <Alert>
          <p class="field-error">{t.takeFailed}</p>
        </Alert>
      )}
    </>
  );
}
