import { Button, Upload } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { downloadAddress, type OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { base64From } from './base64.ts';
import { MarkedWorkbook } from './MarkedWorkbook.tsx';
import './records.css';

interface ChosenFile {
  readonly name: string;
  readonly content: string;
  /** Made when the file is chosen: sending it twice is one import. */
  readonly id: string;
}

/** Excel in three steps: fetch the template, see what a file would do, take it whole or not at all. */
export function ImportPage({ formId }: { readonly formId: string }) {
  const { pick, say } = useSpeech();
  const forms = useAction('records.forms', {});
  const [file, setFile] = useState<ChosenFile | null>(null);
  return (
    <Loaded of={forms}>
      {({ forms: all }) => {
        const form = all.find((one) => one.form.id === formId)?.form;
        if (!form) return <EmptyState title={say('records.notYours')}>{say('records.notYoursHint')}</EmptyState>;
        return (
          <Page
            title={`${pick(form.title)} · ${say('records.import')}`}
            width="reading"
            lead={say('records.importLead')}
          >
            <Section title={say('records.stepTemplate')}>
              <a href={downloadAddress('records.template', { form: form.id, format: 'xlsx' })}>
                <Button>{say('records.template')}</Button>
              </a>
            </Section>
            <Section title={say('records.stepFile')}>
              <Upload.Dragger
                accept=".xlsx,.csv"
                showUploadList={false}
                beforeUpload={(chosen) => {
                  void base64From(chosen).then((content) => setFile({ name: chosen.name, content, id: uuidv7() }));
                  return false;
                }}
              >
                <p>{file ? file.name : say('records.chooseFile')}</p>
              </Upload.Dragger>
            </Section>
            {file && <Trial key={file.id} form={form.id} file={file} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

function Trial({ form, file }: { readonly form: string; readonly file: ChosenFile }) {
  const { say } = useSpeech();
  const check = useActionMutation('records.check-import');
  const take = useActionMutation('records.import', ['records.list', 'obligations.mine', 'obligations.board']);
  const sent = { form, file: file.content, fileName: file.name };
  if (take.data) return <Receipt receipt={take.data} />;
  return (
    <Section title={say('records.stepCheck')}>
      <Button loading={check.isPending} onClick={() => check.mutate(sent)}>
        {say('records.checkFile')}
      </Button>
      {check.error && <ErrorState error={check.error} />}
      {check.data && <Report report={check.data} />}
      {check.data && check.data.problems.length > 0 && <MarkedWorkbook {...sent} />}
      {check.data?.problems.length === 0 && (
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ id: file.id, ...sent })}>
          {say('records.take', { rows: check.data.rows })}
        </Button>
      )}
      {take.error && <ErrorState error={take.error} />}
    </Section>
  );
}

function Report({ report }: { readonly report: OutputOf<'records.check-import'> }) {
  const { pick, say } = useSpeech();
  return (
    <>
      <p role="status">{say('records.checked', { rows: report.rows, problems: report.problems.length })}</p>
      <ul className="record-problems">
        {report.problems.slice(0, 100).map((problem) => (
          <li key={`${problem.row} ${problem.field ?? ''} ${problem.words.en}`}>
            {say('records.inRow', { row: problem.row })} {pick(problem.words)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: OutputOf<'records.import'> }) {
  const { say } = useSpeech();
  return (
    <Section>
      <p className="entry-saved-title" role="status">
        ✓ {say(receipt.again ? 'records.takenBefore' : 'records.taken', { rows: receipt.rows })}
      </p>
    </Section>
  );
}
