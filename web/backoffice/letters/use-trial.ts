import { useEffect, useState } from 'preact/hooks';
import { type Draft, sent } from './draft.ts';
import { type Trial, templatesApi } from './templates-api.ts';

const rest = 500;

/** What the template gives, asked again half a second after the last key; the last good answer stays meanwhile. */
export function useTrial(draft: Draft, reference: string): { trial: Trial | null; error: unknown } {
  const [state, setState] = useState<{ trial: Trial | null; error: unknown }>({ trial: null, error: null });
  const asked = JSON.stringify([sent(draft), reference]);
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(() => {
      const [template, named] = JSON.parse(asked) as [Draft, string];
      templatesApi
        .tryOut({ ...template, id: template.id || 'modele' }, named.trim(), gone.signal)
        .then((trial) => setState({ trial, error: null }))
        .catch((error: unknown) => {
          if (!gone.signal.aborted) setState((before) => ({ ...before, error }));
        });
    }, rest);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [asked]);
  return state;
}
