import type { HouseholdView, MemberView } from '../../../functions/households/household-api.ts';
import { Button } from '../../ui/button.tsx';
import { UserIcon } from '../../ui/icons.tsx';
import { household as t } from '../../ui/messages/household-fr.ts';
import { sharing } from '../../ui/messages/sharing-fr.ts';
import { Notice } from '../../ui/notice.tsx';

type Facts = HouseholdView['facts'];
export type MemberActs = {
  onCorrect: (member: MemberView) => void;
  onConfirm: (member: MemberView) => void;
  onRemove: (member: MemberView) => void;
  onForget: (code: string, label: string, member?: MemberView) => void;
  onInvite: (member: MemberView) => void;
  onEndSharing: (member: MemberView) => void;
};

export const nameOf = ({ givenName, familyName }: MemberView): string => `${givenName} ${familyName}`;
export const addressText = (address: NonNullable<MemberView['address']>): string =>
  [...address.lines, `${address.postalCode} ${address.city}`].join(', ');

/** What was said on forms and kept, each forgotten in one gesture. */
export function FactList({
  facts,
  onForget,
}: {
  facts: Facts;
  onForget: (code: string, label: string) => void;
}) {
  return (
    <dl class="facts">
      {facts.map(({ code, label, shown }) => (
        <div key={code}>
          <dt>{label}</dt>
          <dd>
            {shown}
            <button type="button" class="link" onClick={() => onForget(code, label)}>
              {t.forget}
              <span class="visually-hidden"> {label}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One person of the household: who, what to check, what is shared. */
export function MemberCard({ member, acts, busy }: { member: MemberView; acts: MemberActs; busy: boolean }) {
  const { relation, birth, age, otherParent, shared } = member;
  const name = nameOf(member);
  const mayInvite = relation === 'child' && !shared && !member.cameOfAge && birth !== null;
  return (
    <li class="member" id={`personne-${member.id}`}>
      <div class="member-head">
        <UserIcon />
        <div>
          <h3 tabIndex={-1}>{name}</h3>
          <p>
            {t.relation[relation]}
            {age !== null && <span> · {t.age(age)}</span>}
          </p>
        </div>
      </div>
      {member.cameOfAge && (
        <Notice kind="info" title={t.ofAge.title(member.givenName)}>
          <p>{t.ofAge.text}</p>
        </Notice>
      )}
      {member.toConfirm && (
        <Notice kind="warning" title={t.check.title(member.givenName)}>
          <p>{t.check.text(member.confirmedAt)}</p>
          <Button look="secondary" busy={busy} onClick={() => acts.onConfirm(member)} about={name}>
            {t.check.yes}
          </Button>
        </Notice>
      )}
      <dl class="member-lines">
        {birth && (
          <div>
            <dt>{t.born}</dt>
            <dd>{t.bornOn(birth)}</dd>
          </div>
        )}
        <div>
          <dt>{t.livesAt}</dt>
          <dd>{member.address ? addressText(member.address) : t.sameAddress}</dd>
        </div>
        {member.otherAddress && (
          <div>
            <dt>{t.alsoLivesAt}</dt>
            <dd>{addressText(member.otherAddress)}</dd>
          </div>
        )}
        {otherParent && (
          <div>
            <dt>{t.otherParent}</dt>
            <dd>{otherParent.name}</dd>
          </div>
        )}
      </dl>
      {member.facts.length > 0 && (
        <details>
          <summary>{t.facts}</summary>
          <FactList facts={member.facts} onForget={(code, label) => acts.onForget(code, label, member)} />
        </details>
      )}
      {shared && (
        <div class="member-shared">
          <p>
            <strong>{sharing.with(shared.name, shared.since)}</strong>
          </p>
          <p>{sharing.withText}</p>
        </div>
      )}
      <div class="member-actions">
        <Button look="secondary" onClick={() => acts.onCorrect(member)} about={name}>
          {t.correct}
        </Button>
        {mayInvite && (
          <Button look="quiet" busy={busy} onClick={() => acts.onInvite(member)} about={name}>
            {sharing.invite}
          </Button>
        )}
        {shared && (
          <Button look="quiet" onClick={() => acts.onEndSharing(member)} about={name}>
            {sharing.end}
          </Button>
        )}
        <Button look="quiet" onClick={() => acts.onRemove(member)} about={name}>
          {t.remove}
        </Button>
      </div>
    </li>
  );
}
