import { randomBytes } from 'node:crypto';
import { answerCode } from './answer-code.ts';

export const newAnswerCode = (): string => answerCode(randomBytes(3));
