import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { AwaitedDocuments } from './awaited-documents.tsx';
import { Deeds } from './deeds.tsx';
import { InstructionNotices } from './notices.tsx';
import { Opinions } from './opinions.tsx';
import { ReceivedDocuments } from './received-documents.tsx';
import { UnsortedDocuments } from './unsorted-documents.tsx';
import type { DeedProps } from './use-deed.ts';
import { Workflow } from './workflow.tsx';

/** Where the instruction stands and what can be done next; nothing when there is nothing to say or to do. */
export function InstructionPanel(props: DeedProps) {
  return (
    <section class="panel instruction" aria-labelledby="instruction-title">
      <h2 id="instruction-title">{t.title}</h2>
      <InstructionNotices request={props.request} />
      <Workflow {...props} />
      <UnsortedDocuments {...props} />
      <AwaitedDocuments {...props} />
      <ReceivedDocuments {...props} />
      <Opinions {...props} />
      <Deeds {...props} />
    </section>
  );
}
