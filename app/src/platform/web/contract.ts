import type { Static, TObject, TSchema } from 'typebox';
import type { Actions } from '../../actions.ts';
import type { Action, DownloadAction } from '../actions/action.ts';

type Known = { readonly [Id in keyof Actions]: Actions[Id] extends Action ? Actions[Id] : never };

/** Ids of the actions that answer with JSON, and of those that answer with a file. */
export type DownloadId = { [Id in keyof Known]: Known[Id] extends DownloadAction ? Id : never }[keyof Known];
export type ActionId = Exclude<keyof Known, DownloadId>;

export type InputOf<Id extends keyof Known> = Known[Id] extends { readonly input: infer Input extends TObject }
  ? Static<Input> & object
  : never;
export type OutputOf<Id extends ActionId> = Known[Id] extends { readonly output: infer Output extends TSchema }
  ? Static<Output>
  : never;
