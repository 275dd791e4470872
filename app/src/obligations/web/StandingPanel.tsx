import { SidePanel } from '../../ui/SidePanel.tsx';
import { CellActions } from './CellActions.tsx';
import type { StandingItem } from './cell-data.ts';
import { useBoardSpeech } from './speech.ts';
import { WhyStanding } from './WhyStanding.tsx';
import './cell-panel.css';

interface StandingPanelProps {
  readonly standing: StandingItem;
  readonly organisation: string;
  readonly onClose: () => void;
}

/** Why one light is what it is, beside the list in which it stands. */
export function StandingPanel({ standing, organisation, onClose }: StandingPanelProps) {
  const { pick } = useBoardSpeech();
  const title = (
    <span className="panel-title">
      <span className="panel-where">{standing.subjectName}</span>
      <span>{pick(standing.title)}</span>
    </span>
  );
  return (
    <SidePanel
      open
      title={title}
      onClose={onClose}
      footer={<CellActions organisation={organisation} standing={standing} asOf={undefined} />}
    >
      <div className="panel">
        <WhyStanding standing={standing} asOf={undefined} />
      </div>
    </SidePanel>
  );
}
