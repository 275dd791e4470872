import { Button } from 'antd';
import { useEffect } from 'react';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Page.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { MarkedWorkbook } from './MarkedWorkbook.tsx';

export interface ChosenFile {
  readonly name: string;
  readonly content: string;
  /** Made when the file is chosen: sending it twice is one import. */
  readonly id: string;
}

interface ImportTrialProps {
  readonly form: string;
  readonly file: ChosenFile;
}

const TOUCHES = ['records.list', 'obligations.mine', 'obligations.board'] as const;

/** What a file would do, tried as soon as it is chosen; then the whole of it, or nothing. */
export function ImportTrial({ form, file }: ImportTrialProps) {
  const { say } = useSpeech();
  const { mutate: check, ...checked } = useActionMutation('records.check-import');
  const take = useActionMutation('records.import', TOUCHES);
  const sent = { form, file: file.content, fileName: file.name };
  useEffect(() => {
    check({ form, file: file.content, fileName: file.name });
  }, [check, form, file]);
  if (take.data) return <Receipt receipt={take.data} />;
  const report = checked.data;
  return (
    <Section title={say('records.stepCheck')}>
      <div className="import-steps">
        {checked.isPending && <LoadingState />}
        {checked.error && <ErrorState error={checked.error} />}
        {report && <Report report={report} />}
        {report && report.problems.length > 0 && <MarkedWorkbook {...sent} />}
        {report?.problems.length === 0 && report.rows > 0 && (
          <Button
            type="primary"
            size="large"
            loading={take.isPending}
            onClick={() => take.mutate({ id: file.id, ...sent })}
          >
            {say('records.take', { rows: report.rows })}
          </Button>
        )}
        {take.error && <ErrorState error={take.error} />}
      </div>
    </Section>
  );
}

const SHOWN = 100;

function Report({ report }: { readonly report: OutputOf<'records.check-import'> }) {
  const { pick, say } = useSpeech();
  const { rows, problems } = report;
  const good = problems.length === 0;
  return (
    <>
      <p role="status" className={good ? 'import-good' : 'import-bad'}>
        {say(good ? 'records.checkedGood' : 'records.checked', { rows, problems: problems.length })}
      </p>
      {report.duplicates > 0 && <p>{say('records.repeated', { count: report.duplicates })}</p>}
      {!good && (
        <ul className="record-problems">
          {problems.slice(0, SHOWN).map((problem) => (
            <li key={`${problem.row} ${problem.field ?? ''} ${problem.words.en}`}>
              <span className="record-problem-row">{say('records.inRow', { row: problem.row })}</span>
              <span>{pick(problem.words)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: OutputOf<'records.import'> }) {
  const { say } = useSpeech();
  return (
    <Section title={say('records.stepCheck')}>
      <div className="import-steps">
        <p className="import-good" role="status">
          ✓ {say(receipt.again ? 'records.takenBefore' : 'records.taken', { rows: receipt.rows })}
        </p>
        <div className="import-ways">
          <LinkButton to={paths.records()} type="primary">
            {say('records.recent')}
          </LinkButton>
          <LinkButton to={paths.work()}>{say('records.toWork')}</LinkButton>
        </div>
      </div>
    </Section>
  );
}
