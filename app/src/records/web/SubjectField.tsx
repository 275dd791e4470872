import { type FieldValue, idsNamed, isShares } from '@luoshi/engine';
import { InputNumber, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { aria, type FieldOf, type FieldProps, status, text } from './fields.ts';
import { fullLabelOf, labelsOf } from './subject-label.ts';

type Found = OutputOf<'records.subjects'>['subjects'];
type NamingProps<Type extends 'subject' | 'subjects'> = FieldProps<FieldOf<Type>> & { readonly form: string };

const FEW = 50;

/** Those chosen, and those found by what is typed, as options of a list. */
function useNames({ form, field }: NamingProps<'subject' | 'subjects'>, ids: readonly string[]) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useAction('records.subjects', { form, field: field.id, ...(search ? { search } : {}), limit: FEW });
  const only = [...ids].sort();
  const chosen = useAction(
    'records.subjects',
    { form, field: field.id, only, limit: Math.max(1, only.length) },
    { enabled: only.length > 0, placeholderData: (before: OutputOf<'records.subjects'> | undefined) => before },
  );
  const listed: Found = found.data?.subjects ?? [];
  const options = labelsOf(listed);
  const full = new Map((chosen.data?.subjects ?? []).map((one) => [one.id, fullLabelOf(one)]));
  const nameOf = (id: string): string =>
    full.get(id) ?? options.get(id) ?? say(chosen.isPending ? 'ui.loading' : 'records.nobodyFound');
  return {
    nameOf,
    list: {
      loading: found.isPending,
      showSearch: { filterOption: false, onSearch: setTyped },
      placeholder: say('records.aboutHint'),
      notFoundContent: found.isPending ? say('ui.loading') : say('records.nobodyToName'),
      labelRender: ({ value }: { value?: unknown }) => nameOf(String(value)),
      options: [...options].map(([value, label]) => ({ value, label })),
    } as const,
  };
}

/** Somebody from the register, found by name within what one may see. */
export function SubjectField(props: NamingProps<'subject'>) {
  const chosen = text(props.value);
  const { list } = useNames(props, chosen ? [chosen] : []);
  return (
    <Select
      {...aria(props)}
      {...status(props)}
      {...list}
      className="entry-select"
      allowClear
      value={chosen || null}
      onChange={(next: string | null | undefined) => props.onChange(next ?? null)}
    />
  );
}

interface SubjectsProps extends NamingProps<'subjects'> {
  /** Words of the unit of the numbers stated for each. */
  readonly unit: string | undefined;
}

/** Several from the register, with a number for each where the form asks for it. */
export function SubjectsField({ unit, ...props }: SubjectsProps) {
  const { field, value, onChange } = props;
  const ids = idsNamed(value);
  const { list, nameOf } = useNames(props, ids);
  const change = (next: readonly string[]): void => onChange(field.share ? sharesOf(next, value) : next);
  return (
    <>
      <Select
        {...aria(props)}
        {...status(props)}
        {...list}
        className="entry-select"
        mode="multiple"
        value={[...ids]}
        onChange={(next: string[]) => change(next)}
      />
      {isShares(value) &&
        ids.map((id) => (
          <div key={id} className="entry-share">
            <span id={`${props.id}-${id}`}>{nameOf(id)}</span>
            <InputNumber
              className="entry-number"
              aria-labelledby={`${props.id}-${id}`}
              controls={false}
              changeOnWheel={false}
              min={0}
              precision={field.share?.decimals ?? 0}
              inputMode="decimal"
              value={Number.isNaN(value[id]) ? null : (value[id] ?? null)}
              onChange={(next) => onChange({ ...value, [id]: next ?? Number.NaN })}
              {...(unit ? { suffix: unit } : {})}
            />
          </div>
        ))}
    </>
  );
}

/** Who is newly chosen has no number yet. */
const sharesOf = (ids: readonly string[], before: FieldValue | undefined): FieldValue =>
  Object.fromEntries(ids.map((id) => [id, isShares(before) ? (before[id] ?? Number.NaN) : Number.NaN]));
