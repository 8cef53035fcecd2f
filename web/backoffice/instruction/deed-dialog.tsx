import { AskDocumentsDialog } from './ask-documents-dialog.tsx';
import { AskOpinionsDialog } from './ask-opinions-dialog.tsx';
import type { OneDeedProps } from './deeds.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { type Plain, ReasonDialog } from './reason-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** The dialog of one act. */
export function DeedDialog({ deed, ...props }: OneDeedProps) {
  if (deed === 'askDocuments') return <AskDocumentsDialog {...props} />;
  if (deed === 'askOpinion') return <AskOpinionsDialog {...props} />;
  if (deed === 'transfer') return <TransferDialog {...props} />;
  if (deed === 'group') return <GroupDialog {...props} />;
  return <ReasonDialog deed={deed satisfies Plain} {...props} />;
}
