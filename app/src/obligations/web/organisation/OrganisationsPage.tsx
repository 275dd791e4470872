import { Link, useNavigate } from '@tanstack/react-router';
import { Input, Tree } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { paths } from '../../../paths.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useAction } from '../../../platform/web/query.ts';
import { Page, Section } from '../../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { type TreeItem, treeFrom } from './tree.ts';

/** The tree of organisations within one's scope, and a search by name, pinyin or initials. */
export function OrganisationsPage() {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const tree = useAction('organisations.tree', {});
  return (
    <Page title={say('shell.organisations')} lead={say('organisation.lead')} width="reading">
      <Input.Search
        allowClear
        aria-label={say('organisation.search')}
        placeholder={say('organisation.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Section>
        {text ? <Found text={text} /> : <Loaded of={tree}>{(data) => <Branches nodes={data.nodes} />}</Loaded>}
      </Section>
    </Page>
  );
}

function Branches({ nodes }: { readonly nodes: readonly TreeItem[] }) {
  const navigate = useNavigate();
  const data = useMemo(() => treeFrom(nodes), [nodes]);
  return (
    <Tree
      blockNode
      virtual
      height={640}
      treeData={data}
      defaultExpandedKeys={data.map((top) => top.key)}
      onSelect={([id]) => id && void navigate({ to: paths.organisation(String(id)) })}
    />
  );
}

function Found({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  const found = useAction('organisations.search', { query: text });
  return (
    <Loaded of={found}>
      {({ found: organisations }) =>
        organisations.length === 0 ? (
          <EmptyState title={say('organisation.none')} />
        ) : (
          <ul className="pack-parts">
            {organisations.map((one) => (
              <li key={one.id}>
                <Link to={paths.organisation(one.id)}>{one.name}</Link> <span>{one.under}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
