import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { Page } from '../../ui/page.tsx';
import { headOf } from './head-of.ts';
import type { Access } from './reference.ts';
import { RequestBody } from './request-body.tsx';
import { usePiece } from './use-piece.ts';

type RequestViewProps = {
  site: Site;
  request: TrackedRequest;
  access: Access;
  onRequest: (request: TrackedRequest) => void;
  onLeave: () => void;
};

/** A request opened by its code. */
export function RequestView({ site, request, ...body }: RequestViewProps) {
  const piece = usePiece(request);
  return (
    <Page {...headOf(request, piece)} site={site.name} wide={!piece}>
      <RequestBody {...body} request={request} piece={piece} />
    </Page>
  );
}
