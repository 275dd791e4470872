import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Table } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { MeasurePanel } from './MeasurePanel.tsx';
import { quarterOf, recentPeriods } from './recent-periods.ts';
import { type ShownValue, showValue } from './show-value.ts';
import './measures.css';

type Measure = OutputOf<'measures.list'>['measures'][number];
type Values = OutputOf<'measures.values'>;

/** Figures of an organisation and those below it, measures down, organisations across. Click a figure to see where it comes from. */
export function MeasuresPage() {
  const { say } = useSpeech();
  const search = useSearch({ strict: false }) as { readonly organisation?: string; readonly period?: string };
  const navigate = useNavigate();
  const tree = useAction('organisations.tree', {});
  const root = search.organisation ?? tree.data?.nodes[0]?.id;
  const period = search.period ?? quarterOf(new Date());
  const go = (next: { organisation?: string; period?: string }) =>
    void navigate({ to: paths.measures(), search: { ...search, ...next } as never });
  const choices = (tree.data?.nodes ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Page
      title={say('shell.measures')}
      lead={say('measures.lead')}
      actions={
        <>
          <Select
            aria-label={say('measures.organisation')}
            className="measures-organisation"
            value={root ?? null}
            options={choices}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(organisation) => go({ organisation })}
          />
          <Select
            aria-label={say('measures.period')}
            className="measures-period"
            value={period}
            options={recentPeriods(new Date()).map((key) => ({ value: key, label: key }))}
            onChange={(next) => go({ period: next })}
          />
        </>
      }
    >
      {root && <Figures organisation={root} period={period} />}
    </Page>
  );
}

function Figures({ organisation, period }: { readonly organisation: string; readonly period: string }) {
  const { say } = useSpeech();
  const measures = useAction('measures.list', {});
  const values = useAction('measures.values', { organisation, period });
  return (
    <Loaded of={measures}>
      {({ measures: all }) =>
        all.length === 0 ? (
          <EmptyState title={say('measures.none')} />
        ) : (
          <Loaded of={values} lines={10}>
            {(data) => <FigureTable measures={all} data={data} period={period} />}
          </Loaded>
        )
      }
    </Loaded>
  );
}

interface Chosen {
  readonly measure: string;
  readonly organisation: string;
}

function FigureTable(props: { readonly measures: readonly Measure[]; readonly data: Values; readonly period: string }) {
  const { measures, data, period } = props;
  const { pick, say } = useSpeech();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const figure = (measure: Measure, organisation: string) => {
    const value = data.values[measure.id]?.[organisation] as ShownValue | undefined;
    if (!value) return null;
    const { text, quiet } = showValue(value, measure.decimals, say);
    return (
      <button
        type="button"
        className={quiet ? 'measure-figure measure-quiet' : 'measure-figure'}
        onClick={() => setChosen({ measure: measure.id, organisation })}
      >
        {text}
      </button>
    );
  };
  return (
    <Section flush>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...measures]}
        columns={[
          {
            title: say('measures.measure'),
            fixed: 'start',
            className: 'measure-name',
            render: (_, measure) => (
              <>
                {pick(measure.title)} <span className="measure-unit">{pick(measure.unitTitle)}</span>
              </>
            ),
          },
          ...data.organisations.map((organisation) => ({
            title: organisation.name,
            align: 'right' as const,
            render: (_: unknown, measure: Measure) => figure(measure, organisation.id),
          })),
        ]}
      />
      {chosen && <MeasurePanel {...chosen} period={period} onClose={() => setChosen(null)} />}
    </Section>
  );
}
