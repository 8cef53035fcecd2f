import { useState } from 'preact/hooks';
import type { refuseCosignature } from '../../../functions/drafts/cosign-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { cosign as t } from '../../ui/messages/cosign-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { CosignAnswers } from './cosign-answers.tsx';
import type { Cosigned, CosignLink } from './cosign-app.tsx';
import { CosignSign } from './cosign-sign.tsx';

type Props = { site: Site; found: Cosigned; link: CosignLink; reload: () => Promise<unknown> };

/** What there is to sign, read whole before anything is asked; then a signature, or a refusal with its reason. */
export function CosignSecond({ site, found, link, reload }: Props) {
  const { state, title, first, until, lodged } = found;
  const [isWrong, setWrong] = useState(false);
  const page = { site: site.name, kicker: title, context: title };
  if (state === 'signed')
    return <Page {...page} title={t.signedTitle} intro={<p>{t.signedText(lodged?.reference ?? '')}</p>} />;
  if (state === 'refused')
    return <Page {...page} title={t.youRefusedTitle} intro={<p>{t.youRefusedText}</p>} />;
  if (state !== 'waiting') return <Page {...page} title={t.overTitle} intro={<p>{t.over[state]}</p>} />;
  return (
    <Page
      site={site.name}
      title={t.askedTitle(title)}
      intro={<p>{t.askedBy(first.name, until)}</p>}
      inError={isWrong}
    >
      <CosignAnswers site={site} found={found} />
      <CosignSign found={found} link={link} onSigned={reload} onWrong={setWrong} />
      <Refuse link={link} onRefused={reload} onWrong={setWrong} />
    </Page>
  );
}

type RefuseProps = { link: CosignLink; onRefused: () => void; onWrong: (isWrong: boolean) => void };
function Refuse({ link, onRefused, onWrong }: RefuseProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const send = async (event: Event) => {
    event.preventDefault();
    onWrong(true);
    if (reason.trim().length < 2) return setError(t.missing.reason);
    try {
      await call<typeof refuseCosignature>('POST /api/public/cosignatures/{id}/refuse', {
        ...link,
        body: { reason: reason.trim().slice(0, 1_000) },
      });
      onRefused();
    } catch (failure) {
      setError(kit.problem(failure instanceof ApiProblem ? failure.code : 'unexpected'));
    }
  };
  return (
    <section class="start-block">
      <h2>{t.refuseTitle}</h2>
      {isOpen ? (
        <form noValidate onSubmit={(event) => void send(event)}>
          <Alert>{error && <span class="visually-hidden">{error}</span>}</Alert>
          <TextArea
            id="raison"
            label={t.reasonLabel}
            hint={t.reasonHint}
            error={error}
            value={reason}
            onChange={setReason}
            maxLength={1_000}
          />
          <div class="buttons">
            <Button type="submit" look="secondary">
              {t.refuseSend}
            </Button>
          </div>
        </form>
      ) : (
        <Button look="secondary" onClick={() => setOpen(true)}>
          {t.refuse}
        </Button>
      )}
    </section>
  );
}
