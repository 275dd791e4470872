import type { Explanation, Words } from '@luoshi/engine';
import { useState } from 'react';
import { isConstruct } from './explain/construct-id.ts';
import { FormTitles } from './explain/form-titles.ts';
import { DRAWN_BY } from './explain/registry.ts';
import { Step } from './explain/Step.tsx';
import { stepsToTell } from './explain/told-by-picture.ts';
import { useBoardSpeech } from './speech.ts';
import './explanation.css';

interface ExplanationTreeProps {
  readonly explanation: Explanation;
  /** Titles of the forms whose entries are cited. */
  readonly forms?: readonly { readonly id: string; readonly title: Words }[];
}

/** Why a value is what it is, step by step down to the entries, each construct in its own drawing. */
export function ExplanationTree({ explanation, forms = [] }: ExplanationTreeProps) {
  const titles = Object.fromEntries(forms.map(({ id, title }) => [id, title]));
  return (
    <FormTitles value={titles}>
      <ol className="steps">
        <Node step={explanation} />
      </ol>
    </FormTitles>
  );
}

/** So many steps of one kind are seen at a glance; the rest on request. */
const AT_FIRST = 12;

function Below({ steps }: { readonly steps: readonly Explanation[] }) {
  const { say } = useBoardSpeech();
  const [all, setAll] = useState(false);
  const shown = all || steps.length <= AT_FIRST + 1 ? steps : steps.slice(0, AT_FIRST);
  return (
    <>
      {shown.map((child, at) => (
        <Node key={`${child.construct} ${at}`} step={child} />
      ))}
      {shown.length < steps.length && (
        <li>
          <button type="button" className="plain-link steps-more" onClick={() => setAll(true)}>
            {say('explain.moreSteps', { n: steps.length - shown.length })}
          </button>
        </li>
      )}
    </>
  );
}

/** A construct this version cannot draw is still told in its own words. */
function Node({ step }: { readonly step: Explanation }) {
  const Drawn = isConstruct(step.construct) ? DRAWN_BY[step.construct] : Step;
  const below = stepsToTell(step);
  return (
    <Drawn step={step}>
      {below.length > 0 && (
        <ol className="steps steps-below">
          <Below steps={below} />
        </ol>
      )}
    </Drawn>
  );
}
