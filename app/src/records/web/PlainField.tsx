import { DatePicker, Input, InputNumber, Radio, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useSpeech } from '../../platform/web/i18n.ts';
import { aria, type FieldOf, type FieldProps, status, text } from './fields.ts';

/** Longer answers get a box that grows. */
const ONE_LINE = 60;

export function TextField(props: FieldProps<FieldOf<'text'>>) {
  const { field, value, onChange } = props;
  const shared = { ...aria(props), ...status(props), value: text(value), maxLength: field.max ?? 200 };
  const change = (event: { target: { value: string } }) => onChange(event.target.value || null);
  if ((field.max ?? 0) <= ONE_LINE) return <Input {...shared} onChange={change} />;
  return <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} onChange={change} />;
}

interface NumberProps extends FieldProps<FieldOf<'integer' | 'decimal'>> {
  /** In words, shown behind the number. */
  readonly unit: string | undefined;
}

/** The keyboard of a phone shows digits; nothing is changed by scrolling over it. */
export function NumberField({ unit, ...props }: NumberProps) {
  const { field, value, onChange } = props;
  return (
    <InputNumber
      {...aria(props)}
      {...status(props)}
      className="entry-number"
      controls={false}
      changeOnWheel={false}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(next)}
      precision={field.type === 'decimal' ? field.decimals : 0}
      inputMode={field.type === 'decimal' ? 'decimal' : 'numeric'}
      {...(unit ? { suffix: unit } : {})}
    />
  );
}

interface DateProps extends FieldProps<FieldOf<'date'>> {
  readonly today: string;
}

export function DateField({ today, ...props }: DateProps) {
  const { field, value, onChange } = props;
  return (
    <DatePicker
      {...aria(props)}
      {...status(props)}
      className="entry-date"
      inputReadOnly
      defaultPickerValue={dayjs(today)}
      showNow={false}
      value={typeof value === 'string' ? dayjs(value) : null}
      {...(field.not_future ? { maxDate: dayjs(today) } : {})}
      onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
    />
  );
}

/** Hours and minutes; the day stands in a field of its own. */
export function TimeField(props: FieldProps<FieldOf<'time'>>) {
  const { value, onChange } = props;
  return (
    <TimePicker
      {...aria(props)}
      {...status(props)}
      className="entry-date"
      format="HH:mm"
      inputReadOnly
      value={typeof value === 'string' ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(next) => onChange(next ? next.format('HH:mm') : null)}
    />
  );
}

/** Neither yes nor no until somebody says so. */
export function BooleanField({ id, value, onChange }: FieldProps<FieldOf<'boolean'>>) {
  const { say } = useSpeech();
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      className="entry-options"
      value={typeof value === 'boolean' ? value : null}
      options={[
        { value: true, label: say('records.yes') },
        { value: false, label: say('records.no') },
      ]}
      onChange={(event) => onChange(event.target.value as boolean)}
    />
  );
}
