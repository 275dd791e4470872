import { Table } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import type { Sheet } from './rating-data.ts';
import { type PeerGroup, peerGroups } from './rating-rows.ts';

const DIGITS = { maximumFractionDigits: 2 };

const byCount = (a: PeerGroup, b: PeerGroup) => a.count - b.count;

/** A group without a known score comes last, whichever way one sorts. */
const byMean = (a: PeerGroup, b: PeerGroup, order?: 'ascend' | 'descend' | null) => {
  if (a.mean === null || b.mean === null)
    return (Number(a.mean === null) - Number(b.mean === null)) * (order === 'descend' ? -1 : 1);
  return a.mean - b.mean;
};

/** Those under one organisation beside each other; nothing where there is only one group. */
export function PeerGroups({ sheet }: { readonly sheet: Sheet }) {
  const { say, pick } = useSpeech();
  const groups = peerGroups(sheet.rows, sheet.grades);
  if (groups.length < 2) return null;
  const shares = sheet.grades.map(({ id, title }) => ({
    key: id,
    title: pick(title),
    align: 'right' as const,
    render: (_: unknown, { shares: all }: PeerGroup) => all.find(({ grade }) => grade === id)?.count ?? 0,
  }));
  return (
    <Section flush title={say('ratings.groups')}>
      <Table
        size="small"
        rowKey="group"
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        showSorterTooltip={false}
        scroll={{ x: 'max-content' }}
        dataSource={groups}
        columns={[
          { key: 'group', title: say('ratings.group'), dataIndex: 'group' },
          { key: 'count', title: say('ratings.count'), dataIndex: 'count', align: 'right' as const, sorter: byCount },
          {
            key: 'mean',
            title: say('ratings.mean'),
            align: 'right' as const,
            sorter: byMean,
            sortDirections: ['descend' as const, 'ascend' as const],
            render: (_: unknown, { mean }: PeerGroup) =>
              mean === null ? say('ratings.notKnown') : mean.toLocaleString('zh-CN', DIGITS),
          },
          ...shares,
        ]}
      />
    </Section>
  );
}
