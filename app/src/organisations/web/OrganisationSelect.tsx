import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import './organisation-select.css';

interface OrganisationSelectProps {
  readonly id: string;
  /** Ids of those chosen; one at most unless `several`. */
  readonly value: readonly string[];
  readonly several?: boolean;
  readonly disabled?: boolean;
  /** Whether those that ended may be chosen too. */
  readonly ended?: boolean;
  /** Not offered: who is at hand already. */
  readonly without?: string;
  readonly onChange: (organisations: readonly Choice[]) => void;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Organisations within one's scope, found by what is typed; what was chosen keeps its name while one types on. */
export function OrganisationSelect(props: OrganisationSelectProps) {
  const { id, value, several = false, disabled = false, ended, without, onChange } = props;
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const [known, keep] = useState<ReadonlyMap<string, string>>(new Map());
  const query = useDeferredValue(typed.trim());
  const found = useAction('organisations.search', { query, ...(ended ? { ended } : {}) }, { enabled: query !== '' });
  const options = (found.data?.found ?? [])
    .filter((one) => one.id !== without)
    .map((one) => ({ value: one.id, label: one.under ? `${one.name}（${one.under}）` : one.name, name: one.name }));
  const choose = (next: readonly string[]) => {
    const names = new Map([...known, ...options.map((one): [string, string] => [one.value, one.name])]);
    keep(names);
    setTyped('');
    onChange(next.map((one) => ({ id: one, name: names.get(one) ?? '' })));
  };
  return (
    <Select
      id={id}
      className="organisation-select"
      {...(several ? { mode: 'multiple' as const } : {})}
      value={several ? [...value] : (value[0] ?? null)}
      disabled={disabled}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={say('organisation.find')}
      labelRender={({ value: one }) => known.get(String(one)) ?? ''}
      notFoundContent={
        query === '' ? say('organisation.find') : say(found.isPending ? 'ui.loading' : 'organisation.none')
      }
      options={options}
      onChange={(next: string | string[] | null) => choose(next === null ? [] : [next].flat())}
    />
  );
}
