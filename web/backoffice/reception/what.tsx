import { RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { what as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { AskFor } from './ask-for.tsx';
import { type DeskDraft, departmentOf, type Outcome, procedureOf } from './draft.ts';
import type { Desk } from './kept.ts';
import { TopicField } from './topic-field.tsx';

const outcomes = Object.entries(t.outcomes).map(([value, label]) => ({ value, label }));
const directions = Object.entries(t.directions).map(([value, label]) => ({ value, label }));
type Props = { desk: Desk; errors: Record<string, string> };

/** The subject and what comes of it; what is asked for, when a request is opened. */
export function What({ desk: { draft, change }, errors }: Props) {
  const { channel, outcome, callId } = draft;
  const chooseTopic = (topic: string) => {
    const next: Partial<DeskDraft> = { topic, form: null, way: procedureOf({ topic }) ? 'form' : 'free' };
    const department = departmentOf({ topic });
    change(department ? { ...next, free: { ...draft.free, department } } : next);
  };
  const needsNumber = (channel === 'phone' && !callId) || outcome === 'call-back';
  return (
    <section class="panel what" aria-labelledby="what-title">
      <h2 id="what-title">{t.title}</h2>
      <TopicField value={draft.topic} error={errors.topic} onChange={chooseTopic} />
      <RadioGroup
        id="outcome"
        label={t.outcome}
        options={outcomes}
        value={outcome}
        error={errors.outcome}
        onChange={(value) => change({ outcome: value as Outcome })}
      />
      {needsNumber && (
        <div class="of-call">
          <TextField
            id="number"
            label={t.number}
            type="tel"
            width="medium"
            value={draft.number}
            error={errors.number}
            onChange={(number) => change({ number })}
          />
          {channel === 'phone' && !callId && (
            <Select
              id="direction"
              label={t.direction}
              options={directions}
              empty={null}
              value={draft.direction}
              onChange={(value) => change({ direction: value as DeskDraft['direction'] })}
            />
          )}
        </div>
      )}
      {outcome === 'request' && <AskFor draft={draft} errors={errors} onChange={change} />}
      <TextArea
        id="note"
        label={t.note}
        hint={t.noteHint}
        optional
        rows={3}
        maxLength={5_000}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </section>
  );
}
