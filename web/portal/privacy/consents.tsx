import { useState } from 'preact/hooks';
import type { HeldView, setConsent } from '../../../functions/privacy/citizen-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { kit } from '../../ui/messages/fr.ts';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { Status } from '../../ui/status.tsx';
import { Tick } from './tick.tsx';

const t = privacy.consents;
type Given = HeldView['consents'];
type Code = Given[number]['code'];
const codes: readonly Code[] = ['email', 'sms'];

/** What somebody agreed to: each is said at once, and taken back as easily as it was given (RGPD 7(3)). */
export function Consents({ given }: { given: Given }) {
  const [now, setNow] = useState(() => new Map(given.map((one) => [one.code, one])));
  const [said, setSaid] = useState('');
  const change = async (code: Code, granted: boolean) => {
    const before = now;
    setNow(new Map(now).set(code, { code, granted, at: new Date().toISOString() }));
    setSaid('');
    try {
      await call<typeof setConsent>('PUT /api/citizen/privacy/consents/{code}', {
        params: { code },
        body: { granted },
      });
      setSaid(t.saved);
    } catch (error) {
      setNow(before);
      setSaid(kit.problem(error instanceof ApiProblem ? error.code : 'unexpected'));
    }
  };
  return (
    <section aria-labelledby="accords">
      <h2 id="accords">{t.title}</h2>
      <p>{t.text}</p>
      <ul class="data-consents">
        {codes.map((code) => {
          const one = now.get(code);
          return (
            <li key={code}>
              <Tick
                id={`accord-${code}`}
                checked={one?.granted ?? false}
                onTick={(yes) => void change(code, yes)}
              >
                {t.labels[code]}
                {one?.granted && <span class="hint"> ({t.since(one.at)})</span>}
              </Tick>
            </li>
          );
        })}
      </ul>
      <Status>{said}</Status>
    </section>
  );
}
