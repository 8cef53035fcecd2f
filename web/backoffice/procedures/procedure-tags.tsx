import { manage as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Managed } from '../data/procedures-api.ts';

/** Where a procedure stands: published or not, open or not, with changes that wait. */
export const ProcedureTags = ({ procedure, isDraft }: { procedure: Managed; isDraft: boolean }) => (
  <p class="procedure-tags">
    {procedure.state === 'published' && <Tag kind="success">{t.published(procedure.revision)}</Tag>}
    {procedure.state === 'archived' && <Tag kind="neutral">{t.archived(procedure.revision)}</Tag>}
    {procedure.state === 'published' && !procedure.open && <Tag kind="warning">{t.closed}</Tag>}
    {isDraft && <Tag kind="brand">{procedure.revision > 0 ? t.changed : t.neverPublished}</Tag>}
  </p>
);
