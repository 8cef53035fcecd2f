import { useState } from 'preact/hooks';
import { isFilled } from '../../../functions/procedures/conditions.ts';
import { reasonsAgainst } from '../../../functions/procedures/eligibility.ts';
import type { Answers, Field, Procedure } from '../../../functions/procedures/procedure.ts';
import { clean } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { eligibility as t } from '../../ui/messages/form-more-fr.ts';
import { Status } from '../../ui/status.tsx';
import { moreStyles } from './more-styles.ts';
import { NotEligible, NotEligibleAloud } from './not-eligible.tsx';
import { Questions } from './questions.tsx';
import { today } from './today.ts';

moreStyles();

export type EarlyCheckProps = {
  site: Site;
  procedure: Procedure;
  fields: readonly Field[];
  onAnswers: (answers: Answers) => void;
};

/** Two or three questions before the start: nobody fills ten pages to be told that it is not for them. */
export function EarlyCheck({ site, procedure, fields, onAnswers }: EarlyCheckProps) {
  const [isOpen, setOpen] = useState(false);
  const [answers, setAnswers] = useState<Answers>({});
  const now = today();
  const kept = clean(procedure, answers, now);
  const against = reasonsAgainst(procedure, kept, now);
  const isWhole = fields.every(({ name }) => isFilled(kept[name]) || kept[name] === false);
  const answer = (name: string, value: Answers[string]) => {
    const next = { ...answers, [name]: value };
    setAnswers(next);
    onAnswers(next);
  };
  return (
    <section class="start-block early-check">
      <h2>{t.title}</h2>
      <p>{t.text(fields.length)}</p>
      {isOpen ? (
        <>
          <Questions
            fields={fields}
            typed={answers}
            kept={kept}
            errors={{}}
            communes={site.communes.map(({ code, name }) => ({ value: code, label: name }))}
            today={now}
            onAnswer={answer}
            files={{}}
            onFiles={() => undefined}
            onPending={() => undefined}
          />
          <NotEligible reasons={against} phone={site.contact.phone} />
          <NotEligibleAloud reasons={against} />
          <Status>{isWhole && against.length === 0 ? t.fine : ''}</Status>
        </>
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      )}
    </section>
  );
}
