import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { FolderChoice } from './FolderChoice.tsx';
import { Knobs } from './Knobs.tsx';
import { changesIn, knobsOf } from './knobs.ts';
import type { ChosenFolder } from './pack-folder.ts';
import { RuleChanges } from './RuleChanges.tsx';
import type { Grades, Scheme, Sheet, Tried } from './rating-data.ts';
import { VersionChoice } from './VersionChoice.tsx';
import { WhoMoves } from './WhoMoves.tsx';

interface WhatIfPanelProps {
  readonly scheme: Scheme;
  readonly period: string;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

interface Asked {
  readonly set: readonly string[];
  readonly packs: readonly string[];
  readonly folder: ChosenFolder | null;
}

const GROUPS = ['parameters', 'weights', 'numbers'] as const;

/** Parameters, weights, numbers of the rules and versions of packs on a copy: who moves, before anything is in force. */
export function WhatIfPanel({ scheme, period, sheet, onClose }: WhatIfPanelProps) {
  const { say } = useSpeech();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [packs, setPacks] = useState<readonly string[]>([]);
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const knobs = knobsOf(scheme);
  const set = changesIn(knobs, values);
  return (
    <SidePanel open title={say('ratings.whatIf')} onClose={onClose}>
      <p className="ratings-quiet">{say('ratings.whatIfLead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ set, packs, folder });
        }}
      >
        {GROUPS.map((group) => (
          <Knobs
            key={group}
            title={say(`ratings.${group}`)}
            knobs={knobs.filter((knob) => knob.group === group)}
            values={values}
            onChange={(name, value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <VersionChoice day={sheet.rulesOf} chosen={packs} onChange={setPacks} />
        <FolderChoice chosen={folder} onChange={setFolder} />
        <div className="ratings-try">
          <Button type="primary" htmlType="submit" disabled={set.length + packs.length === 0 && folder === null}>
            {say('ratings.try')}
          </Button>
        </div>
      </form>
      {asked && <Outcome rating={scheme.id} period={period} asked={asked} grades={sheet.grades} />}
    </SidePanel>
  );
}

interface OutcomeProps {
  readonly rating: string;
  readonly period: string;
  readonly asked: Asked;
  readonly grades: Grades;
}

function Outcome({ rating, period, asked: { set, packs, folder }, grades }: OutcomeProps) {
  const input = {
    rating,
    period,
    set: [...set],
    ...(packs.length > 0 ? { packs: [...packs] } : {}),
    ...(folder ? { files: [...folder.files] } : {}),
  };
  const tried = useAction('ratings.simulate', input, { staleTime: 0 });
  return (
    <section className="ratings-part" aria-live="polite">
      <Loaded of={tried} lines={6}>
        {(data) => (
          <>
            <WhoMoves tried={data as Tried} grades={grades} />
            <RuleChanges changes={data.changes} />
          </>
        )}
      </Loaded>
    </section>
  );
}
