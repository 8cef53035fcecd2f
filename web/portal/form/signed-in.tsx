import { useEffect, useState } from 'preact/hooks';
import type { Needed, readNeeded } from '../../../functions/safe/needed-api.ts';
import type { useSafeDocument } from '../../../functions/safe/safe-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { day, time } from '../../ui/messages/dates.ts';
import { formSpace as t } from '../../ui/messages/form-space-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { signInAddress } from '../account/signed-in.ts';
import { isOpenedFor, isSignedOut, type Me, ownerOf, readMe } from '../account/use-me.ts';
import { addresses } from '../frame.tsx';
import { ConflictNotice } from './conflict.tsx';
import type { Draft } from './draft.ts';
import type { Home } from './home.ts';
import type { DraftState } from './use-draft.ts';
import { useKnown } from './use-known.ts';
import { useServerDraft } from './use-server-draft.ts';

export type SignedInProps = {
  site: Site;
  state: DraftState;
  draft: Draft;
  onHome: (home: Home) => void;
};

/** What a form knows of whoever is signed in; nothing at all for anybody else. */
export function SignedIn(props: SignedInProps) {
  const [me, setMe] = useState<Me>();
  const account = me && ownerOf(me);
  const [isOut, setOut] = useState(false);
  const { state, draft } = props;
  const isTheirs = !draft.server || draft.server.account === account;
  useEffect(() => {
    readMe().then(
      (found) => (isOpenedFor(found) ? setMe(found) : location.reload()),
      (error) => setOut(isSignedOut(error)),
    );
  }, []);
  // Left here by somebody else of this browser, who finds it in their own space.
  useEffect(() => {
    if (account && !isTheirs) state.discard();
  }, [account, isTheirs]);
  if (isOut && draft.server) return <NoMore />;
  return account && isTheirs ? <Known {...props} account={account} /> : null;
}

/** A session has ended while somebody typed: nothing is lost, but it would not be among their requests. */
const NoMore = () => (
  <Alert>
    <Notice kind="warning" title={t.out}>
      <p>{t.outText}</p>
      <LinkButton look="secondary" href={signInAddress()}>
        {t.signIn}
      </LinkButton>
    </Notice>
  </Alert>
);

function Known({ site, state, draft, onHome, account }: SignedInProps & { account: string }) {
  const { id } = draft.procedure;
  const server = useServerDraft(state, draft, account);
  const { members, choose } = useKnown(state, draft);
  const [needed, setNeeded] = useState<readonly Needed[]>([]);
  useEffect(() => {
    call<typeof readNeeded>('GET /api/citizen/safe/for/{procedure}', {
      params: { procedure: id },
      query: { member: draft.member || undefined },
    }).then(
      (found) => setNeeded(found.needed),
      () => undefined,
    );
  }, [id, draft.member]);
  const { savedAt, status } = server;
  const saved = status === 'offline' ? t.savedHere : savedAt ? t.saved(time(savedAt)) : undefined;
  useEffect(() => {
    onHome({
      members,
      member: draft.member || undefined,
      choose,
      origin: (field) => originOf(draft, field),
      safeFor: (document) =>
        needed.find(({ code }) => code === document)?.found.filter(({ good }) => good) ?? [],
      take: (document) =>
        call<typeof useSafeDocument>('POST /api/citizen/safe/{id}/use', { params: { id: document } }),
      saved,
    });
  }, [members, draft, needed, saved]);
  if (server.sentElsewhere !== undefined)
    return (
      <Notice kind="warning" title={t.sentElsewhere}>
        <p>{t.sentElsewhereText(server.sentElsewhere)}</p>
        <LinkButton href={`${addresses.requests}/${server.sentElsewhere}`}>{t.seeRequest}</LinkButton>
      </Notice>
    );
  return (
    <>
      {status === 'out' && <NoMore />}
      {server.conflict && (
        <ConflictNotice site={site} draft={draft} conflict={server.conflict} settle={server.settle} />
      )}
      <Status>{server.merged ? t.merged : ''}</Status>
    </>
  );
}

function originOf({ known, answers }: Draft, field: string): string | undefined {
  const from = known?.[field];
  if (!from || JSON.stringify(answers[field]) !== JSON.stringify(from.value)) return undefined;
  return t.from[from.from](from.at && day(from.at));
}
