import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Props = { subject: string; own: string };

/** Fetched once there is a subject: the form does not wait for it, nor miss it. */
export function MayAnswerLater(props: Props) {
  const [Drawn, setDrawn] = useState<ComponentType<Props>>();
  useEffect(() => {
    if (props.subject)
      import('./may-answer.tsx').then(
        ({ MayAnswer }) => setDrawn(() => MayAnswer),
        () => undefined,
      );
  }, [props.subject]);
  return Drawn ? <Drawn {...props} /> : null;
}
