import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import './packs.css';

/** Which rules hold, in which version, since when. */
export function PacksPage() {
  const { say } = useSpeech();
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
                    render: (_, pack) => <Named pack={pack} />,
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

type Listed = OutputOf<'packs.list'>['packs'][number];

/** A version by its title; why it cannot be used, or what its next version must mend. */
function Named({ pack: { title, hash, problem, toMend } }: { readonly pack: Listed }) {
  const { pick, say } = useSpeech();
  if (problem)
    return (
      <details className="pack-problem">
        <summary>
          {pick(title)} <Mark glyph="!" tone="warning" word={say('packs.unreadable')} />
        </summary>
        {pick(problem)}
      </details>
    );
  const link = <Link to={paths.pack(hash)}>{pick(title)}</Link>;
  if (toMend.length === 0) return link;
  return (
    <>
      {link}
      <details className="pack-problem">
        <summary>{say('packs.toMend', { n: toMend.length })}</summary>
        <ul>
          {toMend.map(({ field, rule, words }) => (
            <li key={`${field} ${rule}`}>
              <code className="pack-id">{field}</code> {pick(words)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
