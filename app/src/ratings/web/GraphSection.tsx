import type { GraphStep, RatingGraph, Words } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import './graph.css';

type Titles = ReadonlyMap<string, Words>;

/** The order of evaluation, layer by layer: what each step needs and reads, and with whom it is worked out. */
export function GraphSection({ graph }: { readonly graph: RatingGraph }) {
  const { say } = useSpeech();
  const layers = Map.groupBy(graph.steps, ({ layer }) => layer);
  const titles: Titles = new Map(graph.steps.map(({ id, title }) => [id, title]));
  return (
    <Section title={say('ratings.graph')}>
      <ol className="graph-layers">
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

/** So many inputs are named; the rest are counted. */
const MOST = 6;

function StepNode({ step, titles }: { readonly step: GraphStep; readonly titles: Titles }) {
  const { say, pick, language } = useSpeech();
  const joined = (list: readonly Words[]): string => {
    const named = list.slice(0, MOST).map(pick);
    const more = list.length > MOST ? ` ${say('ratings.readsMore', { count: list.length - MOST })}` : '';
    return `${named.join(language === 'zh-CN' ? '、' : ', ')}${more}`;
  };
  const needs = joined(step.needs.flatMap((id) => titles.get(id) ?? []));
  const reads = joined(step.reads.map(({ title }) => title));
  return (
    <li className={step.results.length > 0 ? 'graph-step graph-result' : 'graph-step'}>
      <b>{pick(step.title)}</b>
      {step.results.map((result) => (
        <span key={result} className="graph-badge">
          {say(`ratings.${result}`)}
        </span>
      ))}
      {step.set && <p className="graph-set">{say('ratings.overSet', { set: pick(step.set) })}</p>}
      {needs !== '' && (
        <p>
          <span>{say('ratings.needs')}</span> {needs}
        </p>
      )}
      {reads !== '' && (
        <p>
          <span>{say('ratings.reads')}</span> {reads}
        </p>
      )}
    </li>
  );
}
