import { useEffect, useState } from 'preact/hooks';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { kit } from '../../ui/messages/fr.ts';
import { safe as t } from '../../ui/messages/safe-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { OnDemand } from '../on-demand.tsx';
import { codeOf, contentOf } from './use-safe.ts';

const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** A picture or a PDF as the browser draws it, from the bucket itself: nothing of it runs in this page. */
export function Preview({ document }: { document: SafeView }) {
  return (
    <OnDemand about={document.name}>
      <Drawn document={document} />
    </OnDemand>
  );
}

function Drawn({ document: { id, name, contentType, size, from } }: { document: SafeView }) {
  const isPicture = pictures.includes(contentType);
  // On a phone a PDF opens beside the page better than within; what is heavy is fetched when it is wanted.
  const isPdf = contentType === 'application/pdf' && from === 'citizen' && size < 10_000_000;
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (!isPicture && !isPdf) return;
    contentOf(id, 'show')
      .then((content) => setUrl(content.url))
      .catch((error) => setProblem(codeOf(error)));
  }, [id]);
  if (!isPicture && !isPdf) return <p class="hint">{t.preview.none}</p>;
  if (problem) return <p class="hint">{kit.problem(problem)}</p>;
  if (!url) return <Skeleton lines={4} />;
  return (
    <div class="preview">
      {isPicture ? (
        <img src={url} alt={t.preview.alt(name)} />
      ) : (
        <iframe src={url} title={t.preview.title(name)} />
      )}
      <a href={url} target="_blank" rel="noreferrer">
        {t.open}
        <span class="visually-hidden"> {name}</span>
      </a>
    </div>
  );
}
