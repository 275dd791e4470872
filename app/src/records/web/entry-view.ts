import type { OutputOf } from '../../platform/web/client.ts';

/** An entry as the list gives it. */
export type EntryView = OutputOf<'records.list'>['entries'][number];
