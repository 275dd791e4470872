import { Adaptation } from '../schema/adaptation.ts';
import { Example } from '../schema/example.ts';
import { Form } from '../schema/form.ts';
import { LocalItems } from '../schema/local-items.ts';
import { Obligation } from '../schema/obligation.ts';
import { Assignment, Calendar, Kinds, Manifest, Measure, Parameter } from '../schema/pack.ts';
import { WrittenRating } from '../schema/rating.ts';

/** The JSON Schema of every kind of pack file: validation, types and editor completion from one source. */
export const packSchema = {
  manifest: Manifest,
  kinds: Kinds,
  calendar: Calendar,
  parameter: Parameter,
  form: Form,
  obligation: Obligation,
  measure: Measure,
  assignment: Assignment,
  rating: WrittenRating,
  'local-items': LocalItems,
  adaptation: Adaptation,
  example: Example,
} as const;

export type Section = keyof typeof packSchema;

/** Folder of a pack → what its files hold. */
export const SECTION_OF_FOLDER: Readonly<Record<string, Section>> = {
  kinds: 'kinds',
  calendars: 'calendar',
  values: 'parameter',
  forms: 'form',
  obligations: 'obligation',
  measures: 'measure',
  assignments: 'assignment',
  ratings: 'rating',
  'local-items': 'local-items',
  adaptations: 'adaptation',
  examples: 'example',
};

/** Files that belong to a pack but not to its rules. */
export const isOtherFile = (path: string): boolean =>
  (/\.(md|json|csv|txt)$/.test(path) && !isHidden(path)) || path.startsWith('.');

/** A YAML file under another ending, as Windows editors save it: `year.yaml.txt`. */
export const isHidden = (path: string): boolean => /\.ya?ml\.txt$/i.test(path);

/** What a kinds file lists, and under which key. */
export const KIND_LISTS = {
  'organisation-kind': 'organisations',
  'post-kind': 'posts',
  'posting-kind': 'postings',
  unit: 'units',
  'duty-group': 'duty_groups',
} as const;
