export { examineFiles } from './examine-files.ts';
export { fetchDocument } from './fetch-document.ts';
export { type FileFacts, findFiles, findUsableFiles } from './file-reader.ts';
export { storeDocument } from './store-document.ts';
