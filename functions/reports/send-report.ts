import type { Contact } from '../intake/contact.ts';
import type { submitForm } from '../intake/public-api.ts';
import type { Lodging } from '../intake/submit-form.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { metresBetween } from './cells.ts';
import type { sendReport } from './public-api.ts';
import type { Report } from './report.ts';
import { questions } from './routed.ts';
import type { Setting } from './setting.ts';

type Sent = InputOf<typeof sendReport>;
type Form = Pick<InputOf<typeof submitForm>, 'headers' | 'body'>;
export type SendDeps = {
  setting(): Promise<Setting>;
  /** Revision of a procedure that is offered today. */
  revision(procedure: string): Promise<number | null>;
  /** The intake of forms; what it keeps is first shown to `before`, whose reference it bears. */
  submit(
    form: Form,
    lodging: Lodging,
    before: (contact: Contact) => Promise<void>,
  ): Promise<ReplyOf<typeof submitForm>>;
  prepare(report: Report): Promise<void>;
  newId(): string;
};

/** No authority is wider; a telephone that is wrong by more than this tells no place at all, and the words remain. */
const farthest = 300_000;

/**
 * A report goes the way of every form; where it is lies beside the request, prepared before it and shown once it is open.
 * Refuses `invalid-input` for a category that is not taken or a photo that is missing, and what forms refuse.
 */
export const sendWith =
  (deps: SendDeps) =>
  async (
    { headers, body }: Pick<Sent, 'headers' | 'body'>,
    lodging: Lodging,
  ): Promise<ReplyOf<typeof sendReport>> => {
    const { procedure, categories, centre } = await deps.setting();
    const { category, commune, point, place, details, danger, photos, email } = body;
    const known = categories.find(({ code }) => code === category);
    const wrong = (field: string, code: string) => new Refusal('invalid-input', [{ field, code }]);
    if (!known) throw wrong('category', 'not-an-option');
    if (known.needsPhoto && photos.length === 0) throw wrong('photos', 'required');
    const revision = await deps.revision(procedure);
    if (revision === null) throw new Refusal('not-found');
    const answers = {
      ...{ [questions.category]: category, [questions.commune]: commune, [questions.place]: place },
      ...(details && { [questions.details]: details }),
      ...(danger && { [questions.danger]: true }),
      ...(email && { [questions.email]: email }),
    };
    const uploads = photos.map((photo) => ({ ...photo, field: questions.photos }));
    return deps.submit({ headers, body: { procedure, revision, answers, uploads } }, lodging, (contact) =>
      deps.prepare({
        ...{ id: deps.newId(), reference: contact.form?.reference ?? '', category, commune },
        point: point && metresBetween(point, centre) <= farthest ? point : null,
        ...{ state: 'pending', at: contact.receivedAt, photos: [], version: 1 },
      }),
    );
  };
