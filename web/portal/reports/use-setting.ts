import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { reportsApi, type Setting } from './reports-api.ts';

const place = 'parvis-reports-setting';
const kept = (): Setting | undefined => {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Categories and map; the last ones known serve where there is no network. */
export function useSetting() {
  const [setting, setSetting] = useState<Setting>();
  const [failure, setFailure] = useState('');
  const read = () => {
    setFailure('');
    reportsApi.setting().then(
      (found) => {
        setSetting(found);
        try {
          localStorage.setItem(place, JSON.stringify(found));
        } catch {
          // A browser that keeps nothing asks again.
        }
      },
      (error) => {
        const before = kept();
        if (before) setSetting(before);
        else setFailure(error instanceof ApiProblem ? error.code : 'unexpected');
      },
    );
  };
  useEffect(read, []);
  return { setting, failure, retry: read };
}
