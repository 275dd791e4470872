import { ChoiceField, ChoicesField } from './ChoiceField.tsx';
import { FileField } from './FileField.tsx';
import { type FieldProps, text } from './fields.ts';
import { BooleanField, DateField, NumberField, TextField, TimeField } from './PlainField.tsx';
import { SubjectField, SubjectsField } from './SubjectField.tsx';

interface EntryFieldProps extends FieldProps {
  readonly today: string;
  /** Id of the form. */
  readonly form: string;
  /** In words. */
  readonly unit: string | undefined;
}

/** The control for one field of a pack's form, by its type. */
export function EntryField({ form, today, unit, ...props }: EntryFieldProps) {
  const { field } = props;
  switch (field.type) {
    case 'text':
      return <TextField {...props} field={field} />;
    case 'integer':
    case 'decimal':
      return <NumberField {...props} field={field} unit={unit} />;
    case 'date':
      return <DateField {...props} field={field} today={today} />;
    case 'time':
      return <TimeField {...props} field={field} />;
    case 'boolean':
      return <BooleanField {...props} field={field} />;
    case 'choice':
      return <ChoiceField {...props} field={field} />;
    case 'choices':
      return <ChoicesField {...props} field={field} />;
    case 'subject':
      return <SubjectField {...props} field={field} form={form} />;
    case 'subjects':
      return <SubjectsField {...props} field={field} form={form} unit={unit} />;
    case 'file':
      return <FileField field={field} value={text(props.value) || null} onChange={props.onChange} id={props.id} />;
  }
}
