import type { RatingExplanation, ValueJson } from '@luoshi/engine';
import { ExplanationTree, PARTS_AT_FIRST } from '../../obligations/web/ExplanationTree.tsx';
import type { FetchMore, FoldedStep } from '../../obligations/web/more-steps.ts';
import { periodName } from '../../obligations/web/speech.ts';
import { call, type OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Changes } from './Changes.tsx';
import { Figure } from './Figure.tsx';
import { OwnFollows } from './OwnFollows.tsx';
import { RunState } from './RunState.tsx';
import type { SheetRow } from './rating-data.ts';

interface ResultPanelProps {
  readonly rating: string;
  readonly period: string;
  readonly row: SheetRow;
  readonly onClose: () => void;
}

/** Why a subject came out as it did: what would change it first, then every step, then the periods before. */
export function ResultPanel({ rating, period, row, onClose }: ResultPanelProps) {
  const { say } = useSpeech();
  const { subject, subjectKind } = row;
  const asked = { rating, period, subject, subjectKind, fold: PARTS_AT_FIRST };
  const explained = useAction('ratings.explain', asked);
  const more: FetchMore = async (at, after) =>
    (await call('ratings.explain', { ...asked, at, after })).explanation as FoldedStep;
  const history = useAction('ratings.history', { rating, subject, subjectKind });
  return (
    <SidePanel open title={`${row.name} · ${say('ratings.why')}`} onClose={onClose}>
      <Loaded of={explained} lines={8}>
        {({ explanation, forms }) => <Why explanation={explanation as RatingExplanation} forms={forms} more={more} />}
      </Loaded>
      <section className="ratings-part">
        <h2>{say('ratings.history')}</h2>
        <Loaded of={history}>{({ periods }) => <History periods={periods} />}</Loaded>
      </section>
    </SidePanel>
  );
}

interface WhyProps {
  readonly explanation: RatingExplanation;
  readonly forms: OutputOf<'ratings.explain'>['forms'];
  readonly more: FetchMore;
}

function Why({ explanation, forms, more }: WhyProps) {
  const { say } = useSpeech();
  return (
    <>
      <OwnFollows steps={explanation.children ?? []} />
      <section className="ratings-part">
        <h2>{say('ratings.change')}</h2>
        <Changes changes={explanation.change} />
      </section>
      <section className="ratings-part">
        <h2>{say('ratings.steps')}</h2>
        <ExplanationTree explanation={explanation} forms={forms} more={more} />
      </section>
    </>
  );
}

function History({ periods }: OutputOf<'ratings.history'>) {
  const { say, pick, language } = useSpeech();
  const graded = periods.some(({ gradeTitle }) => gradeTitle !== null);
  const placed = periods.some(({ place }) => place !== null);
  return (
    <table className="ratings-history">
      <thead>
        <tr>
          <th>{say('ratings.period')}</th>
          {graded && <th>{say('ratings.grade')}</th>}
          <th>{say('ratings.score')}</th>
          {placed && <th>{say('ratings.place')}</th>}
          <th>{say('ratings.state')}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ period, gradeTitle, score, place, published }) => (
          <tr key={period}>
            <th>{periodName(period, language)}</th>
            {graded && <td>{gradeTitle ? pick(gradeTitle) : say('ratings.noGrade')}</td>}
            <td>
              <Figure value={score as ValueJson | null} grades={[]} />
            </td>
            {placed && (
              <td>
                <Figure value={place as ValueJson | null} grades={[]} />
              </td>
            )}
            <td>
              <RunState state={published?.state ?? 'trial'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
