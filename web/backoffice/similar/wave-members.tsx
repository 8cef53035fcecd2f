import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { waves as t } from '../../ui/messages/backoffice-waves-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { base } from '../routes.ts';
import { type Member, type WavePage, wavesApi } from './waves-api.ts';

type Refused = { reference: string; code: string };

/** The requests of a wave with what may be grouped ticked: one gesture groups them all for one answer. */
export function WaveMembers({ page, onReload }: { page: WavePage; onReload(): Promise<unknown> }) {
  const { wave, members, lead } = page;
  const may = (member: Member) => member.mayGroup && !member.isOut && member.reference !== lead;
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const chosen = members.filter((member) => may(member) && !left.includes(member.reference));
  const run = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await act().catch((error) => toast(sentenceOf(error)));
    await onReload();
    setBusy(false);
  };
  const group = () =>
    run(async () => {
      if (!lead || chosen.length === 0) return toast(t.groupNone);
      const references = chosen.map(({ reference }) => reference);
      const done = await wavesApi.group(wave.waveId, lead, references, newKey());
      setRefused(done.refused);
      if (done.grouped.length > 0) toast(t.grouped(done.grouped.length));
    });
  const mark = ({ reference, isOut }: Member) =>
    run(async () => {
      await wavesApi.leave(wave.waveId, reference, !isOut, newKey());
    });
  return (
    <form class="wave-members" onSubmit={(event) => event.preventDefault()}>
      {members.some(may) && (
        <div class="wave-group">
          <p>{lead ? t.lead(lead) : t.noLead}</p>
          <p class="soft">{t.groupText}</p>
          <Button busy={busy} onClick={group}>
            {t.group(chosen.length)}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <div role="alert">
          <Notice kind="warning" title={t.refusedTitle}>
            <ul>
              {refused.map(({ reference, code }) => (
                <li key={reference}>
                  {reference} {t.refused[code] ?? code}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <fieldset class="wave-list">
        <legend class="visually-hidden">{t.choose}</legend>
        {members.map((member) => (
          <MemberRow
            key={member.reference}
            member={member}
            isLead={member.reference === lead}
            isChosen={may(member) ? !left.includes(member.reference) : null}
            onChoose={(isChosen) =>
              setLeft((before) =>
                isChosen ? before.filter((one) => one !== member.reference) : [...before, member.reference],
              )
            }
            onMark={() => void mark(member)}
          />
        ))}
      </fieldset>
    </form>
  );
}

function MemberRow(props: {
  member: Member;
  isLead: boolean;
  /** Null where it cannot be grouped (any more). */
  isChosen: boolean | null;
  onChoose(isChosen: boolean): void;
  onMark(): void;
}) {
  const { member, isLead, isChosen } = props;
  const { reference, subject, sender, receivedAt, lead, isAnswered, isOut, again, mayGroup } = member;
  const id = `wave-${reference}`;
  return (
    <div class={isOut ? 'wave-member out' : 'wave-member'}>
      <span class="wave-tick">
        {isChosen !== null && (
          <input
            id={id}
            type="checkbox"
            checked={isChosen}
            onChange={(event) => props.onChoose(event.currentTarget.checked)}
          />
        )}
      </span>
      <div>
        {isChosen === null ? <p>{subject || t.hidden}</p> : <label for={id}>{subject || t.hidden}</label>}
        <p class="soft">
          <a href={`${base}/demandes/${reference}`}>{reference}</a>{' '}
          {sender && (
            <>
              <bdi>{sender}</bdi>,{' '}
            </>
          )}
          <time dateTime={receivedAt}>{dayAndTime(receivedAt)}</time>
        </p>
        <p class="marks">
          {isLead && <Tag kind="brand">{t.leads}</Tag>}
          {lead && <Tag>{t.isGrouped}</Tag>}
          {isAnswered && <Tag kind="success">{t.answered}</Tag>}
          {isOut && <Tag>{t.left}</Tag>}
          {again && <Tag kind="warning">{t.again(again)}</Tag>}
        </p>
      </div>
      {mayGroup && !isLead && (
        <Button look="quiet" about={reference} onClick={props.onMark}>
          {isOut ? t.comeBack : t.leave}
        </Button>
      )}
    </div>
  );
}
