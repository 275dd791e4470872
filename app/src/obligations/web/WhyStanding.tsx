import type { Words } from '@luoshi/engine';
import { useAction } from '../../platform/web/query.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Explained, explainInput, type StandingItem } from './cell-data.ts';
import { ExplanationTree } from './ExplanationTree.tsx';
import { isLight, LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';

interface WhyStandingProps {
  readonly standing: StandingItem;
  readonly asOf: string | undefined;
}

/** Conclusion first, then what would change it, then who answers for it, then every step. */
export function WhyStanding({ standing, asOf }: WhyStandingProps) {
  const explained = useAction('obligations.explain', explainInput(standing, asOf), { staleTime: 0 });
  return (
    <>
      <Conclusion standing={standing} unit={unitOf(explained.data as Explained | undefined)} />
      <Loaded of={explained} lines={10}>
        {(data) => <Reasons {...(data as Explained)} />}
      </Loaded>
    </>
  );
}

/** The unit in words stands on the step that says how much is owed. */
const unitOf = (explained: Explained | undefined): Words | undefined =>
  explained?.explanation.children?.find(({ construct }) => construct.startsWith('amount-'))?.unit;

function Conclusion({ standing, unit }: { readonly standing: StandingItem; readonly unit: Words | undefined }) {
  const { say, pick, lightWord, periodWord } = useBoardSpeech();
  const { light, limit, need, done, due, awaiting, period, subjectName } = standing;
  const measured = (amount: string) => (unit ? `${amount} ${pick(unit)}` : amount);
  const rows = [
    { label: say('explain.subjects'), value: subjectName },
    { label: say('explain.period'), value: `${periodWord(period.key)} · ${period.start} – ${period.end}` },
    { label: say(limit ? 'limit.need' : 'explain.need'), value: need === null ? '—' : measured(need) },
    {
      label: say(limit ? 'limit.done' : 'explain.done'),
      value: awaiting > 0 ? `${measured(done)} · ${say('explain.awaiting')} ${awaiting}` : measured(done),
    },
    ...(limit ? [] : [{ label: say('explain.due'), value: due }]),
  ];
  return (
    <section className="panel-conclusion">
      {isLight(light) && <Mark {...LOOKS[light]} word={lightWord(light, limit)} size="large" />}
      <FieldList rows={rows} />
    </section>
  );
}

function Reasons({ explanation, responsible, forms }: Explained) {
  const { say, pick } = useBoardSpeech();
  return (
    <>
      {explanation.change.length > 0 && (
        <section className="panel-change">
          <h2>{say('explain.change')}</h2>
          <ul>
            {explanation.change.map((words) => (
              <li key={words.en}>{pick(words)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-part">
        <h2>{say('explain.responsible')}</h2>
        {responsible.length === 0 && <p className="step-note">{say('explain.nobody')}</p>}
        <ul className="panel-people">
          {responsible.map(({ name, role }) => (
            <li key={`${name} ${role.en}`}>
              <b>{name}</b> <span>{pick(role)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel-part">
        <h2>{say('explain.steps')}</h2>
        <ExplanationTree explanation={explanation} forms={forms} />
      </section>
    </>
  );
}
