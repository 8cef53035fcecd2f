import { useEffect, useState } from 'preact/hooks';
import type { AccountView, readAccount } from '../../../functions/accounts/account-api.ts';
import { pathOf } from '../../../functions/agents/session.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { profile as t } from '../../ui/messages/account-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { EmailChange } from './email-change.tsx';
import { PhoneProof } from './phone-proof.tsx';
import { ProfileForm } from './profile-form.tsx';
import { Space } from './space.tsx';

/** What the citizen said of themselves, typed once. Somebody new begins here, then goes on where they were going. */
export function ProfilePage({ site }: { site: Site }) {
  const [account, setAccount] = useState<AccountView>();
  const [problem, setProblem] = useState<string>();
  const [isInError, setInError] = useState(false);
  const [saved, setSaved] = useState(false);
  const load = () => {
    setProblem(undefined);
    call<typeof readAccount>('GET /api/citizen/account', {}).then(setAccount, (error) => {
      if (!(error instanceof ApiProblem && error.status === 401))
        setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    });
  };
  useEffect(load, []);
  const isNew = account && !account.familyName;
  return (
    <Space
      site={site}
      current="profile"
      title={isNew ? t.welcome : t.title}
      intro={<p>{t.intro}</p>}
      inError={isInError}
    >
      {(_, reload) => (
        <>
          {problem && (
            <Alert>
              <Notice kind="danger" title={kit.problem(problem)}>
                <Button look="secondary" onClick={load}>
                  {kit.retry}
                </Button>
              </Notice>
            </Alert>
          )}
          {!account && !problem && <Skeleton lines={6} />}
          {account && (
            <ProfileForm
              account={account}
              onErrors={(is) => {
                setInError(is);
                setSaved(false);
              }}
              onSaved={(next) => {
                const to = new URLSearchParams(location.search).get('to');
                if (isNew && to) return location.assign(pathOf(to, 'citizens'));
                setAccount(next);
                setSaved(true);
                reload();
              }}
            />
          )}
          <Status>{saved && <Notice kind="success" title={t.saved} />}</Status>
          {account && !isNew && <PhoneProof account={account} onProved={setAccount} />}
          {account && !isNew && <EmailChange account={account} onChanged={load} />}
        </>
      )}
    </Space>
  );
}
