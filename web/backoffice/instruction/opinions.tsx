import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { TextArea } from '../../ui/field.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { type Instruction, instructionApi } from '../data/instruction-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

type Opinion = Instruction['opinions'][number];
type Result = NonNullable<Opinion['result']>;
const results: readonly Result[] = ['favourable', 'reserved', 'unfavourable'];
const tones = { favourable: 'success', reserved: 'warning', unfavourable: 'danger' } as const;

/** What other departments think, asked all at once; the one that is asked answers here. */
export function Opinions(props: DeedProps) {
  const { departmentName } = useSignedIn();
  const { opinions } = props.request.instruction;
  if (opinions.length === 0) return null;
  return (
    <section class="opinions" aria-labelledby="opinions-title">
      <h3 id="opinions-title">{t.opinionsTitle}</h3>
      <ul>
        {opinions.map((opinion) => (
          <li key={opinion.opinionId}>
            <p>
              <strong>{departmentName(opinion.department)}</strong>{' '}
              {opinion.result ? (
                <Tag kind={tones[opinion.result]}>{t.outcomes[opinion.result]}</Tag>
              ) : (
                <Tag kind="warning">{t.opinionWaits}</Tag>
              )}{' '}
              {!opinion.result && opinion.due && <span class="soft">{t.opinionDue(day(opinion.due))}</span>}
            </p>
            <p class="soft">{opinion.question}</p>
            {opinion.text && <p class="lines">{opinion.text}</p>}
            {opinion.author && <p class="soft">{opinion.author}</p>}
            {opinion.mayGive && <GiveOpinion opinion={opinion} {...props} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function GiveOpinion({ opinion, ...props }: DeedProps & { opinion: Opinion }) {
  const [result, setResult] = useState<Result>();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const give = useDeed(
    props,
    (body: { result: Result; text: string }, key) =>
      instructionApi.giveOpinion(props.request, opinion.opinionId, body, key),
    t.opinionGiven,
  );
  const id = `opinion-${opinion.opinionId}`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (result && text.trim()) give.run({ result, text: text.trim() });
        else document.getElementById(result ? `${id}-text` : id)?.focus();
      }}
    >
      <RadioGroup
        id={id}
        label={t.opinionGive}
        error={tried && !result ? t.opinionMissing : give.failed}
        options={results.map((value) => ({ value, label: t.outcomes[value] ?? value }))}
        value={result ?? ''}
        onChange={(value) => setResult(value as Result)}
      />
      <TextArea
        id={`${id}-text`}
        label={t.opinionText}
        rows={4}
        maxLength={5_000}
        error={tried && !text.trim() ? t.textMissing : undefined}
        value={text}
        onChange={setText}
      />
      <Button type="submit" busy={give.busy}>
        {t.opinionGo}
      </Button>
    </form>
  );
}
