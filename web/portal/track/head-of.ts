import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import type { Piece } from './use-piece.ts';

/** What stands above the page of a request, or above that of one of its awaited documents. */
export const headOf = (request: TrackedRequest, piece: Piece | undefined) => ({
  title: piece ? piece.document.label : request.subject || track.erased,
  titleLang: language.content,
  context: request.reference,
  kicker: piece
    ? track.piece(piece.number, piece.awaited.documents.length, request.reference)
    : track.kicker(request.reference),
});
