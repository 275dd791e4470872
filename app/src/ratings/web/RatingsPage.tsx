import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { periodName } from '../../obligations/web/speech.ts';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { lastPeriods } from '../periods.ts';
import { RatingView } from './RatingView.tsx';
import type { Scheme, Sheet } from './rating-data.ts';
import './ratings.css';

interface Place {
  readonly rating?: string;
  readonly period?: string;
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
  const scheme = schemes.find(({ id }) => id === search.rating) ?? schemes[0];
  if (!scheme) {
    return (
      <Page title={say('shell.ratings')}>
        <EmptyState title={say('ratings.none')} />
      </Page>
    );
  }
  const keys = lastPeriods(scheme.every as Parameters<typeof lastPeriods>[0], today, 5);
  const period = search.period ?? keys[0] ?? today.slice(0, 4);
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
            onChange={(next: string) => go({ rating: next })}
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
      <Results scheme={scheme} period={period} />
    </Page>
  );
}

function Results({ scheme, period }: { readonly scheme: Scheme; readonly period: string }) {
  const sheet = useAction('ratings.read', { rating: scheme.id, period });
  return (
    <Loaded of={sheet} lines={10}>
      {(data) => <RatingView key={`${scheme.id} ${period}`} scheme={scheme} period={period} sheet={data as Sheet} />}
    </Loaded>
  );
}
