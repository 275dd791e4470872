export { checkImport } from './check-import.ts';
export { confirmRecord } from './confirm-record.ts';
export { correctRecord } from './correct-record.ts';
export { enterRecord } from './enter-record.ts';
export { exportRecords } from './export-records.ts';
export { readFacts } from './facts-reader.ts';
export { getRecord } from './get-record.ts';
export { importErrors } from './import-errors.ts';
export { importProgress } from './import-progress.ts';
export { importRecords } from './import-records.ts';
export { readAllFacts } from './kept-facts.ts';
export { listForms } from './list-forms.ts';
export { listRecords } from './list-records.ts';
export { listSubjects } from './list-subjects.ts';
export { pendingConfirmations } from './pending-confirmations.ts';
export { readPublished } from './published-reader.ts';
export { recordTemplate } from './record-template.ts';
export {
  CONFIRMED_BY,
  CONFIRMED_ON,
  cellFromValue,
  importColumnsOf,
  RECORDED_ON,
  SUBJECT,
  sheetFields,
} from './sheet/columns.ts';
export { withdrawRecord } from './withdraw-record.ts';
export { readWorld } from './world-reader.ts';
