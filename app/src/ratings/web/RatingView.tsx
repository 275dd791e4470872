import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { useSession } from '../../platform/web/session.ts';
import { DistributionSection } from './DistributionSection.tsx';
import { FollowsSection } from './FollowsSection.tsx';
import { GraphSection } from './GraphSection.tsx';
import { Lacking } from './Lacking.tsx';
import { PeerGroups } from './PeerGroups.tsx';
import { PublishedRuns } from './PublishedRuns.tsx';
import { RatingTable } from './RatingTable.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import type { Scheme, Sheet, SheetRow } from './rating-data.ts';
import { Targets } from './Targets.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';

/** Whose work it is to think about rules. */
const MAY_TRY: readonly string[] = ['county-officer', 'township-officer'];

interface RatingViewProps {
  readonly scheme: Scheme;
  readonly period: string;
  readonly sheet: Sheet;
}

/** The results of one scheme in one period. */
export function RatingView({ scheme, period, sheet }: RatingViewProps) {
  const { say } = useSpeech();
  const { data: account } = useSession();
  const [opened, setOpened] = useState<SheetRow | null>(null);
  const [trying, setTrying] = useState(false);
  const mayTry = account?.roles.some((role) => MAY_TRY.includes(role)) ?? false;
  const known = useAction('ratings.runs', { rating: scheme.id, period });
  const runs = known.data?.runs ?? [];
  const [last] = runs;
  const tryIt = mayTry ? <Button onClick={() => setTrying(true)}>{say('ratings.whatIf')}</Button> : null;
  const graded = sheet.grades.length > 0;
  /** Whoever sees but one reads its result first. */
  const alone = sheet.rows.length === 1;
  const table = (
    <RatingTable
      sheet={sheet}
      run={last ?? null}
      scheme={scheme}
      period={period}
      onOpen={setOpened}
      extra={graded ? null : tryIt}
    />
  );
  return (
    <>
      {alone && table}
      <DistributionSection sheet={sheet} actions={graded ? tryIt : null} />
      <Lacking sheet={sheet} />
      <Targets targets={sheet.targets} />
      <FollowsSection scheme={scheme} rows={sheet.rows} />
      <PublishedRuns scheme={scheme} period={period} runs={runs} grades={sheet.grades} />
      {!alone && table}
      <PeerGroups sheet={sheet} />
      <GraphSection graph={scheme.graph} />
      {opened && <ResultPanel rating={scheme.id} period={period} row={opened} onClose={() => setOpened(null)} />}
      {trying && <WhatIfPanel scheme={scheme} period={period} sheet={sheet} onClose={() => setTrying(false)} />}
    </>
  );
}
