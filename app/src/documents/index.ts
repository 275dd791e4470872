export { fetchDocument } from './fetch-document.ts';
export { type FileFacts, findFiles, findUsableFiles } from './file-reader.ts';
export { LARGEST_FILE, storeDocument } from './store-document.ts';
export { type FileCheck, verifyFiles } from './verify-files.ts';
