import { Table } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { MeasurePanel } from './MeasurePanel.tsx';
import { type ShownValue, showValue } from './show-value.ts';

type Measure = OutputOf<'measures.list'>['measures'][number];

interface FigureTableProps {
  readonly measures: readonly Measure[];
  readonly data: OutputOf<'measures.values'>;
  readonly period: string;
}

interface Chosen {
  readonly measure: string;
  readonly organisation: string;
}

/** So few columns would stand far from the names they belong to. */
const FEW = 5;

/** Measures down, organisations across. Each figure opens where it comes from. */
export function FigureTable({ measures, data, period }: FigureTableProps) {
  const { pick, say } = useSpeech();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const name = {
    title: say('measures.measure'),
    className: 'measure-name',
    ...(narrow ? {} : { fixed: 'start' as const }),
    render: (_: unknown, measure: Measure) => (
      <>
        {pick(measure.title)} <span className="measure-unit">{pick(measure.unitTitle)}</span>
      </>
    ),
  };
  const across = data.organisations.map((organisation) => ({
    title: organisation.name,
    align: 'right' as const,
    render: (_: unknown, measure: Measure) => (
      <Figure
        measure={measure}
        organisation={organisation.name}
        value={data.values[measure.id]?.[organisation.id] as ShownValue | undefined}
        onOpen={() => setChosen({ measure: measure.id, organisation: organisation.id })}
      />
    ),
  }));
  return (
    <Section flush>
      <Table
        className={data.organisations.length < FEW ? 'measures-few' : ''}
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...measures]}
        columns={[name, ...across]}
      />
      {chosen && <MeasurePanel {...chosen} period={period} onClose={() => setChosen(null)} />}
    </Section>
  );
}

interface FigureProps {
  readonly measure: Measure;
  readonly organisation: string;
  readonly value: ShownValue | undefined;
  readonly onOpen: () => void;
}

function Figure({ measure, organisation, value, onOpen }: FigureProps) {
  const { pick, say } = useSpeech();
  if (!value) return null;
  const { text, quiet } = showValue(value, measure.decimals, say);
  return (
    <button
      type="button"
      className={quiet ? 'measure-figure measure-quiet' : 'measure-figure'}
      aria-label={`${organisation} ${pick(measure.title)} ${text}`}
      onClick={onOpen}
    >
      {text}
    </button>
  );
}
