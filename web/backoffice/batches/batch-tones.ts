export const batchTones = {
  reading: 'brand',
  doubtful: 'warning',
  done: 'success',
  failed: 'danger',
} as const;
