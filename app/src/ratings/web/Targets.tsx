import type { ValueJson } from '@luoshi/engine';
import { Table } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Section } from '../../ui/Page.tsx';
import type { Sheet } from './rating-data.ts';

type Target = Sheet['targets'][number];

/** What each unit should reach, and how many subjects are missing or too many. Nothing where the scheme names no target. */
export function Targets({ targets }: { readonly targets: Sheet['targets'] }) {
  const { say, pick } = useSpeech();
  if (targets.length === 0) return null;
  const columns = [
    {
      key: 'unit',
      title: say('ratings.group'),
      render: (_: unknown, one: Target) => one.unitName ?? say('ratings.together'),
    },
    { key: 'title', title: say('ratings.target'), render: (_: unknown, one: Target) => pick(one.title) },
    { key: 'limit', title: say('ratings.limit'), render: (_: unknown, one: Target) => <Limit target={one} /> },
    {
      key: 'having',
      title: say('ratings.having'),
      align: 'right' as const,
      render: (_: unknown, { having, graded }: Target) => `${having} / ${graded}`,
    },
    { key: 'distance', title: say('ratings.distance'), render: (_: unknown, one: Target) => <Distance target={one} /> },
  ];
  return (
    <Section flush title={say('ratings.targets')}>
      <Table
        size="small"
        rowKey={({ target, unit }) => `${target} ${unit}`}
        pagination={{ pageSize: 11, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        dataSource={[...targets]}
        columns={columns}
      />
    </Section>
  );
}

function Limit({ target: { is, limit } }: { readonly target: Target }) {
  const { say } = useSpeech();
  const value = limit as ValueJson;
  if (value.state !== 'known') return <span className="ratings-quiet">{say('ratings.notSet')}</span>;
  const percent = (Number(value.value) * 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 });
  return <>{`${is === 'at-least' ? '≥' : '≤'} ${percent}%`}</>;
}

function Distance({ target: { is, distance } }: { readonly target: Target }) {
  const { say } = useSpeech();
  if (distance === null) return <Mark glyph="?" tone="unknown" word={say('ratings.notKnown')} />;
  if (distance === 0) return <Mark glyph="✓" tone="success" word={say('ratings.reached')} />;
  const word = say(is === 'at-least' ? 'ratings.missing' : 'ratings.tooMany', { count: distance });
  return <Mark glyph="!" tone="warning" word={word} />;
}
