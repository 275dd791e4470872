import { Checkbox, Radio, Select } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { aria, type FieldOf, type FieldProps, status } from './fields.ts';

/** Few options stand open; many fold into a list. */
const OPEN_OPTIONS = 6;

export function ChoiceField(props: FieldProps<FieldOf<'choice'>>) {
  const { field, value, onChange, id } = props;
  const { pick } = useSpeech();
  const options = field.options.map((option) => ({ value: option.id, label: pick(option.title) }));
  if (options.length > OPEN_OPTIONS) {
    return (
      <Select
        {...aria(props)}
        {...status(props)}
        className="entry-select"
        value={typeof value === 'string' ? value : null}
        options={options}
        onChange={onChange}
        showSearch={{ optionFilterProp: 'label' }}
      />
    );
  }
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      className="entry-options"
      value={value ?? null}
      options={options}
      onChange={(event) => onChange(event.target.value as string)}
    />
  );
}

export function ChoicesField({ field, value, onChange, id }: FieldProps<FieldOf<'choices'>>) {
  const { pick } = useSpeech();
  return (
    <div id={id} role="group" tabIndex={-1} aria-labelledby={`${id}-label`}>
      <Checkbox.Group
        className="entry-options"
        value={Array.isArray(value) ? [...(value as readonly string[])] : []}
        options={field.options.map((option) => ({ value: option.id, label: pick(option.title) }))}
        onChange={(next) => onChange(next as string[])}
      />
    </div>
  );
}
