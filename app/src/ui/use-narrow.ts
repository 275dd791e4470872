import { useMedia } from './use-media.ts';

/** Whether the screen is a phone's, or as narrow as one. */
export const useNarrow = (): boolean => useMedia('(max-width: 800px)');
