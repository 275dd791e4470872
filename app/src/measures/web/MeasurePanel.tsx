import { ExplanationTree, PARTS_AT_FIRST } from '../../obligations/web/ExplanationTree.tsx';
import type { FetchMore, FoldedStep } from '../../obligations/web/more-steps.ts';
import { call } from '../../platform/web/client.ts';
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
  const asked = { measure, organisation, period, fold: PARTS_AT_FIRST };
  const explained = useAction('measures.explain', asked);
  const more: FetchMore = async (at, after) =>
    (await call('measures.explain', { ...asked, at, after })).explanation as FoldedStep;
  return (
    <SidePanel open title={say('measures.where')} onClose={onClose}>
      <Loaded of={explained}>
        {({ explanation }) => <ExplanationTree explanation={explanation as FoldedStep} more={more} />}
      </Loaded>
    </SidePanel>
  );
}
