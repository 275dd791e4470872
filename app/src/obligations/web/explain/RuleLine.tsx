import type { RuleRef } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import { useBoardSpeech } from '../speech.ts';

/** Where the rule stands: document and clause for whoever reads law, pack and file for whoever keeps the pack. */
export function RuleLine({ rule }: { readonly rule: RuleRef }) {
  const { say, comma } = useBoardSpeech();
  const document = [rule.document, rule.clause].filter(Boolean).join(comma);
  return (
    <p className="step-rule">
      <span>
        {say('explain.rule')}：{document || rule.id}
      </span>
      <Link to={paths.pack(rule.pack)} title={rule.hash.slice(0, 12)}>
        {say('explain.version', { pack: rule.pack, version: rule.version })}
      </Link>
      {rule.place && <code>{rule.place}</code>}
    </p>
  );
}
