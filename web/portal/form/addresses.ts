import { addresses } from '../frame.tsx';

export const checkStep = 'verifier';
export const sentStep = 'envoyee';
export const stepsPage = 'etapes';
export const stepPath = (id: string, step: string): string => `${addresses.procedures}/${id}/${step}`;
