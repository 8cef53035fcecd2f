import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import type { Distribution, Worker } from './distribution-api.ts';
import { type Target, useMoves } from './use-moves.ts';

const toRules = '#rules';
const toBasket = '#basket';
const targetOf = (value: string): Target =>
  value === toRules ? { rules: true } : { agent: value === toBasket ? null : value };

/** What to do with the requests that are chosen. It stays in sight, above them. */
export function MoveBar(props: {
  data: Distribution;
  worker: Worker | null;
  picked: readonly string[];
  onMoved(): void;
}) {
  const { data, worker, picked, onMoved } = props;
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState<string>();
  const nameOf = (login: string | null) =>
    login === null ? t.basket : (data.agents.find((one) => one.login === login)?.name ?? login);
  const moves = useMoves(data.department, nameOf);
  const free = data.agents.filter(({ login, isPresent }) => isPresent && login !== worker?.login);
  const give = () => {
    const problem = picked.length === 0 ? t.needsPick : to ? undefined : t.needsTarget;
    setWrong(problem);
    if (problem) document.getElementById(picked.length === 0 ? 'pick-all' : 'move-to')?.focus();
    else
      moves.mutate(
        { references: picked, to: targetOf(to) },
        { onSuccess: onMoved, onSettled: () => setTo('') },
      );
  };
  return (
    <div class="move-bar">
      <p role="status" class="move-count">
        {t.picked(picked.length)}
      </p>
      <Select
        id="move-to"
        label={t.to}
        empty={t.choose}
        error={wrong}
        value={to}
        options={[
          { value: toRules, label: data.rules ? t.toRules : t.toLeast },
          ...free.map(({ login, name, counts, cap }) => ({
            value: login,
            label: t.toAgent(name, counts.open, cap),
          })),
          ...(worker ? [{ value: toBasket, label: t.toBasket }] : []),
        ]}
        onChange={setTo}
      />
      <Button busy={moves.isPending} onClick={give}>
        {t.give}
      </Button>
      {moves.error && <Alert>{sentenceOf(moves.error)}</Alert>}
    </div>
  );
}
