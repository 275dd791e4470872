import { holdCoverage } from './hold-coverage.ts';
import { holdPack } from './hold-pack.ts';
holdPack('weinan', { examples: 40 });
holdCoverage('weinan', 'R004');
