import { useEffect, useState } from 'preact/hooks';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import type { Site } from '../../site.ts';
import { lazily } from '../../ui/lazily.tsx';
import { usePath } from '../../ui/navigation.ts';
import { Written, writtenIn } from '../written.ts';
import { sentStep } from './addresses.ts';
import { LoadingPage, LoadProblem, NothingSentPage } from './dead-ends.tsx';
import type { EndProps } from './end-pages.tsx';
import { FormStart } from './form-start.tsx';
import type { InsideProps } from './inside.tsx';
import { sentOf } from './sent.ts';
import { useDraft } from './use-draft.ts';
import { useProcedure } from './use-procedure.ts';

const Inside = lazily<InsideProps>(async () => (await import('./inside.tsx')).Inside);
const EndPage = lazily<EndProps>(async () => (await import('./end-pages.tsx')).EndPage);

/** One procedure, from its first page to its confirmation; moving between steps asks nothing of the network. */
export function FormApp(props: { site: Site; known?: Procedure }) {
  const [procedure, setProcedure] = useState(props.known);
  return (
    <Written.Provider value={writtenIn(procedure)}>
      <Form {...props} onProcedure={setProcedure} />
    </Written.Provider>
  );
}

type FormProps = { site: Site; known?: Procedure; onProcedure: (procedure: Procedure | undefined) => void };
function Form({ site, known, onProcedure }: FormProps) {
  const [, , id = '', stepId] = usePath().split('/');
  const { procedure: published, problem, retry } = useProcedure(id, known);
  const state = useDraft(id, published);
  // The questions arrive while the first page is read.
  useEffect(() => Inside.prepare(), []);
  const procedure = published ?? state.draft?.procedure;
  useEffect(() => onProcedure(procedure), [procedure]);
  if (!procedure)
    return problem ? <LoadProblem site={site} code={problem} retry={retry} /> : <LoadingPage site={site} />;
  const sent = sentOf(id);
  if (stepId === sentStep)
    return sent ? (
      <EndPage page="sent" site={site} title={procedure.title} sent={sent} />
    ) : (
      <NothingSentPage site={site} />
    );
  if (!stepId) return <FormStart site={site} procedure={procedure} state={state} />;
  if (!state.draft) return <LoadingPage site={site} />;
  if (sent && state.draft.savedAt === '')
    return <EndPage page="sent" site={site} title={procedure.title} sent={{ ...sent, already: true }} />;
  return <Inside key={id} site={site} state={state} published={published} stepId={stepId} />;
}
