import type { Explanation, Words } from '@luoshi/engine';
import { isConstruct } from './explain/construct-id.ts';
import { FormTitles } from './explain/form-titles.ts';
import { DRAWN_BY } from './explain/registry.ts';
import { Step } from './explain/Step.tsx';
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

/** A construct this version cannot draw is still told in its own words. */
function Node({ step }: { readonly step: Explanation }) {
  const Drawn = isConstruct(step.construct) ? DRAWN_BY[step.construct] : Step;
  const below = step.children ?? [];
  return (
    <Drawn step={step}>
      {below.length > 0 && (
        <ol className="steps steps-below">
          {below.map((child, at) => (
            <Node key={`${child.construct} ${at}`} step={child} />
          ))}
        </ol>
      )}
    </Drawn>
  );
}
