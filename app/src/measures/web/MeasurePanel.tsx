import type { Explanation } from '@luoshi/engine';
import { ExplanationTree } from '../../obligations/web/ExplanationTree.tsx';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';

interface MeasurePanelProps {
  readonly measure: string;
  readonly organisation: string;
  readonly period: string;
  readonly onClose: () => void;
}

/** Where a figure comes from, down to the entries. */
export function MeasurePanel({ measure, organisation, period, onClose }: MeasurePanelProps) {
  const { say } = useSpeech();
  const explained = useAction('measures.explain', { measure, organisation, period });
  return (
    <SidePanel open title={say('measures.where')} onClose={onClose}>
      <Loaded of={explained}>
        {({ explanation }) => <ExplanationTree explanation={explanation as Explanation} />}
      </Loaded>
    </SidePanel>
  );
}
