import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { ByLetter } from './by-letter.tsx';
import { type Access, readReference } from './reference.ts';

type AccessFormProps = {
  site: Site;
  /** What was tried before, kept in the boxes. */
  known?: Access;
  /** Code of what the service answered. */
  problem?: string;
  left?: boolean;
  onAsk: (access: Access) => void;
};
const boxes = { reference: 'numero', code: 'code' };

export function AccessForm({ site, known, problem, left, onAsk }: AccessFormProps) {
  const [reference, setReference] = useState(known?.reference ?? '');
  const [code, setCode] = useState(known?.code ?? '');
  const [attempt, setAttempt] = useState(0);
  const [letterWrong, setLetterWrong] = useState(false);
  const tried = attempt > 0;
  const empty = [
    tried && !reference.trim() && { field: boxes.reference, message: track.referenceMissing },
    tried && !code.trim() && { field: boxes.code, message: track.codeMissing },
  ].filter((each) => each !== false);
  const wrong = problem === 'wrong-tracking-code' || problem === 'not-found' || problem === 'invalid-input';
  const problems =
    empty.length === 0 && wrong && !tried
      ? [{ field: boxes.reference, message: kit.problem('wrong-tracking-code') }]
      : empty;
  const errorOf = (field: string) => problems.find((each) => each.field === field)?.message;
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (reference.trim() && code.trim()) onAsk({ reference: readReference(reference), code: code.trim() });
  };
  return (
    <Page
      title={track.title}
      site={site.name}
      inError={problems.length > 0 || letterWrong}
      intro={<p>{track.intro}</p>}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {problem && !wrong && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      <Status>{left ? track.left : ''}</Status>
      <form noValidate onSubmit={submit} class="step-form">
        <TextField
          id={boxes.reference}
          label={track.reference}
          hint={track.referenceHint(site.prefix)}
          error={errorOf(boxes.reference)}
          value={reference}
          onChange={setReference}
          autocomplete="off"
          spellcheck={false}
          width="medium"
        />
        <TextField
          id={boxes.code}
          label={track.code}
          hint={track.codeHint}
          error={errorOf(boxes.code)}
          value={code}
          onChange={setCode}
          autocomplete="off"
          spellcheck={false}
          width="medium"
        />
        <div class="buttons">
          <Button type="submit">{track.submit}</Button>
        </div>
      </form>
      <p class="hint with-icon">
        <LockIcon />
        {track.privacy}
      </p>
      <section>
        <h2>{track.space}</h2>
        <p>{track.spaceText}</p>
        <LinkButton look="secondary" href={addresses.requests}>
          {track.spaceAction}
        </LinkButton>
      </section>
      <ByLetter onAsk={onAsk} onErrors={setLetterWrong} />
      <section>
        <h2>{track.lost}</h2>
        <p>{track.lostText(site.contact.phone)}</p>
      </section>
    </Page>
  );
}
