import { useEffect, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';

export const sentenceOf = (error: unknown): string =>
  kit.problem(error instanceof ApiProblem ? error.code : 'unexpected');

/** A page, or a part of one, that could not be read: says why and offers to try again. */
export function ErrorBox(props: { error: unknown; onRetry(): void; level?: 1 | 2 }) {
  const Title = `h${props.level ?? 2}` as const;
  return (
    <div class="error-box" role="alert">
      <Notice kind="danger">
        <Title class="notice-title">{shell.errorTitle}</Title>
        <p>{sentenceOf(props.error)}</p>
        <Button look="secondary" onClick={props.onRetry}>
          {shell.retry}
        </Button>
      </Notice>
    </div>
  );
}

/** Whether the window is at least `rem` wide; tables become cards below. */
export function useWide(rem: number): boolean {
  const query = `(min-width: ${rem}rem)`;
  const [wide, setWide] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setWide(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return wide;
}
