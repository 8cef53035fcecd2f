import { FileIcon } from '../../ui/icons.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';

type BringProps = { documents: readonly string[]; level?: 2 | 3; lang: string | undefined };
/** What to bring, said before the slot is chosen and again afterwards. */
export const Bring = ({ documents, level = 2, lang }: BringProps) => {
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
        <ul lang={lang}>
          {documents.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </section>
  );
};
