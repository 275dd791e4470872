import type { Field, FieldValue } from '@luoshi/engine';

/** What every control of a field is given. */
export interface FieldProps<F extends Field = Field> {
  readonly field: F;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly id: string;
  /** Id of the sentence that says what is wrong, if anything is. */
  readonly describedBy: string | undefined;
}

export type FieldOf<Type extends Field['type']> = Extract<Field, { type: Type }>;

export const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** Ties a control to its label and, when something is wrong, to the sentence that says what. */
export const aria = ({ id, describedBy }: FieldProps) => ({
  id,
  'aria-invalid': describedBy !== undefined,
  ...(describedBy ? { 'aria-describedby': describedBy } : {}),
});

export const status = ({ describedBy }: FieldProps) => (describedBy ? { status: 'error' as const } : {});
