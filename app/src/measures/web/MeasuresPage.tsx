import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { periodName } from '../../obligations/web/speech.ts';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { FigureTable } from './FigureTable.tsx';
import { quarterOf, recentPeriods } from './recent-periods.ts';
import './measures.css';

interface Place {
  readonly organisation?: string;
  readonly period?: string;
}

/** Figures of an organisation and those below it, measures down, organisations across. Click a figure to see where it comes from. */
export function MeasuresPage() {
  const measures = useAction('measures.list', {});
  const tree = useAction('organisations.tree', {});
  return (
    <Loaded of={measures} lines={10}>
      {(known) => <Loaded of={tree}>{({ nodes }) => <Opened known={known} nodes={nodes} />}</Loaded>}
    </Loaded>
  );
}

interface OpenedProps {
  readonly known: OutputOf<'measures.list'>;
  readonly nodes: OutputOf<'organisations.tree'>['nodes'];
}

function Opened({ known, nodes }: OpenedProps) {
  const { say, language } = useSpeech();
  const search = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const organisation = search.organisation ?? nodes[0]?.id;
  const period = search.period ?? quarterOf(known.today);
  const go = (next: Place) => void navigate({ to: paths.measures(), search: { ...search, ...next } as never });
  const kinds = known.measures.map((one) => one.period);
  const keys = [...new Set([period, ...recentPeriods(known.today, kinds)])];
  return (
    <Page
      title={say('shell.measures')}
      lead={say('measures.lead')}
      actions={
        <>
          <Select
            aria-label={say('measures.organisation')}
            className="measures-organisation"
            value={organisation ?? null}
            options={nodes.map((one) => ({ value: one.id, label: one.name }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string) => go({ organisation: next })}
          />
          <Select
            aria-label={say('measures.period')}
            className="measures-period"
            value={period}
            options={keys.map((key) => ({ value: key, label: periodName(key, language) }))}
            onChange={(next) => go({ period: next })}
          />
        </>
      }
    >
      {known.measures.length === 0 || !organisation ? (
        <EmptyState title={say('measures.none')} />
      ) : (
        <Figures measures={known.measures} organisation={organisation} period={period} />
      )}
    </Page>
  );
}

interface FiguresProps {
  readonly measures: OutputOf<'measures.list'>['measures'];
  readonly organisation: string;
  readonly period: string;
}

function Figures({ measures, organisation, period }: FiguresProps) {
  const values = useAction('measures.values', { organisation, period });
  return (
    <Loaded of={values} lines={10}>
      {(data) => <FigureTable measures={measures} data={data} period={period} />}
    </Loaded>
  );
}
