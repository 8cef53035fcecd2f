import { useEffect, useState } from 'preact/hooks';
import type {
  endAllSessions,
  endOneSession,
  readSecurity,
  Security,
} from '../../../functions/accounts/security-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { signIn, security as t } from '../../ui/messages/account-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { addresses } from '../frame.tsx';
import { FranceConnect } from './france-connect.tsx';
import { Passkeys } from './passkeys.tsx';
import { Space } from './space.tsx';

/** How the account is opened, and where it is open: each can be ended here. */
export function SecurityPage({ site }: { site: Site }) {
  const [found, setFound] = useState<Security>();
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const load = () => call<typeof readSecurity>('GET /api/citizen/security', {}).then(setFound, fail);
  const fail = (error: unknown) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
  useEffect(() => void load(), []);
  const act = async (work: Promise<unknown>, words: string) => {
    setProblem(undefined);
    await work.then(() => setSaid(words), fail);
    await load();
  };
  return (
    <Space site={site} current="security" title={t.title} intro={<p>{t.intro}</p>}>
      {() => (
        <>
          {problem && problem !== 'unauthenticated' && (
            <Alert>
              <Notice kind="danger" title={kit.problem(problem)} />
            </Alert>
          )}
          <Status>{said && <Notice kind="success" title={said} />}</Status>
          {!found && !problem && <Skeleton lines={6} />}
          {found && (
            <>
              <Ways found={found} />
              <Passkeys keys={found.passkeys} onChanged={(words) => void act(Promise.resolve(), words)} />
              <Sessions
                sessions={found.sessions}
                onEnd={(id) =>
                  void act(
                    call<typeof endOneSession>('POST /api/citizen/security/sessions/{id}/end', {
                      params: { id },
                    }),
                    t.ended,
                  )
                }
                onEndOthers={() =>
                  void act(
                    call<typeof endAllSessions>('POST /api/citizen/security/sessions/end', {
                      body: { others: true },
                    }),
                    t.othersEnded,
                  )
                }
              />
            </>
          )}
        </>
      )}
    </Space>
  );
}

function Ways({ found: { email, franceConnect } }: { found: Security }) {
  return (
    <section aria-labelledby="moyens">
      <h2 id="moyens">{t.ways}</h2>
      <ul class="rows-plain">
        <li>
          <h3>{t.email}</h3>
          <p>{email ?? t.noEmail}</p>
          <a href={addresses.profile}>{t.changeEmail}</a>
        </li>
        <li>
          <h3>{t.franceConnect}</h3>
          <p>{franceConnect ? t.linked(franceConnect.certifiedAt) : t.notLinked}</p>
          {!franceConnect && (
            <FranceConnect to={addresses.security} join words={signIn.franceConnect.button} />
          )}
        </li>
      </ul>
    </section>
  );
}

type SessionsProps = {
  sessions: Security['sessions'];
  onEnd: (id: string) => void;
  onEndOthers: () => void;
};
function Sessions({ sessions, onEnd, onEndOthers }: SessionsProps) {
  return (
    <section aria-labelledby="appareils">
      <h2 id="appareils">{t.sessions}</h2>
      <ul class="rows-plain">
        {sessions.map(({ id, family, by, startedAt, lastSeenAt, isCurrent }) => (
          <li key={id}>
            <h3>
              {t.device(family)} {isCurrent && <Tag kind="brand">{t.current}</Tag>}
            </h3>
            <p>{t.sessionFacts(t.by[by], startedAt, lastSeenAt)}</p>
            {!isCurrent && (
              <Button look="secondary" about={t.device(family)} onClick={() => onEnd(id)}>
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button look="secondary" onClick={onEndOthers}>
          {t.endOthers}
        </Button>
      )}
    </section>
  );
}
