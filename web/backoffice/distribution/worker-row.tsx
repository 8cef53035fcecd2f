import { Button, LinkButton } from '../../ui/button.tsx';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import { workWords } from '../../ui/messages/distribution-work-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { addressOf } from './address.ts';
import type { Distribution, Worker } from './distribution-api.ts';
import { LoadBar, Pressing } from './load-bar.tsx';

/** An agent of the department: how much they have, whether they are there, and what the rules know of them. */
export function WorkerRow(props: { worker: Worker; data: Distribution; isShown: boolean; onWork(): void }) {
  const { worker, data, isShown, onWork } = props;
  const { absence, work, counts } = worker;
  const isComing = absence && worker.isPresent && absence.from > data.today;
  const communes = data.communes.filter(({ code }) => work.communes.includes(code));
  return (
    <li class={isShown ? 'card worker shown' : 'card worker'}>
      <div class="worker-who">
        <p class="worker-name">
          <strong>{worker.name}</strong>{' '}
          {!worker.isPresent && <Tag kind="warning">{absence ? t.away(absence.to) : ''}</Tag>}
        </p>
        <p class="soft">{worker.title}</p>
        <p class="marks">
          {isComing && <span>{t.comes(absence.from, absence.to)}</span>}
          {worker.leftOn && <span>{t.leaves(worker.leftOn)}</span>}
          {worker.instructs && workWords(work).map((one) => <span key={one}>{one}</span>)}
          {communes.length > 0 && <span>{t.covers(communes.map(({ name }) => name))}</span>}
          {!worker.instructs && <span>{t.head}</span>}
        </p>
      </div>
      <div class="worker-load">
        <LoadBar counts={counts} cap={worker.cap} />
        <p class="marks">
          <Pressing counts={counts} />
        </p>
      </div>
      <div class="worker-acts">
        <LinkButton
          look="secondary"
          href={addressOf(data.department, { agent: worker.login })}
          about={worker.name}
        >
          {t.show}
        </LinkButton>
        <Button look="quiet" about={worker.name} onClick={onWork}>
          {t.setWork}
        </Button>
      </div>
    </li>
  );
}
