import { holdCoverage } from './hold-coverage.ts';

holdCoverage('shenxian', 'R002');
