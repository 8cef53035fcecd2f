import { ErrorSummary } from '../../ui/error-summary.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { useErrorTitle } from './error-title.ts';

/** Small pieces that most lots of pages use: with the entry, so that none asks for a file of its own for each of them. */
Object.freeze([ErrorSummary, lazily, useErrorTitle]);
