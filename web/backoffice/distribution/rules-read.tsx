import { Button } from '../../ui/button.tsx';
import { rulesWords as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import type { Distribution, Rules } from './distribution-api.ts';
import { type Names, ruleSentence } from './rule-words.ts';

const byFolder = 'deployment';

/** The rules as sentences, in the order in which they are asked. */
export function RulesRead(props: { data: Distribution; rules: Rules; names: Names; onEdit(): void }) {
  const { data, rules, names, onEdit } = props;
  const { saved } = data;
  return (
    <>
      <ol class="rules-list">
        {rules.rules.map((rule) => (
          <li key={rule.id} class="rule">
            <h3>{rule.name}</h3>
            <p>{ruleSentence(rule, rules.teams, names)}</p>
          </li>
        ))}
      </ol>
      <p>
        {t.rest[rules.rest]} {t.cap(rules.cap)}
      </p>
      {saved && (
        <p class="soft">
          {t.version(data.version, saved.at, saved.by === byFolder ? t.byFolder : names.agent(saved.by))}
        </p>
      )}
      <div class="buttons">
        <Button look="secondary" onClick={onEdit}>
          {t.edit}
        </Button>
      </div>
    </>
  );
}
