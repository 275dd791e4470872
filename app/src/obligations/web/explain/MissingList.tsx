import type { Missing } from '@luoshi/engine';
import { useBoardSpeech } from '../speech.ts';

export function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  const { say, pick } = useBoardSpeech();
  if (missing.length === 0) return null;
  return (
    <p className="step-note">
      {say('explain.missing')}：{missing.map((one) => pick(one.words)).join('；')}
    </p>
  );
}
