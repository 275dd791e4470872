import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { downloadAddress, type OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { Confirm } from './Confirm.tsx';
import { Correction } from './Correction.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { EntryState } from './EntryState.tsx';
import { useEntryRows } from './entry-rows.ts';
import { RecordWays } from './RecordWays.tsx';
import './records.css';

type Found = OutputOf<'records.get'>;

/** One record: what it says, what became of it, and the ways to confirm, correct or withdraw it. */
export function RecordPage({ id }: { readonly id: string }) {
  const record = useAction('records.get', { id });
  return <Loaded of={record}>{(found) => <Opened key={id} {...found} />}</Loaded>;
}

function Opened(found: Found) {
  const { entry, form, newest, mayCorrect, mayConfirm, history } = found;
  const { pick, say } = useSpeech();
  const [correcting, setCorrecting] = useState(false);
  const back = <Link to={paths.records()}>‹ {say('shell.records')}</Link>;
  return (
    <Page
      title={pick(entry.formTitle)}
      width="reading"
      back={back}
      lead={<EntryState entry={entry} who />}
      actions={mayCorrect && !correcting && <RecordWays entry={entry.id} onCorrect={() => setCorrecting(true)} />}
    >
      {newest !== entry.id && (
        <p className="record-newer">
          <Link to={paths.record(newest)}>{say('records.newerExists')}</Link>
        </p>
      )}
      {correcting && form ? (
        <Correction {...found} form={form} onDone={() => setCorrecting(false)} />
      ) : (
        <Section>
          <Said {...found} />
        </Section>
      )}
      {mayConfirm && !correcting && (
        <Section title={say('records.yourWord')}>
          <Confirm entry={entry.id} />
        </Section>
      )}
      <EntryHistory history={history} />
    </Page>
  );
}

function Said({ entry, form, units, files }: Found) {
  return (
    <>
      <FieldList rows={useEntryRows(entry, form, units)} />
      {files.length > 0 && (
        <ul className="record-files">
          {files.map((file) => (
            <li key={file.sha256}>
              <a href={downloadAddress('documents.fetch', { sha256: file.sha256 })}>{file.name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
