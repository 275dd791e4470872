import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../../paths.ts';
import type { ActionId } from '../../../platform/web/client.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../../platform/web/query.ts';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { Loaded, wordsOf } from '../../../ui/states.tsx';
import { type Change, changeOf, type Draft, type Named } from './draft.ts';
import { Foreseen } from './Foreseen.tsx';
import { newPart, SuccessionFields } from './SuccessionFields.tsx';
import './succession.css';

interface SuccessionPanelProps {
  readonly organisation: Named & { readonly children: readonly Named[]; readonly today: string };
  readonly onClose: () => void;
}

/** Merging and dividing: what happens, what it would bring, and only then the record of it. */
export function SuccessionPanel({ organisation, onClose }: SuccessionPanelProps) {
  const { say } = useSpeech();
  const [event] = useState(() => uuidv7());
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ way: 'into', on: null, others: [], percents: {}, parts: [newPart()], ends: true },
  }));
  const change = changeOf(organisation.id, event, draft);
  return (
    <SidePanel open title={say('succession.title', { name: organisation.name })} onClose={onClose}>
      <div className="succession">
        <p className="succession-quiet">{say('succession.lead')}</p>
        <SuccessionFields
          organisation={organisation}
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <section aria-label={say('succession.foreseen')}>
          <h3>{say('succession.foreseen')}</h3>
          {change ? (
            <Decide change={change} divided={draft.way === 'split'} onDone={onClose} />
          ) : (
            <p className="succession-quiet">{say('succession.fillFirst')}</p>
          )}
        </section>
      </div>
    </SidePanel>
  );
}

interface DecideProps {
  readonly change: Change;
  readonly divided: boolean;
  readonly onDone: () => void;
}

/** Nothing is recorded before its consequences stand above the button. */
function Decide({ change, divided, onDone }: DecideProps) {
  const { say, pick } = useSpeech();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const foresight = useAction('obligations.foresee', change.foreseen, { staleTime: 0 });
  const { record, error, isPending } = useRecord();
  const refused = error ? wordsOf(error) : undefined;
  const save = async () => {
    if (!(await record(change))) return;
    void message.success(say('succession.done'));
    onDone();
    void navigate({ to: paths.organisation(change.heir) });
  };
  return (
    <>
      <Loaded of={foresight} lines={6}>
        {(found) => <Foreseen foresight={found} divided={divided} />}
      </Loaded>
      {error && (
        <p role="alert" className="form-field-error">
          {refused ? pick(refused) : say('ui.failedHint')}
        </p>
      )}
      <Button type="primary" disabled={!foresight.data} loading={isPending} onClick={() => void save()}>
        {say('succession.save')}
      </Button>
    </>
  );
}

const TOUCHES = [
  ...(['organisations.get', 'organisations.tree', 'organisations.search', 'obligations.summary'] as const),
  ...(['obligations.standings', 'obligations.board', 'obligations.people'] as const),
] satisfies readonly ActionId[];

function useRecord() {
  const merge = useActionMutation('organisations.merge', TOUCHES);
  const split = useActionMutation('organisations.split', TOUCHES);
  const succeed = useActionMutation('organisations.succeed', TOUCHES);
  const all = [merge, split, succeed];
  return {
    error: all.find(({ error }) => error)?.error ?? null,
    isPending: all.some(({ isPending }) => isPending),
    /** Whether it was recorded; why not stands in `error`. By then the page may show that its organisation ended. */
    async record({ recorded }: Change): Promise<boolean> {
      for (const one of all) one.reset();
      const sent =
        recorded.action === 'organisations.merge'
          ? merge.mutateAsync(recorded.input)
          : recorded.action === 'organisations.split'
            ? split.mutateAsync(recorded.input)
            : succeed.mutateAsync(recorded.input);
      return sent.then(
        () => true,
        () => false,
      );
    },
  };
}
