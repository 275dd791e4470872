import type { ValueJson } from '@luoshi/engine';
import { Button, Input, Select, Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Figure } from './Figure.tsx';
import { GradeChip } from './GradeChip.tsx';
import { RunState } from './RunState.tsx';
import type { RunHead, Scheme, Sheet, SheetRow } from './rating-data.ts';
import { compareValues, filtered, gradeOf, likeScore } from './rating-rows.ts';
import { usePublished } from './use-published.tsx';

interface RatingTableProps {
  readonly sheet: Sheet;
  /** The latest publication of the period; null while there is none. */
  readonly run: RunHead | null;
  readonly scheme: Scheme;
  readonly period: string;
  readonly onOpen: (row: SheetRow) => void;
  readonly extra: ReactNode;
}

/** Everybody rated, with search, grades to choose from, and each step to sort by. */
export function RatingTable({ sheet, run, scheme, period, onOpen, extra }: RatingTableProps) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [grade, setGrade] = useState('all');
  const rows = useMemo(() => filtered(sheet.rows, { text, grade }), [sheet.rows, text, grade]);
  /** Whoever sees but one has nothing to look for. */
  const several = sheet.rows.length > 1;
  const published = usePublished(run, sheet.grades);
  const columns = useColumns(sheet, scheme, onOpen, published);
  const file = `/api/ratings/read?${new URLSearchParams({ rating: scheme.id, period, format: 'xlsx' })}`;
  return (
    <Section
      flush
      title={
        <>
          {several ? say('ratings.subjects', { count: rows.length }) : say('ratings.oneResult')}{' '}
          <RunState state="trial" />
        </>
      }
      actions={
        <>
          {several && (
            <Input.Search
              allowClear
              className="ratings-search"
              aria-label={say('ratings.search')}
              placeholder={say('ratings.search')}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          {several && sheet.grades.length > 0 && (
            <GradeSelect grades={sheet.grades} value={grade} onChange={setGrade} />
          )}
          {extra}
          <Button href={file}>{say('ratings.export')}</Button>
        </>
      }
    >
      <Table
        size="small"
        rowKey="subject"
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={columns}
      />
    </Section>
  );
}

interface GradeSelectProps {
  readonly grades: Sheet['grades'];
  readonly value: string;
  readonly onChange: (grade: string) => void;
}

function GradeSelect({ grades, value, onChange }: GradeSelectProps) {
  const { say, pick } = useSpeech();
  const options = [
    { value: 'all', label: say('ratings.all') },
    ...grades.map(({ id, title }) => ({ value: id, label: pick(title) })),
    { value: 'none', label: say('ratings.noGrade') },
  ];
  return <Select aria-label={say('ratings.grade')} className="ratings-grades" {...{ options, value, onChange }} />;
}

/** Name and result always; the steps where there is room. */
function useColumns(
  { rows, steps, grades }: Sheet,
  { graph }: Scheme,
  onOpen: (row: SheetRow) => void,
  published: TableColumnType<SheetRow> | null,
) {
  const { say, pick } = useSpeech();
  const narrow = useNarrow();
  return useMemo(() => {
    const results = new Set(graph.steps.filter((step) => step.results.length > 0).map(({ id }) => id));
    const given = new Set(graph.steps.flatMap((step) => step.results));
    const figure = (key: string, title: string, read: (row: SheetRow) => ValueJson | null) => ({
      key,
      title,
      align: 'right' as const,
      sorter: (a: SheetRow, b: SheetRow, order?: 'ascend' | 'descend' | null) =>
        compareValues(read(a), read(b), order === 'descend'),
      render: (_: unknown, row: SheetRow) => <Figure value={read(row)} grades={grades} />,
    });
    const name = {
      key: 'name',
      title: say('ratings.subject'),
      ...(narrow ? {} : { fixed: 'start' as const }),
      render: (_: unknown, row: SheetRow) => (
        <button type="button" className="ratings-name" onClick={() => onOpen(row)}>
          {row.name}
        </button>
      ),
    };
    const group = { key: 'group', title: say('ratings.group'), render: (_: unknown, row: SheetRow) => row.group };
    const chip = {
      key: 'grade',
      title: say('ratings.grade'),
      render: (_: unknown, row: SheetRow) => <GradeChip grade={gradeOf(row)} grades={grades} />,
    };
    const alike = given.has('score') ? likeScore(rows, steps) : new Set();
    const also = graph.steps.filter((step) => step.results.includes('also'));
    const others = steps.filter(({ id, number }) => number && !results.has(id) && !alike.has(id));
    return [
      name,
      ...(grades.length > 0 ? [chip] : []),
      ...(given.has('score') ? [figure('score', say('ratings.score'), ({ score }) => score)] : []),
      ...(given.has('place') ? [figure('place', say('ratings.place'), ({ place }) => place)] : []),
      ...also.map(({ id, title }) => figure(id, pick(title), (row) => row.steps[id] ?? null)),
      ...(published ? [published] : []),
      ...(narrow ? [] : [group]),
      ...(narrow ? [] : others.map(({ id, title }) => figure(id, pick(title), (row) => row.steps[id] ?? null))),
    ];
  }, [rows, steps, grades, graph, narrow, say, pick, onOpen, published]);
}
