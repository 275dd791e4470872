import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { periodName } from '../../obligations/web/speech.ts';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { RatingView } from './RatingView.tsx';
import type { Scheme, Sheet } from './rating-data.ts';
import './ratings.css';

interface Place {
  readonly rating?: string | undefined;
  readonly period?: string | undefined;
}

/** One page per scheme: how its subjects came out, why, and what a change of the rules would do. */
export function RatingsPage() {
  const known = useAction('ratings.list', {});
  return (
    <Loaded of={known} lines={10}>
      {({ today, ratings }) => <Opened today={today} schemes={ratings as readonly Scheme[]} />}
    </Loaded>
  );
}

interface OpenedProps {
  readonly today: string;
  readonly schemes: readonly Scheme[];
}

function Opened({ today, schemes }: OpenedProps) {
  const { say, pick, language } = useSpeech();
  const search = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const [passed, setPassed] = useState(0);
  const inTurn = useMemo(() => mostToSee(schemes), [schemes]);
  const scheme = schemes.find(({ id }) => id === search.rating) ?? inTurn[passed];
  const mayPass = search.rating === undefined && passed < schemes.length - 1;
  if (!scheme) {
    return (
      <Page title={say('shell.ratings')}>
        <EmptyState
          title={say('ratings.none')}
          action={<LinkButton to={paths.packs()}>{say('ratings.toPacks')}</LinkButton>}
        >
          {say('ratings.noneHint')}
        </EmptyState>
      </Page>
    );
  }
  const others = schemes.filter(({ id }) => id !== scheme.id);
  const keys = scheme.periods;
  const period = search.period ?? scheme.published[0] ?? keys[0] ?? today.slice(0, 4);
  const go = (next: Place) => void navigate({ to: paths.ratings(), search: { ...search, ...next } as never });
  return (
    <Page
      title={say('shell.ratings')}
      lead={scheme.provisional ? say('ratings.provisional', { why: pick(scheme.provisional) }) : say('ratings.lead')}
      actions={
        <>
          <Select
            aria-label={say('ratings.rating')}
            className="ratings-scheme"
            value={scheme.id}
            options={schemes.map((one) => ({ value: one.id, label: pick(one.title) }))}
            popupMatchSelectWidth={false}
            onChange={(next: string) => go({ rating: next, period: undefined })}
          />
          <Select
            aria-label={say('ratings.period')}
            className="ratings-period"
            value={period}
            options={[...new Set([period, ...keys])].map((key) => ({ value: key, label: periodName(key, language) }))}
            onChange={(next: string) => go({ period: next })}
          />
        </>
      }
    >
      <Results
        scheme={scheme}
        period={period}
        others={others}
        onOpen={(id) => go({ rating: id, period: undefined })}
        onNobody={mayPass ? () => setPassed(passed + 1) : null}
      />
    </Page>
  );
}

/** Schemes with published results first: where nobody asked for one, there is something to see. */
const mostToSee = (schemes: readonly Scheme[]): readonly Scheme[] =>
  schemes.toSorted((a, b) => Number(b.published.length > 0) - Number(a.published.length > 0));

interface ResultsProps {
  readonly scheme: Scheme;
  readonly period: string;
  readonly others: readonly Scheme[];
  readonly onOpen: (scheme: string) => void;
  /** Looks at the next scheme, when nobody asked for this one. */
  readonly onNobody: (() => void) | null;
}

function Results({ scheme, period, others, onOpen, onNobody }: ResultsProps) {
  const sheet = useAction('ratings.read', { rating: scheme.id, period });
  return (
    <Loaded of={sheet} lines={10}>
      {(data) =>
        data.rows.length === 0 ? (
          <NobodyHere key={scheme.id} others={others} onOpen={onOpen} onNobody={onNobody} />
        ) : (
          <RatingView key={`${scheme.id} ${period}`} scheme={scheme} period={period} sheet={data as Sheet} />
        )
      }
    </Loaded>
  );
}

/** Nobody to see here, and where else to look. */
function NobodyHere({ others, onOpen, onNobody }: Pick<ResultsProps, 'others' | 'onOpen' | 'onNobody'>) {
  const { say, pick } = useSpeech();
  const pass = useEffectEvent(() => onNobody?.());
  useEffect(() => pass(), []);
  if (onNobody) return null;
  return (
    <EmptyState title={say('ratings.nobody')}>
      {others.length > 0 && <p>{say('ratings.others')}</p>}
      <ul className="ratings-others">
        {others.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="ratings-name" onClick={() => onOpen(id)}>
              {pick(title)}
            </button>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
