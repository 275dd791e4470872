import type { Static, TObject, TSchema } from 'typebox';
import type * as documents from '../../documents/index.ts';
import type * as measures from '../../measures/index.ts';
import type * as obligations from '../../obligations/index.ts';
import type * as organisations from '../../organisations/index.ts';
import type * as packs from '../../packs/index.ts';
import type * as people from '../../people/index.ts';
import type * as records from '../../records/index.ts';
import type { Action, DownloadAction } from '../actions/action.ts';

type Of<M> = { [K in keyof M as M[K] extends Action ? M[K]['id'] : never]: M[K] };
type Known = Of<typeof obligations> &
  Of<typeof records> &
  Of<typeof organisations> &
  Of<typeof people> &
  Of<typeof packs> &
  Of<typeof documents> &
  Of<typeof measures>;

/** Ids of the actions that answer with JSON, and of those that answer with a file. */
export type DownloadId = { [Id in keyof Known]: Known[Id] extends DownloadAction ? Id : never }[keyof Known];
export type ActionId = Exclude<keyof Known, DownloadId>;

export type InputOf<Id extends keyof Known> = Known[Id] extends { readonly input: infer Input extends TObject }
  ? Static<Input> & object
  : never;
export type OutputOf<Id extends ActionId> = Known[Id] extends { readonly output: infer Output extends TSchema }
  ? Static<Output>
  : never;
