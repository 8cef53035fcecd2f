export { referenceIn } from './reference.ts';
export { senderIn } from './sender.ts';
export { subjectIn } from './subject.ts';
