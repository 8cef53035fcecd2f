import type { Everything, PageDrawing } from '../pages.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const appointmentsPages = (_all: Everything): PageDrawing[] => [];
