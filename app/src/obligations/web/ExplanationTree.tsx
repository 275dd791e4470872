import type { Words } from '@luoshi/engine';
import { useState } from 'react';
import type { FoldedStep } from '../folded-step.ts';
import { isConstruct } from './explain/construct-id.ts';
import { FormTitles } from './explain/form-titles.ts';
import { DRAWN_BY } from './explain/registry.ts';
import { Step } from './explain/Step.tsx';
import { stepsToTell } from './explain/told-by-picture.ts';
import { type FetchMore, MoreSteps, useMoreSteps } from './more-steps.ts';
import { useBoardSpeech } from './speech.ts';
import './explanation.css';

interface ExplanationTreeProps {
  readonly explanation: FoldedStep;
  /** Titles of the forms whose entries are cited. */
  readonly forms?: readonly { readonly id: string; readonly title: Words }[];
  /** How parts that were left out are fetched. */
  readonly more?: FetchMore;
}

/** So many parts of one kind are seen at a glance; the rest on request. */
export const PARTS_AT_FIRST = 12;

/** Why a value is what it is, step by step down to the entries, each construct in its own drawing. */
export function ExplanationTree({ explanation, forms = [], more }: ExplanationTreeProps) {
  const titles = Object.fromEntries(forms.map(({ id, title }) => [id, title]));
  return (
    <FormTitles value={titles}>
      <MoreSteps value={more ?? null}>
        <ol className="steps">
          <Node step={explanation} />
        </ol>
      </MoreSteps>
    </FormTitles>
  );
}

interface BelowProps {
  readonly steps: readonly FoldedStep[];
  readonly folded: FoldedStep['folded'];
}

function Below({ steps, folded }: BelowProps) {
  const { say } = useBoardSpeech();
  const fetchMore = useMoreSteps();
  const [all, setAll] = useState(false);
  const [later, add] = useState<readonly FoldedStep[]>([]);
  const [fetching, setFetching] = useState(false);
  const shown = all || steps.length <= PARTS_AT_FIRST + 1 ? [...steps, ...later] : steps.slice(0, PARTS_AT_FIRST);
  const left = steps.length + (folded?.more ?? 0) - shown.length;
  const open = async () => {
    setAll(true);
    if (!folded || !fetchMore || shown.length < steps.length) return;
    setFetching(true);
    const next = await fetchMore(folded.at, shown.length).catch(() => null);
    if (next) add([...later, ...(next.children ?? [])]);
    setFetching(false);
  };
  return (
    <>
      {shown.map((child, at) => (
        <Node key={`${child.construct} ${at}`} step={child} />
      ))}
      {left > 0 && (
        <li>
          <button type="button" className="plain-link steps-more" disabled={fetching} onClick={() => void open()}>
            {say(fetching ? 'ui.loading' : 'explain.moreSteps', { n: left })}
          </button>
        </li>
      )}
    </>
  );
}

/** A construct this version cannot draw is still told in its own words. */
function Node({ step }: { readonly step: FoldedStep }) {
  const Drawn = isConstruct(step.construct) ? DRAWN_BY[step.construct] : Step;
  const below = stepsToTell(step);
  return (
    <Drawn step={step}>
      {below.length > 0 && (
        <ol className="steps steps-below">
          <Below steps={below} folded={step.folded} />
        </ol>
      )}
    </Drawn>
  );
}
