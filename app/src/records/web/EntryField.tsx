import type { Field, FieldValue } from '@luoshi/engine';
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useSpeech } from '../../platform/web/i18n.ts';
import { FileField } from './FileField.tsx';

interface EntryFieldProps {
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly id: string;
  /** Id of the sentence that says what is wrong, if anything is. */
  readonly describedBy: string | undefined;
}

/** Few options stand open; many fold into a list. */
const OPEN_OPTIONS = 6;

/** The control for one field of a pack's form, by its type. */
export function EntryField({ field, value, onChange, id, describedBy }: EntryFieldProps) {
  const { pick, say } = useSpeech();
  const wrong = describedBy !== undefined;
  const aria = { id, ...(describedBy ? { 'aria-describedby': describedBy } : {}), 'aria-invalid': wrong } as const;
  const status = wrong ? { status: 'error' as const } : {};
  switch (field.type) {
    case 'text': {
      const shared = { ...aria, ...status, value: text(value), maxLength: field.max ?? 200 };
      const change = (event: { target: { value: string } }) => onChange(event.target.value || null);
      return (field.max ?? 0) > 60 ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} showCount onChange={change} />
      ) : (
        <Input {...shared} onChange={change} />
      );
    }
    case 'integer':
    case 'decimal':
      return (
        <InputNumber
          {...aria}
          {...status}
          className="entry-number"
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(next)}
          precision={field.type === 'decimal' ? field.decimals : 0}
          inputMode={field.type === 'decimal' ? 'decimal' : 'numeric'}
        />
      );
    case 'date':
      return (
        <DatePicker
          {...aria}
          {...status}
          className="entry-date"
          inputReadOnly
          value={typeof value === 'string' ? dayjs(value) : null}
          {...(field.not_future ? { maxDate: dayjs() } : {})}
          onChange={(next) => onChange(next ? next.format('YYYY-MM-DD') : null)}
        />
      );
    case 'boolean':
      return (
        <Switch
          {...aria}
          checked={value === true}
          onChange={onChange}
          checkedChildren={say('records.yes')}
          unCheckedChildren={say('records.no')}
        />
      );
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.id, label: pick(option.title) }));
      return options.length <= OPEN_OPTIONS ? (
        <Radio.Group
          {...aria}
          className="entry-options"
          value={value ?? null}
          options={options}
          onChange={(event) => onChange(event.target.value as string)}
        />
      ) : (
        <Select
          {...aria}
          {...status}
          value={typeof value === 'string' ? value : null}
          options={options}
          onChange={onChange}
          showSearch={{ optionFilterProp: 'label' }}
        />
      );
    }
    case 'choices':
      return (
        <Checkbox.Group
          className="entry-options"
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          options={field.options.map((option) => ({ value: option.id, label: pick(option.title) }))}
          onChange={(next) => onChange(next as string[])}
        />
      );
    case 'file':
      return <FileField field={field} value={text(value) || null} onChange={onChange} id={id} />;
  }
}

const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
