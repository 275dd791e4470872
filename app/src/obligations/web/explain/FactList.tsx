import { type FactRef, worthShown } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../../paths.ts';
import { useBoardSpeech } from '../speech.ts';
import { useFormTitle } from './form-titles.ts';

const AT_FIRST = 6;

/** Entries as evidence: what, when, recorded by whom, confirmed by whom, and how much each counted or why not. */
export function FactList({ facts }: { readonly facts: readonly FactRef[] }) {
  const { say } = useBoardSpeech();
  const [all, setAll] = useState(false);
  const shown = all ? facts : facts.slice(0, AT_FIRST);
  return (
    <>
      <ul className="facts">
        {shown.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
      {shown.length < facts.length && (
        <button type="button" className="plain-link facts-more" onClick={() => setAll(true)}>
          {say('explain.moreFacts', { n: facts.length - shown.length })}
        </button>
      )}
    </>
  );
}

function FactItem({ fact }: { readonly fact: FactRef }) {
  const { say, pick, comma } = useBoardSpeech();
  const formTitle = useFormTitle();
  const who = [
    say('explain.recorded', { by: fact.recordedBy, on: fact.recordedOn }),
    fact.confirmedBy && say('explain.confirmed', { by: fact.confirmedBy }),
  ].filter(Boolean);
  const counted = fact.worth !== undefined;
  return (
    <li className={counted ? 'fact' : 'fact fact-out'}>
      <Link to={paths.record(fact.id)} className="fact-title">
        {say('explain.fact', { date: fact.date, form: formTitle(fact.form) })}
      </Link>
      <span className="fact-worth">
        {fact.worth === undefined
          ? fact.note
            ? say('explain.countsNot')
            : ''
          : say('explain.counts', { n: worthShown(fact.worth) })}
      </span>
      <span className="fact-who">
        {who.join(comma)}
        {fact.note && <em> · {pick(fact.note)}</em>}
      </span>
    </li>
  );
}
