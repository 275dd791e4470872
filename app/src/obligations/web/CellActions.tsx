import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { paths } from '../../paths.ts';
import { useAction } from '../../platform/web/query.ts';
import { explainInput, type StandingItem } from './cell-data.ts';
import { useBoardSpeech } from './speech.ts';

interface CellActionsProps {
  readonly organisation: string;
  readonly standing: StandingItem;
  readonly asOf: string | undefined;
}

/** From the reason to the deed: the forms that serve the duty, the records behind it, the organisation. */
export function CellActions({ organisation, standing, asOf }: CellActionsProps) {
  const { say, pick } = useBoardSpeech();
  const navigate = useNavigate();
  const { data } = useAction('obligations.explain', explainInput(standing, asOf), { staleTime: 0 });
  const { subject, subjectKind } = standing;
  const forms = (data?.forms ?? []).filter(({ mayEnter }) => mayEnter);
  const go = (to: string) => () => void navigate({ to });
  return (
    <div className="panel-actions">
      {forms.slice(0, 2).map(({ id, title }, at) => (
        <Button
          key={id}
          type={at === 0 ? 'primary' : 'default'}
          onClick={go(paths.enterRecord(id, { subject, subjectKind }))}
        >
          {say('explain.fillIn', { form: pick(title) })}
        </Button>
      ))}
      <Button onClick={go(paths.records({ subject }))}>{say('explain.facts')}</Button>
      <Button onClick={go(paths.organisation(organisation))}>{say('explain.organisation')}</Button>
    </div>
  );
}
