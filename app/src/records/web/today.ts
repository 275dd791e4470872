import dayjs from 'dayjs';

/** The civil day on this device; the server checks it against the jurisdiction's. */
export const today = (): string => dayjs().format('YYYY-MM-DD');
