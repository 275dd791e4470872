import { type ReactNode, useId } from 'react';
import './form-field.css';

/** What a control must carry so that its label, hint and error belong to it. */
export interface FieldBinding {
  readonly id: string;
  readonly status: 'error' | '';
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly 'aria-describedby'?: string;
}

interface FormFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value and how to mend it. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (binding: FieldBinding) => ReactNode;
}

/** A labelled control with its hint and its error, tied together for those who listen. */
export function FormField({ label, hint, error, required = false, children }: FormFieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const binding: FieldBinding = {
    id,
    status: error ? 'error' : '',
    'aria-invalid': Boolean(error),
    'aria-required': required,
    ...(described ? { 'aria-describedby': described } : {}),
  };
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="form-field-required" aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      {children(binding)}
      {hint && (
        <div id={`${id}-hint`} className="form-field-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className="form-field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
