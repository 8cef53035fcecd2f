export { foundIn } from './found-in.ts';
export { masked } from './nir.ts';
export { referenceIn } from './reference.ts';
export { senderIn } from './sender.ts';
export { subjectIn } from './subject.ts';
