import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import './packs.css';

/** Which rules hold, in which version, since when. */
export function PacksPage() {
  const { pick, say } = useSpeech();
  const packs = useAction('packs.list', {});
  return (
    <Page title={say('shell.packs')} lead={say('packs.lead')} width="reading">
      <Loaded of={packs}>
        {(data) =>
          data.packs.length === 0 ? (
            <EmptyState title={say('packs.none')}>{say('packs.noneHint')}</EmptyState>
          ) : (
            <Section flush>
              <Table
                size="small"
                rowKey="hash"
                pagination={false}
                scroll={{ x: 'max-content' }}
                dataSource={[...data.packs]}
                columns={[
                  {
                    title: say('packs.pack'),
                    render: (_, pack) =>
                      pack.problem ? (
                        <details className="pack-problem">
                          <summary>
                            {pick(pack.title)} <Mark glyph="!" tone="warning" word={say('packs.unreadable')} />
                          </summary>
                          {pick(pack.problem)}
                        </details>
                      ) : (
                        <Link to={paths.pack(pack.hash)}>{pick(pack.title)}</Link>
                      ),
                  },
                  { title: say('packs.id'), render: (_, pack) => <code className="pack-id">{pack.id}</code> },
                  { title: say('packs.version'), dataIndex: 'version' },
                  { title: say('packs.from'), dataIndex: 'from' },
                  { title: say('packs.to'), render: (_, pack) => pack.to ?? say('packs.open') },
                  {
                    title: say('packs.hash'),
                    render: (_, pack) => <code className="pack-id">{pack.hash.slice(0, 12)}</code>,
                  },
                ]}
              />
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}
