import { Link, useNavigate } from '@tanstack/react-router';
import { Input, Tree } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { paths } from '../../../paths.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useAction } from '../../../platform/web/query.ts';
import { Page, Section } from '../../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { type TreeItem, treeFrom } from './tree.ts';
import './organisation.css';

/** The tree of organisations within one's scope, and a search by name, pinyin or initials. */
export function OrganisationsPage() {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const tree = useAction('organisations.tree', {});
  return (
    <Page title={say('shell.organisations')} lead={say('organisation.lead')} width="reading">
      <Input
        allowClear
        type="search"
        size="large"
        className="organisation-search"
        aria-label={say('organisation.search')}
        placeholder={say('organisation.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Section>
        {text ? (
          <Found text={text} />
        ) : (
          <Loaded of={tree} lines={10}>
            {(data) => <Branches nodes={data.nodes} />}
          </Loaded>
        )}
      </Section>
    </Page>
  );
}

/** Larger trees are drawn as far as they are seen. */
const MANY = 200;

function Branches({ nodes }: { readonly nodes: readonly TreeItem[] }) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const data = useMemo(() => treeFrom(nodes), [nodes]);
  if (data.length === 0) return <EmptyState title={say('organisation.none')} />;
  const small = nodes.length <= MANY;
  return (
    <Tree
      blockNode
      className="organisation-tree"
      aria-label={say('shell.organisations')}
      {...(small ? { virtual: false } : { virtual: true, height: 640 })}
      treeData={data}
      defaultExpandedKeys={small ? nodes.map((node) => node.id) : data.map((top) => top.key)}
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
          <ul className="organisation-lines">
            {organisations.map((one) => (
              <li key={one.id}>
                <Link to={paths.organisation(one.id)}>
                  <strong>{one.name}</strong>
                  <span className="organisation-under">{one.under}</span>
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
