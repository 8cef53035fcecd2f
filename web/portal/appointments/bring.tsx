import { FileIcon } from '../../ui/icons.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { language } from '../../ui/messages/language-fr.ts';

/** What to bring, said before the slot is chosen and again afterwards. */
export const Bring = ({ documents, level = 2 }: { documents: readonly string[]; level?: 2 | 3 }) => {
  const Title = `h${level}` as const;
  return (
    <section class="bring">
      <Title>
        <FileIcon />
        {t.bring}
      </Title>
      {documents.length === 0 ? (
        <p>{t.nothingToBring}</p>
      ) : (
        <ul lang={language.content}>
          {documents.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  );
};
