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
      <Conclusion standing={standing} />
      <Loaded of={explained} lines={10}>
        {(data) => <Reasons {...(data as Explained)} />}
      </Loaded>
    </>
  );
}

function Conclusion({ standing }: { readonly standing: StandingItem }) {
  const { say, lightWord, periodWord } = useBoardSpeech();
  const { light, need, done, due, awaiting, period, subjectName } = standing;
  const rows = [
    { label: say('explain.subjects'), value: subjectName },
    { label: say('explain.period'), value: `${periodWord(period.key)}（${period.start} – ${period.end}）` },
    { label: say('explain.need'), value: need ?? '—' },
    { label: say('explain.done'), value: awaiting > 0 ? `${done}（${say('explain.awaiting')} ${awaiting}）` : done },
    { label: say('explain.due'), value: due },
  ];
  return (
    <section className="panel-conclusion">
      {isLight(light) && <Mark {...LOOKS[light]} word={lightWord(light)} size="large" />}
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
          <h3>{say('explain.change')}</h3>
          <ul>
            {explanation.change.map((words) => (
              <li key={words.en}>{pick(words)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-part">
        <h3>{say('explain.responsible')}</h3>
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
        <h3>{say('explain.steps')}</h3>
        <ExplanationTree explanation={explanation} forms={forms} />
      </section>
    </>
  );
}
