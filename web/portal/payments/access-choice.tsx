import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { seemsSignedIn } from '../account/signed-in.ts';
import { addresses } from '../frame.tsx';
import type { PayAccess } from './access.ts';
import { ByInvoice } from './by-invoice.tsx';
import { ByRequest } from './by-request.tsx';

type Props = { site: Site; problem?: string | undefined; onOpen: (access: PayAccess) => void };
const wrongRequest = ['wrong-tracking-code', 'not-found', 'invalid-input'];

/** Three ways to what is to be paid; none asks for an account. */
export function AccessChoice({ site, problem, onOpen }: Props) {
  const [inError, setInError] = useState(false);
  const isSignedIn = seemsSignedIn();
  const isWrong = problem !== undefined && wrongRequest.includes(problem);
  return (
    <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>} inError={inError || isWrong}>
      {problem && (
        <Alert>
          <Notice kind="danger" title={isWrong ? t.request.wrong : kit.problem(problem)} />
        </Alert>
      )}
      <div class="pay-ways">
        <ByRequest site={site} onOpen={onOpen} onErrors={setInError} />
        <ByInvoice onOpen={onOpen} onErrors={setInError} />
      </div>
      <section class="pay-account" aria-labelledby="pay-account">
        <h2 id="pay-account">{t.account.title}</h2>
        <p>{isSignedIn ? t.account.openText : t.account.text}</p>
        {isSignedIn ? (
          <Button look="secondary" onClick={() => onOpen({})}>
            {t.account.open}
          </Button>
        ) : (
          <LinkButton look="secondary" href={`${addresses.signIn}?to=${encodeURIComponent(addresses.pay)}`}>
            {t.account.signIn}
          </LinkButton>
        )}
      </section>
    </Page>
  );
}
