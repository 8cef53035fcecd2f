import { useState } from 'preact/hooks';
import type { withdrawCosignature } from '../../../functions/drafts/cosign-api.ts';
import type { Answers } from '../../../functions/procedures/procedure.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call, lastNow } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { cosign as t } from '../../ui/messages/cosign-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import type { Cosigned, CosignLink } from './cosign-app.tsx';
import { emptyDraft, saveDraft } from './draft.ts';

type Props = { site: Site; found: Cosigned; link: CosignLink; reload: () => Promise<unknown> };

/** Where the second signature stands, for who asked for it. */
export function CosignFirst({ site, found, link, reload }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { state, title, lodged, refused, second, until } = found;
  const withdraw = async () => {
    setAsking(false);
    await call<typeof withdrawCosignature>('POST /api/public/cosignatures/{id}/withdraw', link).catch(
      (error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'),
    );
    await reload();
  };
  /** The same answers, as another request: the one that was refused stays as it is. */
  const takeUp = async () => {
    const { procedure, answers, files } = found;
    if (!procedure) return;
    const sent: ReturnType<typeof emptyDraft>['files'] = {};
    for (const { field, uploadId, name } of files)
      sent[field] = [...(sent[field] ?? []), { uploadId, name, size: 1, at: lastNow(), keptAt: lastNow() }];
    const draft = { ...emptyDraft(procedure), answers: answers as Answers, files: sent, savedAt: lastNow() };
    await saveDraft(procedure.id, draft);
    location.assign(`${addresses.procedures}/${procedure.id}/verifier`);
  };
  const page = { site: site.name, kicker: title, context: title };
  if (lodged)
    return (
      <Page {...page} title={t.lodgedTitle} intro={<p>{t.lodgedText}</p>}>
        <div class="sent-card">
          <dl>
            <div>
              <dt>{t.reference}</dt>
              <dd class="reference">{lodged.reference}</dd>
            </div>
            {lodged.trackingCode && (
              <div>
                <dt>{t.code}</dt>
                <dd class="reference">{lodged.trackingCode}</dd>
              </div>
            )}
          </dl>
        </div>
        <div class="buttons">
          <LinkButton href={`${addresses.track}#${lodged.reference}:${lodged.trackingCode ?? ''}`}>
            {t.follow}
          </LinkButton>
        </div>
      </Page>
    );
  if (state === 'waiting' || state === 'signed')
    return (
      <Page {...page} title={t.waitingTitle} intro={<p>{t.waitingText(second.email, until)}</p>}>
        <Notice title={t.notLodged}>
          <p>{t.keepLink}</p>
        </Notice>
        {problem && (
          <Alert>
            <p class="field-error">{kit.problem(problem)}</p>
          </Alert>
        )}
        <div class="buttons">
          <Button look="secondary" onClick={() => setAsking(true)}>
            {t.withdraw}
          </Button>
        </div>
        <Dialog id="retirer" open={isAsking} title={t.withdraw} onClose={() => setAsking(false)}>
          <p>{t.withdrawSure}</p>
          <div class="buttons">
            <Button onClick={() => void withdraw()}>{t.withdrawYes}</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t.withdrawNo}
            </Button>
          </div>
        </Dialog>
      </Page>
    );
  const ended = { refused: t.refusedTitle, expired: t.expiredTitle, withdrawn: t.withdrawnTitle }[state];
  const said = { refused: t.refusedText, expired: t.expiredText, withdrawn: t.withdrawnText }[state];
  return (
    <Page {...page} title={ended} intro={<p>{said}</p>}>
      {refused && <blockquote class="lines">{refused.reason}</blockquote>}
      <div class="buttons">
        <Button onClick={() => void takeUp()}>{t.takeUp}</Button>
      </div>
    </Page>
  );
}
