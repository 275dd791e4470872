import type { RuleRef } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import { useBoardSpeech } from '../speech.ts';

/** Where the rule stands: document and clause for all; the place in the pack, for whoever keeps it, under the pointer. */
export function RuleLine({ rule }: { readonly rule: RuleRef }) {
  const { say, comma } = useBoardSpeech();
  const document = [rule.document, rule.clause].filter(Boolean).join(comma);
  return (
    <p className="step-rule">
      <span>
        {say('explain.rule')}：{document || rule.id}
      </span>
      <Link to={paths.pack(rule.pack)} title={[rule.place, rule.hash.slice(0, 12)].filter(Boolean).join(' · ')}>
        {say('explain.version', { version: rule.version })}
      </Link>
    </p>
  );
}
