import type { GraphStep, RatingGraph } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';

/** The order of evaluation, layer by layer: what each step needs and reads. */
export function GraphSection({ graph }: { readonly graph: RatingGraph }) {
  const { say } = useSpeech();
  const layers = Map.groupBy(graph.steps, ({ layer }) => layer);
  const titles = new Map(graph.steps.map(({ id, title }) => [id, title]));
  return (
    <Section title={say('ratings.graph')}>
      <ol className="ratings-layers">
        {[...layers].map(([layer, steps]) => (
          <li key={layer}>
            <h3>{say('ratings.layer', { layer: layer + 1 })}</h3>
            <ul>
              {steps.map((step) => (
                <StepNode key={step.id} step={step} titles={titles} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface StepNodeProps {
  readonly step: GraphStep;
  readonly titles: ReadonlyMap<string, GraphStep['title']>;
}

function StepNode({ step, titles }: StepNodeProps) {
  const { say, pick, language } = useSpeech();
  const needs = [...step.needs.flatMap((id) => titles.get(id) ?? []), ...step.reads.map(({ title }) => title)];
  const joined = needs.map(pick).join(language === 'zh-CN' ? '、' : ', ');
  return (
    <li>
      <b>{pick(step.title)}</b>
      {step.over === 'set' && <span className="ratings-quiet"> {say('ratings.overSet')}</span>}
      {joined !== '' && <span className="ratings-quiet"> ← {joined}</span>}
    </li>
  );
}
