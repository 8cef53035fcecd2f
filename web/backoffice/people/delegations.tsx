import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { DelegationForm } from './delegation-form.tsx';
import type { Delegation, NewDelegation, People } from './people-api.ts';

/** Who may sign for whom, under which published order. */
export function Delegations(props: {
  data: People;
  busy: boolean;
  onSave(delegation: NewDelegation): Promise<void>;
  onEnd(delegation: Delegation): void;
}) {
  const { data, busy, onSave, onEnd } = props;
  const [adding, setAdding] = useState(false);
  const { departmentName } = useSignedIn();
  const nameOf = (login: string) => data.people.find((one) => one.login === login)?.name ?? login;
  return (
    <section aria-labelledby="delegations-title" class="people-section">
      <h2 id="delegations-title">{t.delegations}</h2>
      <p class="soft">{t.delegationsText}</p>
      {data.delegations.length === 0 && <p>{t.noDelegation}</p>}
      <ul class="people-list">
        {data.delegations.map((one) => (
          <li key={one.id} class="card person">
            <div>
              <p>
                <strong>{nameOf(one.delegate)}</strong>, {one.quality}
              </p>
              <p class="soft">
                {one.formula}
                {one.delegator && ` (${nameOf(one.delegator)})`}
              </p>
            </div>
            <p class="marks">
              <span>{t.order(one.order.number)}</span>
              <span>{t.published(one.order.publishedOn)}</span>
              <span>{t.since(one.from, one.to)}</span>
              <span>
                {t.scope(
                  one.departments.length > 0 ? one.departments.map(departmentName).join(', ') : t.everything,
                )}
              </span>
              {one.order.url && (
                <a href={one.order.url} rel="noreferrer">
                  {t.read}
                  <span class="visually-hidden"> {one.order.number}</span>
                </a>
              )}
            </p>
            {data.may.manage && (
              <div class="person-acts">
                <Button look="secondary" busy={busy} about={one.order.number} onClick={() => onEnd(one)}>
                  {t.endDelegation}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {data.may.manage && !adding && (
        <div class="buttons">
          <Button look="secondary" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      )}
      {adding && (
        <DelegationForm
          everybody={data.people.filter(({ leftOn }) => leftOn === null)}
          busy={busy}
          onSave={(delegation) => void onSave(delegation).then(() => setAdding(false))}
          onCancel={() => setAdding(false)}
        />
      )}
    </section>
  );
}
