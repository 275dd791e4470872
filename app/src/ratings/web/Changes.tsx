import type { WhatIf } from '@luoshi/engine';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';

const KINDS = ['border', 'neighbour', 'turn'] as const;
/** So many are seen at a glance; the rest on request. */
const AT_FIRST = 8;

/** What would change a result: the lines that lie near, one thing more or fewer, and what time will do. */
export function Changes({ changes }: { readonly changes: readonly WhatIf[] }) {
  const { say } = useSpeech();
  if (changes.length === 0) return <p>{say('ratings.noChange')}</p>;
  return (
    <>
      {KINDS.map((kind) => (
        <Kind key={kind} title={say(`ratings.${kind}`)} changes={changes.filter((one) => one.kind === kind)} />
      ))}
    </>
  );
}

function Kind({ title, changes }: { readonly title: string; readonly changes: readonly WhatIf[] }) {
  const { say, pick } = useSpeech();
  const [all, setAll] = useState(false);
  if (changes.length === 0) return null;
  const shown = all || changes.length <= AT_FIRST + 1 ? changes : changes.slice(0, AT_FIRST);
  return (
    <>
      <h3>{title}</h3>
      <ul className="ratings-changes">
        {shown.map(({ words, step }) => (
          <li key={`${step} ${words.en}`}>{pick(words)}</li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" className="plain-link" onClick={() => setAll(true)}>
          {say('explain.moreSteps', { n: changes.length - shown.length })}
        </button>
      )}
    </>
  );
}
