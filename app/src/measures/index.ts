export { explainMeasure } from './explain-measure.ts';
export { listMeasures } from './list-measures.ts';
export { readValues } from './read-values.ts';
